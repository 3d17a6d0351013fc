package psyscall.proofs.encoding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import psyscall.proofs.smt.Truth;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Var;

/// An image of each variable of a specification.
///
/// @param images in the order of the variables
public record SymbolicState(Map<Var, Image> images) implements Function<Var, Image> {
  /// Copies the images.
  public SymbolicState {
    images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
  }

  /// A state of unknowns.
  ///
  /// @param prefix before the variables' names; two states with different ones share no unknown
  /// @param specification whose variables
  /// @param universe the world
  /// @return the state
  public static SymbolicState unknown(
      String prefix, Specification specification, Universe universe) {
    Map<Var, Image> images = new LinkedHashMap<>();
    for (Var variable : specification.variables()) {
      images.put(variable, universe.unknown(prefix + variable.name(), variable.sort()));
    }
    return new SymbolicState(images);
  }

  /// Whether every unknown is within its sort.
  ///
  /// @param universe the world
  /// @return the formula
  public Truth admissible(Universe universe) {
    List<Truth> all = new ArrayList<>();
    images.forEach((variable, image) -> all.add(universe.admissible(image, variable.sort())));
    return universe.smt().all(all);
  }

  /// Whether this is the same state as another.
  ///
  /// @param other another state of the same variables
  /// @param universe the world
  /// @return the formula
  public Truth same(SymbolicState other, Universe universe) {
    Images equality = new Images(universe);
    List<Truth> all = new ArrayList<>();
    images.forEach((variable, image) -> all.add(equality.same(image, other.apply(variable))));
    return universe.smt().all(all);
  }

  /// The state with some variables changed.
  ///
  /// @param changes new images, as variables hold them
  /// @return the changed state
  public SymbolicState with(Map<Var, Image> changes) {
    Map<Var, Image> changed = new LinkedHashMap<>(images);
    changed.putAll(changes);
    return new SymbolicState(changed);
  }

  @Override
  public Image apply(Var variable) {
    Image image = images.get(variable);
    if (image == null) {
      throw new IllegalArgumentException("unknown variable: name=" + variable.name());
    }
    return image;
  }
}
