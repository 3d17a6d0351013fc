package psyscall.model.plan9;

import java.util.List;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.spec.machine.Convention;

/// What a TEXT line says.
///
/// @param name the routine's name as the linker writes it
/// @param written its name as it is in the text
/// @param convention how it is called
/// @param flags the sum of its flags
/// @param frame bytes of local variables; negative for none at all
record TextHeader(String name, String written, Convention convention, long flags, long frame) {
  private static final int NOSPLIT = 4;
  private static final int NOFRAME = 512;
  private static final long FRAME_MAX = 1 << 20;

  boolean noSplit() {
    return (flags & NOSPLIT) != 0;
  }

  boolean noFrame() {
    return (flags & NOFRAME) != 0;
  }

  /// Reads the line.
  ///
  /// @param statement the line
  /// @param spelling how names of symbols are completed
  /// @return what it says
  /// @throws UnreadableCodeException if it is malformed
  static TextHeader parse(Statement statement, SymbolSpelling spelling)
      throws UnreadableCodeException {
    int line = statement.line();
    List<List<Token>> operands = statement.operands();
    if (operands.size() != 2 && operands.size() != 3) {
      throw malformed(line);
    }
    var reader = new TokenReader(operands.getFirst());
    if (!reader.peek().name()) {
      throw malformed(line);
    }
    String written = reader.next().text();
    String mark = spelling.mark(reader, line);
    boolean ends =
        reader.sees("(")
            && reader.ahead(1).text().equals("SB")
            && reader.ahead(2).is(")")
            && reader.ahead(3).end();
    if (!ends) {
      throw malformed(line);
    }
    Convention convention =
        switch (mark) {
          case "", "ABI0" -> Convention.GO_STACK;
          case "ABIInternal" -> Convention.GO_REGISTERS;
          case String _ -> throw malformed(line);
        };
    long flags = operands.size() == 3 ? flags(operands.get(1), line) : 0;
    return new TextHeader(
        spelling.linked(written), written, convention, flags, frame(operands.getLast(), line));
  }

  private static long flags(List<Token> tokens, int line) throws UnreadableCodeException {
    var reader = new TokenReader(tokens);
    Sum sum = new ExpressionParser(reader, line).sum();
    if (!sum.known() || !reader.done()) {
      throw new UnreadableCodeException(
          "unknown flag: line=%d; include textflag.h".formatted(line));
    }
    return sum.number();
  }

  /// `$16-24` is a frame of 16 bytes and arguments of 24; `$-8` and `$-8-24` have no frame.
  private static long frame(List<Token> tokens, int line) throws UnreadableCodeException {
    if (!tokens.getFirst().is("$") || tokens.size() < 2) {
      throw malformed(line);
    }
    int end = tokens.size();
    for (int i = 2; i < tokens.size(); i++) {
      boolean behindNumber =
          tokens.get(i - 1).kind() == Token.Kind.NUMBER || tokens.get(i - 1).is(")");
      if (tokens.get(i).is("-") && behindNumber && balanced(tokens.subList(1, i))) {
        end = i;
      }
    }
    var reader = new TokenReader(tokens.subList(1, end));
    Sum sum = new ExpressionParser(reader, line).sum();
    boolean small = sum.number() >= -FRAME_MAX && sum.number() <= FRAME_MAX;
    if (!sum.known() || !reader.done() || !small) {
      throw malformed(line);
    }
    return sum.number();
  }

  private static boolean balanced(List<Token> tokens) {
    long opened = tokens.stream().filter(token -> token.is("(")).count();
    return opened == tokens.stream().filter(token -> token.is(")")).count();
  }

  private static UnreadableCodeException malformed(int line) {
    return new UnreadableCodeException("TEXT line cannot be read: line=" + line);
  }
}
