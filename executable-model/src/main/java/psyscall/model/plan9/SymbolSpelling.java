package psyscall.model.plan9;

import psyscall.model.assembly.UnreadableCodeException;

/// How names in assembly text become those of a linked binary.
///
/// @param directory the path of the package, as in `import`; it stands before a name that begins
///   with the middle dot
record SymbolSpelling(String directory) {

  /// A name as the linker writes it.
  ///
  /// @param written as in the text: `runtime·exit`, `·Syscall`
  /// @return with a dot, a slash and the package: `runtime.exit`, `syscall.Syscall`
  String linked(String written) {
    String name = written.startsWith("·") ? directory + written : written;
    return name.replace('·', '.').replace('∕', '/');
  }

  /// Reads a name and the mark behind it: `<>` of a name that is seen in its file only, or the name
  /// of a calling convention.
  ///
  /// @param reader stands before the name, and behind the mark afterwards
  /// @param line for the message
  /// @return the name
  /// @throws UnreadableCodeException if the mark does not end
  String skipMark(TokenReader reader, int line) throws UnreadableCodeException {
    String name = reader.next().text();
    mark(reader, line);
    return name;
  }

  /// Reads the mark behind a name, if there is one.
  ///
  /// @param reader stands before the mark
  /// @param line for the message
  /// @return the word in it, or nothing between the signs or no mark: an empty text
  /// @throws UnreadableCodeException if the mark does not end
  String mark(TokenReader reader, int line) throws UnreadableCodeException {
    if (!reader.sees("<")) {
      return "";
    }
    reader.next();
    String word = !reader.done() && reader.peek().name() ? reader.next().text() : "";
    if (!reader.sees(">")) {
      throw new UnreadableCodeException("mark of a symbol without an end: line=" + line);
    }
    reader.next();
    return word;
  }
}
