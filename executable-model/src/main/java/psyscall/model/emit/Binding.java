package psyscall.model.emit;

import java.util.Map;

/// What a bound variable stands for in compiled code.
public sealed interface Binding {

  /// An individual.
  ///
  /// @param index which
  public record Id(Index index) implements Binding {}

  /// A scalar, a set or a queue in a local variable of type long.
  ///
  /// @param slot its number
  public record Scalar(int slot) implements Binding {}

  /// A memory.
  ///
  /// @param region where it is in the scratch
  public record Memory(int region) implements Binding {}

  /// An array or a record, part by part.
  ///
  /// @param parts what each of its scalar parts is
  public record Parts(Map<Path, Binding> parts) implements Binding {
    public Parts {
      parts = Map.copyOf(parts);
    }

    /// How many entries the array has that a way leads to.
    public int entriesAt(Path way) {
      int depth = way.steps().size();
      return (int)
          parts.keySet().stream()
              .filter(path -> path.steps().size() > depth)
              .filter(path -> path.steps().subList(0, depth).equals(way.steps()))
              .map(path -> path.steps().get(depth))
              .distinct()
              .count();
    }
  }
}
