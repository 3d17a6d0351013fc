package psyscall.model.plan9;

import java.util.List;
import psyscall.model.assembly.UnreadableCodeException;

/// A line of a routine that counts as an instruction.
///
/// @param statement the line
/// @param operands its operands
record Line(Statement statement, List<SourceOperand> operands) {
  String word() {
    return statement.word();
  }

  /// An operand.
  ///
  /// @param index its position
  SourceOperand operand(int index) {
    return operands.get(index);
  }

  /// Checks the number of operands.
  ///
  /// @param counts the numbers allowed
  /// @throws UnreadableCodeException if there are more or less
  void require(int... counts) throws UnreadableCodeException {
    for (int count : counts) {
      if (operands.size() == count) {
        return;
      }
    }
    throw new UnreadableCodeException(
        "wrong number of operands: line=%d, word=%s, operands=%d"
            .formatted(statement.line(), word(), operands.size()));
  }

  UnreadableCodeException malformed(String what) {
    return new UnreadableCodeException(
        "%s: line=%d, found=%s".formatted(what, statement.line(), statement.shown()));
  }
}
