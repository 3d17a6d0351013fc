package psyscall.cli.check;

import java.util.List;
import java.util.Optional;
import psyscall.checker.search.Limits;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Usage;
import psyscall.cli.input.Manner;
import psyscall.cli.session.WrongUsage;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.property.Properties;
import psyscall.spec.property.Property;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;

/// A search that can begin: all is known that its header tells.
///
/// @param check what is asked
/// @param manner how it is searched
/// @param interpreter what is searched
/// @param properties what is judged, in the order in which it was asked for
/// @param symmetry whether states that differ by names only count as one
public record PreparedCheck(
    Check check,
    Manner manner,
    Interpreter interpreter,
    List<Property> properties,
    Usage.SymmetryUse symmetry) {
  /// Copies the properties.
  public PreparedCheck {
    properties = List.copyOf(properties);
  }

  /// Prepares a search.
  ///
  /// @param check what is asked
  /// @param manner how it is searched
  /// @return the search
  /// @throws WrongUsage if symmetry must be used and would not be sound
  public static PreparedCheck of(Check check, Manner manner) {
    Specification specification = check.specification();
    RuntimeView view = new RuntimeView(check.world().state(), specification);
    List<Property> properties =
        check.properties().stream().map(name -> Properties.of(name, view)).toList();
    return new PreparedCheck(
        check,
        manner,
        new Interpreter(specification, new World(check.scenario().sizes())),
        properties,
        SymmetryChoice.of(check, manner, specification, properties));
  }

  /// The options of the search.
  ///
  /// @param limits what it may cost
  /// @return the options
  SearchOptions options(Limits limits) {
    SearchOptions.Symmetry wish =
        switch (symmetry) {
          case Usage.On _, Usage.Refused _ -> SearchOptions.Symmetry.AUTO;
          case Usage.Off _ -> SearchOptions.Symmetry.OFF;
        };
    return new SearchOptions(check.until(), limits, manner.threads(), manner.strategy(), wish);
  }

  /// Whether counts are of classes of states.
  ///
  /// @return whether symmetry is used
  public boolean isSymmetric() {
    return symmetry instanceof Usage.On;
  }

  /// The size of the graph that is searched, as the catalogue gives it.
  ///
  /// @return empty where it is not known, as for every bug and repair
  public Optional<Scenario.Counts> pinned() {
    if (check.bug().isPresent() || check.mended().isPresent()) {
      return Optional.empty();
    }
    Scenario.Pinned pinned = check.scenario().pinned();
    return isSymmetric() ? pinned.symmetric() : pinned.whole();
  }

  /// What is counted.
  ///
  /// @return one of them, in words
  public String state() {
    return isSymmetric() ? "symmetric state" : "state";
  }
}
