package psyscall.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.process.StepKind;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Op;

/// Nothing that the rules leave to the world is answered by accident: all steps of the environment
/// and all choices, with everything modelled that a program can ask for.
class AnswersTest {
  /// Calls that are made instruction by instruction are not run in virtual time.
  private static final Set<Feature> NOT_OFFERED = EnumSet.of(Feature.STUBS);

  private static final Pattern CHOICE = Pattern.compile("Choice\\[name=([^,\\]]*)");

  static Stream<Release> releases() {
    return Release.all().stream();
  }

  private static Workload everything(Release release) {
    return new Workload(
        "everything",
        "all operations, and all that can be modelled",
        release,
        2,
        Preemption.ASYNCHRONOUS,
        new TreeMap<>(),
        Programs.everything(),
        EnumSet.complementOf(EnumSet.copyOf(NOT_OFFERED)));
  }

  private static Set<String> choices(Specification specification) {
    Set<String> choices = new TreeSet<>();
    Matcher matcher = CHOICE.matcher(specification.toString());
    while (matcher.find()) {
      choices.add(matcher.group(1));
    }
    return choices;
  }

  @Test
  void everythingIsEverything() {
    Workload all = everything(Release.GO_1_19_13);

    assertThat(all.state().programs.ops()).containsExactlyInAnyOrder(Op.values());
    assertThat(EnumSet.complementOf(EnumSet.copyOf(all.features()))).isEqualTo(NOT_OFFERED);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void eachStepOfTheWorldHasItsMoment(Release release) {
    Set<String> unknown = new TreeSet<>();
    for (Rule rule : everything(release).specification().rules()) {
      boolean isKnown = Moment.of(rule) != Moment.OTHER || Timetable.AT_ONCE.contains(rule.name());
      if (rule.kind() != StepKind.PROTOCOL && !isKnown) {
        unknown.add(rule.name());
      }
    }

    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void eachChoiceIsAnsweredOrLeftOpenByName(Release release) {
    Set<String> known = new TreeSet<>(Surroundings.ANSWERED);
    known.addAll(Surroundings.LEFT_OPEN);

    assertThat(choices(everything(release).specification())).isNotEmpty().isSubsetOf(known);
    assertThat(Surroundings.ANSWERED).doesNotContainAnyElementsOf(Surroundings.LEFT_OPEN);
  }

  @Test
  void whatIsAnsweredIsThereInSomeRelease() {
    Set<String> rules = new TreeSet<>();
    Set<String> choices = new TreeSet<>();
    for (Release release : Release.all()) {
      Specification specification = everything(release).specification();
      specification.rules().forEach(rule -> rules.add(rule.name()));
      choices.addAll(choices(specification));
    }

    List<String> moments =
        Stream.of(Moment.values())
            .filter(moment -> moment != Moment.OTHER)
            .map(Moment::rule)
            .toList();
    assertThat(rules).containsAll(moments).containsAll(Timetable.AT_ONCE);
    assertThat(choices).containsAll(Surroundings.ANSWERED).containsAll(Surroundings.LEFT_OPEN);
  }
}
