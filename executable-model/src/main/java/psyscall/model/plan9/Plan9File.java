package psyscall.model.plan9;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import psyscall.model.assembly.Fields;
import psyscall.model.assembly.InputFile;
import psyscall.model.assembly.Reading;
import psyscall.model.assembly.UnreadableCodeException;

/// A file of Go's assembly, and its routines.
///
/// @param routines each TEXT, in the order of the file
/// @param entering those of them that have a SYSCALL, read or not
/// @param fields the names of fields that the routines speak of
public record Plan9File(List<Reading> routines, List<Reading> entering, Fields fields) {
  private static final int LENGTH_MAX = 1 << 20;
  private static final int ROUTINES_MAX = 1 << 12;
  private static final List<String> SOURCES =
      List.of(
          "src/runtime/sys_linux_amd64.s",
          "src/runtime/time_linux_amd64.s",
          "src/syscall/asm_linux_amd64.s",
          "src/runtime/internal/syscall/asm_linux_amd64.s",
          "src/internal/runtime/syscall/asm_linux_amd64.s",
          "src/internal/runtime/syscall/linux/asm_linux_amd64.s");

  /// Copies the lists.
  public Plan9File {
    routines = List.copyOf(routines);
    entering = List.copyOf(entering);
  }

  /// The files in which the standard library of a Go tree enters the kernel, on Linux for amd64.
  ///
  /// @param tree the folder that holds `src`
  /// @return those of the known places that are there
  public static List<Path> sources(Path tree) {
    return SOURCES.stream().map(tree::resolve).filter(Files::isRegularFile).toList();
  }

  /// Reads a file of a Go tree. Its package is the path behind the last `src`, its release what the
  /// tree's `VERSION` says.
  ///
  /// @param file the file
  /// @param fields numbers of names that the compiler knows
  /// @return its routines
  /// @throws UnreadableCodeException if it is no such file
  public static Plan9File read(Path file, Fields fields) throws UnreadableCodeException {
    String text = InputFile.text(file, LENGTH_MAX);
    return parse(text, directory(file.toAbsolutePath()), FrameStyle.of(file), fields);
  }

  /// Reads assembly text.
  ///
  /// @param text the text
  /// @param directory the path of its package, as in `import`
  /// @param style how the release makes frames
  /// @param fields numbers of names that the compiler knows
  /// @return its routines
  /// @throws UnreadableCodeException if it is no such text
  public static Plan9File parse(String text, String directory, FrameStyle style, Fields fields)
      throws UnreadableCodeException {
    var spelling = new SymbolSpelling(directory);
    List<Token> tokens = new Preprocessor().expand(Lexer.tokens(text));
    List<Reading> routines = new ArrayList<>();
    List<Reading> entering = new ArrayList<>();
    for (Block block : blocks(Statement.of(tokens))) {
      TextHeader header = TextHeader.parse(block.text(), spelling);
      Reading reading = RoutineAssembler.assemble(header, block.body(), spelling, fields, style);
      routines.add(reading);
      if (block.body().stream().anyMatch(statement -> statement.word().equals("SYSCALL"))) {
        entering.add(reading);
      }
      if (routines.size() > ROUTINES_MAX) {
        throw new UnreadableCodeException("too many routines: limit=" + ROUTINES_MAX);
      }
    }
    return new Plan9File(routines, entering, fields);
  }

  /// A TEXT line and the lines up to the next one.
  private record Block(Statement text, List<Statement> body) {}

  private static List<Block> blocks(List<Statement> statements) throws UnreadableCodeException {
    List<Block> blocks = new ArrayList<>();
    for (Statement statement : statements) {
      switch (statement.word()) {
        case "TEXT" -> blocks.add(new Block(statement, new ArrayList<>()));
        case "DATA", "GLOBL" -> {}
        case String word -> {
          if (blocks.isEmpty()) {
            throw new UnreadableCodeException(
                "line outside a routine: line=%d, word=%s"
                    .formatted(statement.line(), Statement.shortened(word)));
          }
          blocks.getLast().body().add(statement);
        }
      }
    }
    if (blocks.isEmpty()) {
      throw new UnreadableCodeException("no routine: no line begins with TEXT");
    }
    return blocks;
  }

  private static String directory(Path file) {
    List<String> parts = new ArrayList<>();
    Path at = file.getParent();
    String last = at == null || at.getFileName() == null ? "" : at.getFileName().toString();
    while (at != null && at.getFileName() != null) {
      if (at.endsWith("src")) {
        return String.join("/", parts.reversed());
      }
      parts.add(at.getFileName().toString());
      at = at.getParent();
    }
    return last;
  }
}
