package psyscall.cli.workload;

/// What is wrong with a file that describes a program.
final class WorkloadFault extends Exception {
  private static final long serialVersionUID = 1L;

  /// Makes the fault.
  ///
  /// @param line where, from 1
  /// @param field the path of the value; empty for the whole
  /// @param what what is wrong, and what to do
  WorkloadFault(int line, String field, String what) {
    super("line=" + line + (field.isEmpty() ? "" : ", field=" + field) + ", " + what);
  }

  /// Makes the fault of a value.
  ///
  /// @param value which
  /// @param what what is wrong, and what to do
  WorkloadFault(Located value, String what) {
    this(value.line(), value.path(), what);
  }

  /// The place and what is wrong there.
  ///
  /// @return one line
  String text() {
    return String.valueOf(getMessage());
  }
}
