package psyscall.checker.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.spec.property.Property;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The properties that Spin can judge: conditions on single states.
///
/// A process of its own asserts them. It can move only where one is false, so it adds no state to a
/// specification that keeps its promises; a violation shows one step later than it happens.
///
/// @param asserted the conditions by the names of their properties
/// @param leftOut the names of the others, each with the reason
record Claims(Map<String, Term> asserted, List<String> leftOut) {
  static Claims of(List<Property> properties) {
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
    return new Claims(asserted, leftOut);
  }

  /// The variables that the assertions read.
  Set<Var> reads() {
    Set<Var> found = new LinkedHashSet<>();
    asserted.values().forEach(condition -> Cells.reads(condition, found));
    return found;
  }

  /// The process that asserts them; nothing if there are none.
  String text(Translator translator) {
    if (asserted.isEmpty()) {
      return "";
    }
    StringBuilder definitions = new StringBuilder();
    StringBuilder options = new StringBuilder();
    asserted.forEach(
        (name, condition) -> {
          String claim = "claim_" + Symbols.name(name);
          definitions.append("#define %s %s\n".formatted(claim, translator.of(condition).text()));
          options.append("  :: d_step { !(%s) -> assert(%s) }\n".formatted(claim, claim));
        });
    return definitions
        + "\nactive proctype monitor()\n{\nend_monitor:\n  do\n"
        + options
        + "  od\n}\n";
  }
}
