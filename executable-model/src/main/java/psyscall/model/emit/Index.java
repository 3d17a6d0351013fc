package psyscall.model.emit;

/// Which entry of an array is meant: known when the code is made, or in a local variable of it.
public sealed interface Index {

  /// A known individual.
  ///
  /// @param id from 0
  public record Known(int id) implements Index {}

  /// An individual in a local variable of type int.
  ///
  /// @param slot its number
  public record Variable(int slot) implements Index {}
}
