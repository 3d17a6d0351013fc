package psyscall.model.plan9;

import java.util.List;
import java.util.Optional;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.spec.machine.Register;

/// Reads one operand.
final class OperandParser {
  private final TokenReader reader;
  private final int line;
  private final SymbolSpelling spelling;

  private OperandParser(List<Token> tokens, int line, SymbolSpelling spelling) {
    this.reader = new TokenReader(tokens);
    this.line = line;
    this.spelling = spelling;
  }

  /// Reads an operand.
  ///
  /// @param tokens its tokens, at least one
  /// @param line where, for messages
  /// @param spelling how names of symbols are completed
  /// @return the operand
  /// @throws UnreadableCodeException if it is none
  static SourceOperand parse(List<Token> tokens, int line, SymbolSpelling spelling)
      throws UnreadableCodeException {
    var parser = new OperandParser(tokens, line, spelling);
    SourceOperand operand = parser.operand();
    if (!parser.reader.done()) {
      throw parser.malformed();
    }
    return operand;
  }

  private SourceOperand operand() throws UnreadableCodeException {
    if (reader.peek().kind() == Token.Kind.TEXT) {
      reader.next();
      return new SourceOperand.Other();
    }
    if (reader.sees("$")) {
      reader.next();
      return constant();
    }
    if (reader.peek().name() && reader.ahead(1).end()) {
      return word(reader.next().text());
    }
    return place();
  }

  private SourceOperand word(String name) {
    Optional<Register> register = Words.register(name);
    if (register.isPresent()) {
      return new SourceOperand.Reg(register.get());
    }
    if (name.equals("TLS")) {
      return new SourceOperand.ThreadBase();
    }
    return Words.otherRegister(name) ? new SourceOperand.Other() : new SourceOperand.Label(name);
  }

  private SourceOperand constant() throws UnreadableCodeException {
    if (reader.done()) {
      throw malformed();
    }
    if (reader.peek().kind() == Token.Kind.TEXT) {
      reader.next();
      return new SourceOperand.Other();
    }
    SourceOperand place = place();
    boolean plain =
        place instanceof SourceOperand.Memory(var base, var index, _, _)
            && base.isEmpty()
            && index.isEmpty();
    if (plain && place instanceof SourceOperand.Memory(_, _, _, Sum value)) {
      return new SourceOperand.Constant(value);
    }
    return new SourceOperand.AddressOf(place);
  }

  /// `number`, `sum(REG)`, `sum(REG)(REG*scale)`, `name+number(FP)` and so on.
  private SourceOperand place() throws UnreadableCodeException {
    if (registerInParentheses()) {
      return based(Sum.of(0));
    }
    if (reader.peek().name() && reader.ahead(1).is("<")) {
      return based(Sum.of(spelling.skipMark(reader, line)).plus(offset()));
    }
    Sum sum = new ExpressionParser(reader, line).sum();
    return reader.done()
        ? new SourceOperand.Memory(Optional.empty(), Optional.empty(), 1, sum)
        : based(sum);
  }

  private Sum offset() throws UnreadableCodeException {
    boolean signed = reader.sees("+") || reader.sees("-");
    return signed ? new ExpressionParser(reader, line).sum() : Sum.of(0);
  }

  private boolean registerInParentheses() {
    return reader.sees("(")
        && reader.ahead(1).name()
        && Words.register(reader.ahead(1).text()).isPresent()
        && (reader.ahead(2).is(")") || reader.ahead(2).is("*"));
  }

  private SourceOperand based(Sum sum) throws UnreadableCodeException {
    if (!reader.sees("(") || !reader.ahead(1).name()) {
      throw malformed();
    }
    String base = reader.ahead(1).text();
    if (reader.ahead(2).is("*")) {
      return scaled(Optional.empty(), sum);
    }
    if (!reader.ahead(2).is(")")) {
      throw malformed();
    }
    reader.skip(3);
    return switch (base) {
      case "FP" -> new SourceOperand.Argument(named(sum).afterFirst());
      case "SB" -> new SourceOperand.Static(spelling.linked(name(sum)), sum.afterFirst());
      case "PC" -> new SourceOperand.Relative(known(sum));
      case "SP" -> stack(sum);
      case String _ -> {
        Optional<Register> register = Words.register(base);
        if (register.isEmpty()) {
          throw malformed();
        }
        yield reader.done() ? memory(register.get(), sum) : scaled(register, sum);
      }
    };
  }

  private SourceOperand stack(Sum sum) throws UnreadableCodeException {
    if (!reader.done()) {
      return scaled(Optional.of(Register.RSP), sum);
    }
    return sum.known()
        ? memory(Register.RSP, sum)
        : new SourceOperand.Local(named(sum).afterFirst());
  }

  private SourceOperand scaled(Optional<Register> base, Sum sum) throws UnreadableCodeException {
    boolean shape =
        reader.sees("(")
            && reader.ahead(1).name()
            && reader.ahead(2).is("*")
            && reader.ahead(3).kind() == Token.Kind.NUMBER
            && reader.ahead(4).is(")");
    if (!shape) {
      throw malformed();
    }
    String index = reader.ahead(1).text();
    String scale = reader.ahead(3).text();
    reader.skip(5);
    if (index.equals("TLS")) {
      return new SourceOperand.OfThread(known(sum));
    }
    Optional<Register> register = Words.register(index);
    if (register.isEmpty() || register.get() == Register.RSP || !"1248".contains(scale)) {
      throw malformed();
    }
    return new SourceOperand.Memory(base, register, scale.charAt(0) - '0', sum);
  }

  private static SourceOperand memory(Register base, Sum sum) {
    return new SourceOperand.Memory(Optional.of(base), Optional.empty(), 1, sum);
  }

  private Sum named(Sum sum) throws UnreadableCodeException {
    if (sum.known()) {
      throw new UnreadableCodeException("a name is wanted before (FP) or (SP): line=" + line);
    }
    return sum;
  }

  private String name(Sum sum) throws UnreadableCodeException {
    if (sum.known()) {
      throw new UnreadableCodeException("a name is wanted before (SB): line=" + line);
    }
    return sum.names().getFirst();
  }

  private long known(Sum sum) throws UnreadableCodeException {
    if (!sum.known()) {
      throw new UnreadableCodeException("a number is wanted: line=" + line);
    }
    return sum.number();
  }

  private UnreadableCodeException malformed() {
    return new UnreadableCodeException("operand cannot be read: line=" + line);
  }
}
