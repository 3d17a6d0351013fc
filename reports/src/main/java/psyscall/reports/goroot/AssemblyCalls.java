package psyscall.reports.goroot;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a function of assembly does that another thread or the kernel can see.
final class AssemblyCalls {
  private static final Pattern INSTRUCTION =
      Pattern.compile(
          "(?m)^[ \\t]*(CALL\\b.*|JMP\\s+\\S+\\(SB\\).*|SYSCALL\\b.*|LOCK\\b.*|XCHG[BWLQ]\\b.*"
              + "|CMPXCHG[BWLQ]\\b.*)$");

  private AssemblyCalls() {}

  /// The calls, jumps to other functions, traps and atomic instructions of a part.
  ///
  /// @param code blanked text
  /// @param from its first offset
  /// @param to the offset behind it
  /// @param numbers the lines of the text
  /// @return in textual order
  static List<GoOperation> between(String code, int from, int to, LineNumbers numbers) {
    Matcher found = INSTRUCTION.matcher(code).region(from, to);
    return found
        .results()
        .map(
            hit -> {
              String text = hit.group(1).strip().replaceAll("\\s+", " ");
              String mnemonic = text.replaceFirst("[ ;].*", "");
              return new GoOperation(numbers.at(hit.start(1)), mnemonic, text);
            })
        .toList();
  }
}
