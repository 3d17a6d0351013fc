package psyscall.model.plan9;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.assembly.UnreadableCodeException;

/// Follows `#define`, `#include` and `#ifdef`, and replaces macros.
///
/// What a build for Linux on amd64 defines is defined at the start.
final class Preprocessor {
  private static final int OUTPUT_MAX = 1 << 19;
  private static final int DEPTH_MAX = 64;

  private final Map<String, Macro> macros = new HashMap<>();
  private final List<Token> output = new ArrayList<>();
  private final Conditions conditions = new Conditions();
  private int uses;

  /// What `#define` says about a name.
  ///
  /// @param parameters names of its parameters; none if it is used without parentheses
  /// @param body what it stands for
  private record Macro(Optional<List<String>> parameters, List<Token> body) {}

  /// Starts with what a build defines.
  Preprocessor() {
    for (String name : List.of("GOOS_linux", "GOARCH_amd64", "GOAMD64_v1")) {
      macros.put(name, new Macro(Optional.empty(), List.of()));
    }
  }

  /// Replaces all macros of a file.
  ///
  /// @param tokens the tokens of the file
  /// @return the tokens without directives
  /// @throws UnreadableCodeException if a directive or a use of a macro is malformed, or too much
  ///   comes out
  List<Token> expand(List<Token> tokens) throws UnreadableCodeException {
    process(tokens);
    conditions.requireClosed();
    return List.copyOf(output);
  }

  private void process(List<Token> tokens) throws UnreadableCodeException {
    var reader = new TokenReader(tokens);
    while (!reader.done()) {
      if (reader.peek().is("#")) {
        directive(reader);
      } else {
        List<Token> line = reader.line();
        if (conditions.active()) {
          emit(line, 0);
        }
      }
    }
  }

  private void directive(TokenReader reader) throws UnreadableCodeException {
    int line = reader.next().line();
    String word = reader.done() || !reader.peek().name() ? "" : reader.next().text();
    List<Token> rest = reader.directive();
    switch (word) {
      case "ifdef" -> conditions.open(macros.containsKey(name(rest, line)));
      case "ifndef" -> conditions.open(!macros.containsKey(name(rest, line)));
      case "else" -> conditions.turn(line);
      case "endif" -> conditions.close(line);
      case "define" -> {
        if (conditions.active()) {
          define(rest, line);
        }
      }
      case "undef" -> {
        if (conditions.active()) {
          macros.remove(name(rest, line));
        }
      }
      case "include" -> {
        if (conditions.active()) {
          include(rest, line);
        }
      }
      case "line" -> {}
      case String _ ->
          throw new UnreadableCodeException(
              "unknown directive: line=%d, directive=#%s".formatted(line, word));
    }
  }

  private static String name(List<Token> rest, int line) throws UnreadableCodeException {
    if (rest.size() != 1 || !rest.getFirst().name()) {
      throw new UnreadableCodeException("directive wants one name: line=" + line);
    }
    return rest.getFirst().text();
  }

  private void include(List<Token> rest, int line) throws UnreadableCodeException {
    if (rest.size() != 1 || rest.getFirst().kind() != Token.Kind.TEXT) {
      throw new UnreadableCodeException("include wants a quoted name: line=" + line);
    }
    String file = rest.getFirst().text();
    Optional<String> text = Headers.text(file);
    if (text.isEmpty()) {
      throw new UnreadableCodeException(
          "unknown header: line=%d, name=%s".formatted(line, shortened(file)));
    }
    process(Lexer.tokens(text.get()));
  }

  private void define(List<Token> rest, int line) throws UnreadableCodeException {
    if (rest.isEmpty() || !rest.getFirst().name()) {
      throw new UnreadableCodeException("define wants a name: line=" + line);
    }
    var reader = new TokenReader(rest);
    String name = reader.next().text();
    Optional<List<String>> parameters = Optional.empty();
    if (!reader.done() && reader.peek().is("(") && parametersFollow(rest)) {
      List<String> names = new ArrayList<>();
      for (List<Token> argument : reader.arguments(line)) {
        names.add(argument.getFirst().text());
      }
      parameters = Optional.of(List.copyOf(names));
    }
    macros.put(name, new Macro(parameters, reader.rest()));
  }

  /// Whether a definition has parameters: names between commas, then a parenthesis. Whether there
  /// is a blank before it is not known here, and `(6*8)` is no list of names.
  private static boolean parametersFollow(List<Token> rest) {
    int at = 2;
    if (at < rest.size() && rest.get(at).is(")")) {
      return true;
    }
    while (at + 1 < rest.size() && rest.get(at).name()) {
      if (rest.get(at + 1).is(")")) {
        return rest.size() > at + 2;
      }
      if (!rest.get(at + 1).is(",")) {
        return false;
      }
      at += 2;
    }
    return false;
  }

  private void emit(List<Token> tokens, int depth) throws UnreadableCodeException {
    if (depth > DEPTH_MAX) {
      throw new UnreadableCodeException(
          "macro stands for itself: line=%d, limit=%d levels"
              .formatted(tokens.getFirst().line(), DEPTH_MAX));
    }
    var reader = new TokenReader(tokens);
    while (!reader.done()) {
      Token token = reader.next();
      Optional<Macro> macro =
          token.name() ? Optional.ofNullable(macros.get(token.text())) : Optional.empty();
      boolean used = macro.isPresent() && (macro.get().parameters().isEmpty() || reader.sees("("));
      if (used) {
        uses++;
        List<Token> body = body(token, macro.get(), reader);
        if (!body.isEmpty()) {
          emit(body, depth + 1);
        }
      } else {
        output.add(token);
      }
      if (output.size() > OUTPUT_MAX || uses > OUTPUT_MAX) {
        throw new UnreadableCodeException(
            "macros stand for too much: line=%d, limit=%d words"
                .formatted(token.line(), OUTPUT_MAX));
      }
    }
  }

  private List<Token> body(Token use, Macro macro, TokenReader reader)
      throws UnreadableCodeException {
    Map<String, List<Token>> arguments = new HashMap<>();
    if (macro.parameters().isPresent()) {
      List<String> names = macro.parameters().get();
      List<List<Token>> given = reader.arguments(use.line());
      if (given.size() != names.size()) {
        throw new UnreadableCodeException(
            "macro used with a wrong number of arguments: line=%d, macro=%s, given=%d, wanted=%d"
                .formatted(use.line(), use.text(), given.size(), names.size()));
      }
      for (int i = 0; i < names.size(); i++) {
        arguments.put(names.get(i), given.get(i));
      }
    }
    List<Token> body = new ArrayList<>();
    for (Token token : macro.body()) {
      List<Token> itself = List.of(token.at(use.line()));
      body.addAll(token.name() ? arguments.getOrDefault(token.text(), itself) : itself);
      if (body.size() > OUTPUT_MAX) {
        throw new UnreadableCodeException(
            "macros stand for too much: line=%d, limit=%d words".formatted(use.line(), OUTPUT_MAX));
      }
    }
    return body;
  }

  private static String shortened(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "..." : text;
  }
}
