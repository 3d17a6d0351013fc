package psyscall.model.plan9;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.assembly.UnreadableCodeException;

/// A reading position in a list of tokens.
final class TokenReader {
  private final List<Token> tokens;
  private int at;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  boolean done() {
    return at >= tokens.size();
  }

  /// The next token; there must be one.
  Token peek() {
    return tokens.get(at);
  }

  /// Whether the next token is a mark.
  boolean sees(String mark) {
    return !done() && peek().is(mark);
  }

  /// The token after some others, for looking ahead; the end of a line if there is none.
  Token ahead(int distance) {
    int index = at + distance;
    return index < tokens.size() ? tokens.get(index) : new Token(Token.Kind.END, "", 0);
  }

  Token next() {
    return tokens.get(at++);
  }

  /// Everything that is left.
  List<Token> rest() {
    List<Token> rest = List.copyOf(tokens.subList(at, tokens.size()));
    at = tokens.size();
    return rest;
  }

  /// Skips tokens.
  void skip(int count) {
    at += count;
  }

  /// The tokens up to the end of the line and with it.
  List<Token> line() {
    List<Token> line = new ArrayList<>();
    while (!done()) {
      Token token = next();
      line.add(token);
      if (token.end()) {
        return line;
      }
    }
    return line;
  }

  /// The tokens of a directive. A backslash goes on in the next line; what it separates are
  /// statements of their own.
  List<Token> directive() {
    List<Token> line = new ArrayList<>();
    while (!done()) {
      Token token = next();
      if (token.end()) {
        return line;
      }
      if (token.is("\\") && !done() && peek().end()) {
        line.add(next());
      } else {
        line.add(token);
      }
    }
    return line;
  }

  /// Arguments between parentheses, separated by commas.
  ///
  /// @param line for the message
  /// @return the arguments, none if there is nothing between the parentheses
  /// @throws UnreadableCodeException if the parentheses do not close, or an argument is empty
  List<List<Token>> arguments(int line) throws UnreadableCodeException {
    List<List<Token>> arguments = new ArrayList<>();
    List<Token> current = new ArrayList<>();
    int depth = 0;
    while (!done()) {
      Token token = next();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0) {
        if (!current.isEmpty() || !arguments.isEmpty()) {
          add(arguments, current, line);
        }
        return arguments;
      }
      if (depth == 1 && token.is(",")) {
        add(arguments, current, line);
        current = new ArrayList<>();
      } else if (depth > 1 || !token.is("(")) {
        current.add(token);
      }
    }
    throw new UnreadableCodeException("parenthesis that is not closed: line=" + line);
  }

  private static void add(List<List<Token>> arguments, List<Token> argument, int line)
      throws UnreadableCodeException {
    if (argument.isEmpty()) {
      throw new UnreadableCodeException("empty argument: line=" + line);
    }
    arguments.add(argument);
  }
}
