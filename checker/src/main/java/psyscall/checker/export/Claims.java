package psyscall.checker.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The properties that Spin can judge: conditions on single states, and on states at rest.
///
/// A process of its own asserts them. It can move only where one is false, so it adds no state to a
/// specification that keeps its promises; a violation shows one step later than it happens. A claim
/// about rests adds states where it is false and others move still, so it is asserted only where it
/// is asked for alone. A witness that is asked for alone is asserted never to be reached.
///
/// @param asserted the conditions by the names of their properties
/// @param rest the claim about rests, if that is all that is asked for
/// @param leftOut the names of the others, each with the reason
record Claims(Map<String, Term> asserted, Optional<Rest> rest, List<String> leftOut) {
  static Claims of(List<Property> properties, Specification specification) {
    Optional<Rest> rest =
        properties.size() == 1 ? Rest.of(properties.getFirst(), specification) : Optional.empty();
    if (rest.isPresent()) {
      return new Claims(Map.of(), rest, List.of());
    }
    if (properties.size() == 1 && properties.getFirst() instanceof Property.Sometimes witness) {
      Term never = new Term.Not(witness.condition());
      return new Claims(Map.of("never-" + witness.name(), never), rest, List.of());
    }
    Map<String, Term> asserted = new LinkedHashMap<>();
    List<String> leftOut = new ArrayList<>();
    for (Property property : properties) {
      Optional<String> reason =
          switch (property) {
            case Property.Always always -> {
              asserted.put(always.name(), always.condition());
              yield Optional.empty();
            }
            case Property.OnStep _ -> Optional.of("it is about steps");
            case Property.Quiet _ -> Optional.of("it is about quiet states");
            case Property.Possible _ -> Optional.of("it is about paths");
            case Property.Sometimes _ -> Optional.of("it is a witness");
            case Property.DeadlockFree _ -> Optional.of("it is about quiet states");
          };
      reason.ifPresent(why -> leftOut.add(property.name() + ": " + why));
    }
    return new Claims(asserted, rest, leftOut);
  }

  /// The same claims, with polling that is watched.
  Claims watching(Optional<Rounds> polling) {
    return new Claims(asserted, rest.map(claim -> claim.watching(polling)), leftOut);
  }

  /// The variables that the assertions read.
  Set<Var> reads() {
    Set<Var> found = new LinkedHashSet<>();
    conditions().values().forEach(condition -> Cells.reads(condition, found));
    return found;
  }

  private Map<String, Term> conditions() {
    Map<String, Term> all = new LinkedHashMap<>(asserted);
    rest.ifPresent(it -> all.put(it.name(), it.condition()));
    return all;
  }

  /// The process that asserts them; nothing if there are none.
  String text(Translator translator) {
    Map<String, Term> conditions = conditions();
    if (conditions.isEmpty()) {
      return "";
    }
    StringBuilder definitions = new StringBuilder();
    StringBuilder options = new StringBuilder();
    conditions.forEach(
        (name, condition) -> {
          String claim = "claim_" + Symbols.name(name);
          definitions.append("#define %s %s\n".formatted(claim, translator.of(condition).text()));
          String asserting = "  :: d_step { !(%s) -> assert(%s) }\n".formatted(claim, claim);
          options.append(rest.map(it -> it.options(claim)).orElse(asserting));
        });
    return definitions
        + "\nactive proctype monitor()\n{\nend_monitor:\n  do\n"
        + options
        + "  od\n}\n";
  }
}
