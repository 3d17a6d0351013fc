package psyscall.model.plan9;

import java.util.function.LongBinaryOperator;
import psyscall.model.assembly.UnreadableCodeException;

/// Computes the numbers of assembly text with Go's precedence: `* / % << >> &` before `+ - | ^`.
///
/// Names stand for numbers that are not known; they can only be added.
final class ExpressionParser {
  private static final int DEPTH_MAX = 64;

  private final TokenReader reader;
  private final int line;
  private int depth;

  ExpressionParser(TokenReader reader, int line) {
    this.reader = reader;
    this.line = line;
  }

  /// Reads as much as belongs to an expression.
  ///
  /// @return its value
  /// @throws UnreadableCodeException if it is none
  Sum sum() throws UnreadableCodeException {
    Sum left = product();
    while (true) {
      if (reader.sees("+")) {
        reader.next();
        left = left.plus(product());
      } else if (reader.sees("-")) {
        reader.next();
        left = left.plus(negated(product()));
      } else if (reader.sees("|")) {
        left = known(left, (a, b) -> a | b, product(reader.next()));
      } else if (reader.sees("^")) {
        left = known(left, (a, b) -> a ^ b, product(reader.next()));
      } else {
        return left;
      }
    }
  }

  private Sum product(Token operator) throws UnreadableCodeException {
    if (operator.end()) {
      throw malformed("expression ends early");
    }
    return product();
  }

  private Sum product() throws UnreadableCodeException {
    Sum left = unary();
    while (!reader.done() && reader.peek().kind() == Token.Kind.MARK) {
      switch (reader.peek().text()) {
        case "*" -> left = next(left, (a, b) -> a * b);
        case "&" -> left = next(left, (a, b) -> a & b);
        case "<<" -> left = next(left, (a, b) -> b >= 64 ? 0 : a << b);
        case ">>" -> left = next(left, (a, b) -> b >= 64 ? 0 : a >>> b);
        case "/", "%" -> left = divided(left, reader.peek().is("/"));
        case String _ -> {
          return left;
        }
      }
    }
    return left;
  }

  private Sum next(Sum left, LongBinaryOperator operation) throws UnreadableCodeException {
    reader.next();
    return known(left, operation, unary());
  }

  private Sum divided(Sum left, boolean quotient) throws UnreadableCodeException {
    reader.next();
    Sum right = unary();
    if (right.known() && right.number() == 0) {
      throw malformed("division by zero");
    }
    return known(left, (a, b) -> quotient ? a / b : a % b, right);
  }

  private Sum unary() throws UnreadableCodeException {
    depth++;
    if (depth > DEPTH_MAX) {
      throw malformed("expression too deep");
    }
    Sum value = term();
    depth--;
    return value;
  }

  private Sum term() throws UnreadableCodeException {
    if (reader.done()) {
      throw malformed("expression ends early");
    }
    Token token = reader.next();
    if (token.is("-")) {
      return negated(unary());
    }
    if (token.is("+")) {
      return unary();
    }
    if (token.is("~")) {
      Sum value = unary();
      return known(value, (a, _) -> ~a, Sum.of(0));
    }
    if (token.is("(")) {
      Sum value = sum();
      if (!reader.sees(")")) {
        throw malformed("parenthesis that is not closed");
      }
      reader.next();
      return value;
    }
    return switch (token.kind()) {
      case NUMBER -> Sum.of(number(token));
      case NAME -> Sum.of(token.text());
      case TEXT, MARK, END -> throw malformed("no number: found=" + token.text());
    };
  }

  private long number(Token token) throws UnreadableCodeException {
    String text = token.text();
    try {
      if (text.startsWith("0x") || text.startsWith("0X")) {
        return Long.parseUnsignedLong(text.substring(2), 16);
      }
      return text.length() > 1 && text.startsWith("0")
          ? Long.parseUnsignedLong(text, 8)
          : Long.parseUnsignedLong(text);
    } catch (NumberFormatException _) {
      throw malformed("not a number of 64 bits: found=" + Statement.shortened(text));
    }
  }

  private Sum negated(Sum value) throws UnreadableCodeException {
    return known(value, (a, _) -> -a, Sum.of(0));
  }

  private Sum known(Sum left, LongBinaryOperator operation, Sum right)
      throws UnreadableCodeException {
    if (!left.known() || !right.known()) {
      throw malformed("a name can only be added");
    }
    return Sum.of(operation.applyAsLong(left.number(), right.number()));
  }

  private UnreadableCodeException malformed(String what) {
    return new UnreadableCodeException("%s: line=%d".formatted(what, line));
  }
}
