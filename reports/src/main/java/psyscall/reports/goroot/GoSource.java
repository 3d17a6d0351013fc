package psyscall.reports.goroot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The functions that a file of Go or of its assembly declares.
///
/// @param functions in textual order
record GoSource(List<GoFunction> functions) {
  private static final Pattern FUNCTION =
      Pattern.compile("(?m)^func\\s+(?:\\([^)]*\\)\\s*)?([\\p{L}_][\\p{L}\\p{N}_]*)");
  private static final Pattern TEXT =
      Pattern.compile("(?m)^TEXT\\s+[^\\s(<]*·([\\p{L}_][\\p{L}\\p{N}_]*)(?:<[^>]*>)?\\(SB\\)");

  /// Copies the functions.
  GoSource {
    functions = List.copyOf(functions);
  }

  /// Scans a file.
  ///
  /// @param file its name; assembly if it ends with `.s`
  /// @param text what it says
  /// @return its functions; what is not understood is passed over
  static GoSource of(String file, String text) {
    String code = GoText.blank(text);
    return new GoSource(file.endsWith(".s") ? assembly(code) : go(text, code));
  }

  private static List<GoFunction> go(String text, String code) {
    LineNumbers numbers = new LineNumbers(text);
    List<GoFunction> functions = new ArrayList<>();
    for (Matcher found = FUNCTION.matcher(code); found.find(); ) {
      int end = declarationEnd(code, found.start());
      int body = bodyStart(code, found.end(), end);
      List<GoOperation> operations = new GoCalls(text, code, numbers).between(body, end);
      functions.add(
          new GoFunction(found.group(1), numbers.between(found.start(), end), operations));
    }
    return functions;
  }

  /// A declaration ends with the first line at whose end no bracket is open. One without a body,
  /// which is written in assembly, ends so too.
  private static int declarationEnd(String code, int start) {
    int depth = 0;
    int at = start;
    while (at < code.length() && (depth > 0 || code.charAt(at) != '\n')) {
      depth += GoText.depthOf(code.charAt(at));
      at++;
    }
    return at;
  }

  /// Behind the type parameters, if there are any, and the parameters.
  private static int bodyStart(String code, int nameEnd, int end) {
    int at = nameEnd;
    if (at < end && code.charAt(at) == '[') {
      at = GoText.closed(code, at);
    }
    if (at < end && code.charAt(at) == '(') {
      at = GoText.closed(code, at);
    }
    return Math.min(at, end);
  }

  private static List<GoFunction> assembly(String code) {
    LineNumbers numbers = new LineNumbers(code);
    List<GoFunction> functions = new ArrayList<>();
    Matcher found = TEXT.matcher(code);
    boolean isFound = found.find();
    while (isFound) {
      int start = found.start();
      int behind = found.end();
      String name = found.group(1);
      isFound = found.find();
      String body = code.substring(behind, isFound ? found.start() : code.length());
      int end = behind + body.stripTrailing().length();
      functions.add(
          new GoFunction(
              name,
              numbers.between(start, end),
              AssemblyCalls.between(code, behind, end, numbers)));
    }
    return functions;
  }
}
