package psyscall.spec.machine;

import java.util.List;
import java.util.Optional;

/// Routines that call each other by name.
///
/// @param routines in the order in which they were found
public record Program(List<Routine> routines) {
  /// Copies the routines.
  public Program {
    routines = List.copyOf(routines);
  }

  /// A routine.
  ///
  /// @param name its name
  /// @return the first of that name, or none
  public Optional<Routine> named(String name) {
    return routines.stream().filter(routine -> routine.name().equals(name)).findFirst();
  }
}
