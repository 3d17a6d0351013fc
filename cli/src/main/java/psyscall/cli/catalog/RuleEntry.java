package psyscall.cli.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import psyscall.spec.citation.Citation;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Rule;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// A rule once, however often it is inlined.
///
/// @param name `procedure.arm`
/// @param kind who is responsible for it, in lower case
/// @param citation where it comes from
/// @param scenarios in the text of how many scenarios it stands; whether it fires there is another
///   question
record RuleEntry(String name, String kind, Citation citation, int scenarios) {

  /// All rules of a release.
  ///
  /// @param release the release
  /// @return in the order of the text, procedures by name
  static List<RuleEntry> all(Release release) {
    List<Set<String>> texts =
        Scenarios.all().parallelStream().map(each -> rules(each.on(release))).toList();
    Map<String, Rule> rules = new LinkedHashMap<>();
    WholeProtocol whole = WholeProtocol.build(release);
    whole.specification().rules().forEach(rule -> rules.putIfAbsent(rule.name(), rule));
    return whole.protocol().procedures().values().stream()
        .flatMap(RuleEntry::names)
        .flatMap(name -> Optional.ofNullable(rules.get(name)).stream())
        .map(rule -> of(rule, texts))
        .toList();
  }

  private static Set<String> rules(Scenario scenario) {
    return Flattening.of(scenario.protocol()).rules().stream()
        .map(Rule::name)
        .collect(Collectors.toSet());
  }

  private static Stream<String> names(ProcedureText text) {
    return text.labels().stream()
        .flatMap(label -> label.arms().stream())
        .map(arm -> text.name() + "." + arm.name());
  }

  private static RuleEntry of(Rule rule, List<Set<String>> texts) {
    int scenarios = (int) texts.stream().filter(text -> text.contains(rule.name())).count();
    String kind = rule.kind().name().toLowerCase(Locale.ROOT);
    return new RuleEntry(rule.name(), kind, rule.citation(), scenarios);
  }
}
