package psyscall.model.plan9;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.assembly.Printable;
import psyscall.model.assembly.UnreadableCodeException;

/// A line of assembly: labels, a word, operands.
///
/// @param line where, from 1
/// @param labels the labels before it
/// @param word the mnemonic or pseudo-instruction; empty if there are only labels
/// @param operands the tokens of each operand
record Statement(int line, List<String> labels, String word, List<List<Token>> operands) {
  private static final int SHOWN_MAX = 80;

  /// Takes tokens apart into statements.
  ///
  /// @param tokens tokens without directives and macros
  /// @return the statements that are not empty
  /// @throws UnreadableCodeException if a line does not begin with a word, or parentheses do not
  ///   match
  static List<Statement> of(List<Token> tokens) throws UnreadableCodeException {
    List<Statement> statements = new ArrayList<>();
    List<Token> current = new ArrayList<>();
    for (Token token : tokens) {
      if (token.end() || token.is(";")) {
        if (!current.isEmpty()) {
          statements.add(one(current));
          current = new ArrayList<>();
        }
      } else {
        current.add(token);
      }
    }
    if (!current.isEmpty()) {
      statements.add(one(current));
    }
    return List.copyOf(statements);
  }

  private static Statement one(List<Token> tokens) throws UnreadableCodeException {
    int line = tokens.getFirst().line();
    List<String> labels = new ArrayList<>();
    int at = 0;
    while (at + 1 < tokens.size() && tokens.get(at).name() && tokens.get(at + 1).is(":")) {
      labels.add(tokens.get(at).text());
      at += 2;
    }
    if (at == tokens.size()) {
      return new Statement(line, List.copyOf(labels), "", List.of());
    }
    if (!tokens.get(at).name()) {
      throw new UnreadableCodeException(
          "line begins with no word: line=%d, found=%s"
              .formatted(line, shortened(tokens.get(at).text())));
    }
    String word = tokens.get(at).text();
    return new Statement(
        line, List.copyOf(labels), word, operands(line, tokens.subList(at + 1, tokens.size())));
  }

  private static List<List<Token>> operands(int line, List<Token> tokens)
      throws UnreadableCodeException {
    List<List<Token>> operands = new ArrayList<>();
    List<Token> current = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth < 0) {
        throw new UnreadableCodeException("parenthesis that was not opened: line=" + line);
      }
      if (depth == 0 && token.is(",")) {
        operands.add(List.copyOf(current));
        current.clear();
      } else {
        current.add(token);
      }
    }
    if (depth > 0) {
      throw new UnreadableCodeException("parenthesis that is not closed: line=" + line);
    }
    if (!current.isEmpty()) {
      operands.add(List.copyOf(current));
    }
    if (operands.stream().anyMatch(List::isEmpty)) {
      throw new UnreadableCodeException("empty operand: line=" + line);
    }
    return List.copyOf(operands);
  }

  /// The statement as text, without labels, for messages.
  String shown() {
    var text = new StringBuilder(word);
    String separator = " ";
    for (List<Token> operand : operands) {
      text.append(separator);
      operand.forEach(token -> text.append(token.text()));
      separator = ", ";
      if (text.length() > SHOWN_MAX) {
        break;
      }
    }
    return shortened(text.toString());
  }

  static String shortened(String text) {
    String shown = text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "..." : text;
    return Printable.of(shown);
  }
}
