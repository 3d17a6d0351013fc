package psyscall.model.plan9;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.assembly.UnreadableCodeException;

/// Takes assembly text apart into tokens. Comments are gone afterwards; a backslash before the end
/// of a line is a token of its own.
final class Lexer {
  private static final int LINE_MAX = 4096;
  private static final int TOKENS_MAX = 1 << 19;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private Lexer(String text) {
    this.text = text;
  }

  /// The tokens of a text.
  ///
  /// @param text the text
  /// @return its tokens; the last one ends a line
  /// @throws UnreadableCodeException if a line is too long, a comment or text does not end, or a
  ///   character is in no token
  static List<Token> tokens(String text) throws UnreadableCodeException {
    var lexer = new Lexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
      if (lexer.tokens.size() > TOKENS_MAX) {
        throw new UnreadableCodeException("too many words in assembly: limit=" + TOKENS_MAX);
      }
    }
    lexer.add(Token.Kind.END, "");
    return List.copyOf(lexer.tokens);
  }

  private void next() throws UnreadableCodeException {
    if (at - lineStart > LINE_MAX) {
      throw new UnreadableCodeException(
          "line too long: line=%d, limit=%d characters".formatted(line, LINE_MAX));
    }
    char c = text.charAt(at);
    if (c == '\n') {
      add(Token.Kind.END, "");
      newLine();
    } else if (c == ' ' || c == '\t' || c == '\r') {
      at++;
    } else if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", at)) {
      comment();
    } else if (nameStart(c)) {
      take(Token.Kind.NAME);
    } else if (c >= '0' && c <= '9') {
      take(Token.Kind.NUMBER);
    } else if (c == '"' || c == '\'') {
      quoted(c);
    } else {
      mark(c);
    }
  }

  private void newLine() {
    at++;
    line++;
    lineStart = at;
  }

  private void comment() throws UnreadableCodeException {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw new UnreadableCodeException("comment without an end: line=" + line);
    }
    while (at < end + 2) {
      if (text.charAt(at) == '\n') {
        newLine();
      } else {
        at++;
      }
    }
  }

  private void take(Token.Kind kind) {
    int start = at;
    while (at < text.length() && namePart(text.charAt(at)) && at - lineStart <= LINE_MAX) {
      at++;
    }
    String word = text.substring(start, at);
    boolean fraction = kind == Token.Kind.NUMBER && word.indexOf('.') >= 0;
    add(fraction ? Token.Kind.TEXT : kind, word);
  }

  private void quoted(char quote) throws UnreadableCodeException {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length() || text.charAt(end) != quote) {
      throw new UnreadableCodeException("quotation without an end: line=" + line);
    }
    add(Token.Kind.TEXT, text.substring(at + 1, end));
    at = end + 1;
  }

  private void mark(char c) throws UnreadableCodeException {
    if (text.startsWith("<<", at) || text.startsWith(">>", at)) {
      add(Token.Kind.MARK, text.substring(at, at + 2));
      at += 2;
      return;
    }
    if ("#\\()+-*/%&|^~!$,;:<>=[]{}@".indexOf(c) < 0) {
      throw new UnreadableCodeException(
          "character that is not of assembly: line=%d, code=0x%x".formatted(line, (int) c));
    }
    add(Token.Kind.MARK, String.valueOf(c));
    at++;
  }

  private void add(Token.Kind kind, String word) {
    tokens.add(new Token(kind, word, line));
  }

  private static boolean nameStart(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || c == '_' || c == '·' || c == '∕';
  }

  private static boolean namePart(char c) {
    return nameStart(c) || (c >= '0' && c <= '9') || c == '.';
  }
}
