package psyscall.cli.abi;

/// How judged files are shown.
public enum ContractForm {
  /// A line for each routine, as it is judged.
  LINES,
  /// A row for each group of routines, a column for each release of Go or file.
  TABLE,
  /// One document for programs.
  DOCUMENT
}
