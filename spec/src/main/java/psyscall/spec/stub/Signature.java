package psyscall.spec.stub;

import java.util.List;
import psyscall.spec.machine.Operand;

/// Where a stub's arguments and results are. Places on the stack are named by RSP at the entry,
/// where the return address lies at `0(RSP)`.
///
/// @param number the system call's number: a place, or a constant
/// @param arguments what must reach RDI, RSI, RDX, R10, R8 and R9, in this order; a place of 32
///   bits is extended by zeros
/// @param results where the results go
public record Signature(Operand number, List<Operand> arguments, Results results) {
  /// Copies the arguments.
  public Signature {
    arguments = List.copyOf(arguments);
  }

  /// What a stub makes of RAX and RDX.
  public sealed interface Results {
    /// Where they go.
    ///
    /// @return the places, in the order of the results
    default List<Operand> places() {
      return switch (this) {
        case Triple(Operand r1, Operand r2, Operand errno) -> List.of(r1, r2, errno);
        case Pair(Operand r1, Operand errno) -> List.of(r1, errno);
        case Unchecked(Operand r1, Operand r2) -> List.of(r1, r2);
        case Errno(Operand errno) -> List.of(errno);
        case MinusOne(Operand result) -> List.of(result);
        case Low(Operand result) -> List.of(result);
      };
    }

    /// Success: RAX, RDX, 0. Error: all ones, 0, the error number.
    record Triple(Operand r1, Operand r2, Operand errno) implements Results {}

    /// Success: RAX, 0. Error: all ones, the error number.
    record Pair(Operand r1, Operand errno) implements Results {}

    /// RAX and RDX, whatever they are.
    record Unchecked(Operand r1, Operand r2) implements Results {}

    /// Success: 0. Error: the error number.
    record Errno(Operand errno) implements Results {}

    /// Success: the low half of RAX. Error: -1.
    record MinusOne(Operand result) implements Results {}

    /// The low half of RAX, whatever it is.
    record Low(Operand result) implements Results {}
  }
}
