package psyscall.reports.goroot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The calls in a file of Go.
///
/// Left out are conversions, functions of the language other than `panic`, and what only fetches a
/// pointer: `getg()` and the methods `ptr()`.
///
/// @param text what the file says
/// @param code the same, blanked
/// @param numbers its lines
record GoCalls(String text, String code, LineNumbers numbers) {
  private static final Set<String> NO_CALLS =
      Set.of(
          ("break case chan const continue default defer else fallthrough for func go goto if"
                  + " import interface map package range return select struct switch type var bool"
                  + " byte rune string int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64"
                  + " uintptr float32 float64 complex64 complex128 error any append cap clear close"
                  + " complex copy delete imag len make max min new print println real recover"
                  + " unsafe.Pointer unsafe.Sizeof unsafe.Offsetof getg hex guintptr muintptr"
                  + " puintptr")
              .split(" ", -1));
  private static final String FETCH = ".ptr";

  /// The calls in a part.
  ///
  /// @param from its first offset
  /// @param to the offset behind it
  /// @return in the order of their opening parentheses
  List<GoOperation> between(int from, int to) {
    List<GoOperation> calls = new ArrayList<>();
    for (int at = from; at < to; at++) {
      if (code.charAt(at) == '(') {
        int start = calleeStart(at, from);
        String callee = code.substring(start, at);
        if (isCall(callee)) {
          calls.add(new GoOperation(numbers.at(start), callee, callee + arguments(at)));
        }
      }
    }
    return calls;
  }

  private static boolean isCall(String callee) {
    return !callee.isEmpty()
        && !Character.isDigit(callee.charAt(0))
        && !callee.endsWith(FETCH)
        && !NO_CALLS.contains(callee);
  }

  /// Goes back over names, dots, and over brackets that a dot follows, as in `m.p.ptr().status`.
  private int calleeStart(int open, int from) {
    int at = open;
    while (at > from) {
      char c = code.charAt(at - 1);
      if (c == '.' || isOfName(c)) {
        at--;
      } else if ((c == ')' || c == ']') && at < open && code.charAt(at) == '.') {
        at = Math.max(from, GoText.opened(code, at - 1));
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean isOfName(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /// The arguments as they are written, but for function literals and what spans lines.
  private String arguments(int open) {
    int close = GoText.closed(code, open);
    String given = text.substring(open, close);
    if (given.indexOf('\n') >= 0 || code.substring(open, close).indexOf('{') >= 0) {
      return "(…)";
    }
    return given.replaceAll("[\\s\\p{Cntrl}]+", " ");
  }
}
