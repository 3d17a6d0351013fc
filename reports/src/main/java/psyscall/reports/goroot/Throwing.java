package psyscall.reports.goroot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Holds cited lines against the functions that should throw on them.
///
/// @param functions the cited functions
/// @param cited the cited lines; nothing is asked where there are none
record Throwing(List<GoFunction> functions, List<Lines> cited) {

  /// What is wrong: a line outside of the functions, a line without a throw, a function without a
  /// line.
  ///
  /// @return the first fault
  Optional<String> fault() {
    if (cited.isEmpty()) {
      return Optional.empty();
    }
    return Stream.of(outside(), silent(), unused()).flatMap(Optional::stream).findFirst();
  }

  /// A range may reach over several functions, so only its ends are asked for.
  private Optional<String> outside() {
    return cited.stream()
        .filter(lines -> !isInside(lines.first()) || !isInside(lines.last()))
        .findFirst()
        .map(lines -> "not a line of " + names() + ": lines=" + lines);
  }

  private boolean isInside(int line) {
    return functions.stream().anyMatch(function -> function.lines().hold(line));
  }

  private Optional<String> silent() {
    return cited.stream()
        .filter(lines -> functions.stream().noneMatch(function -> throwsOn(function, lines)))
        .findFirst()
        .map(lines -> "no throw there: lines=" + lines);
  }

  private Optional<String> unused() {
    return functions.stream()
        .filter(function -> cited.stream().noneMatch(lines -> throwsOn(function, lines)))
        .findFirst()
        .map(function -> "no cited line throws in a function: name=" + function.name());
  }

  private static boolean throwsOn(GoFunction function, Lines lines) {
    return function.operations().stream()
        .anyMatch(operation -> operation.isThrow() && lines.hold(operation.line()));
  }

  private String names() {
    return String.join(", ", functions.stream().map(GoFunction::name).toList());
  }
}
