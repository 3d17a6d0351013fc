package psyscall.cli.input;

import java.util.List;
import java.util.stream.Stream;
import psyscall.cli.session.WrongUsage;

/// Small whole numbers among the words of the command line.
public final class Counts {
  private Counts() {}

  /// A number within limits.
  ///
  /// @param option the option that it was given to, without its hyphens
  /// @param text what was written
  /// @param what what it is a number of, for the complaint
  /// @param min the least, at least 0
  /// @param max the greatest
  /// @return the number
  /// @throws WrongUsage if it is none, or beyond a limit
  public static int one(String option, String text, String what, int min, int max) {
    return Math.toIntExact(Numbers.within(option, text.strip(), what, min, max));
  }

  /// Numbers joined by commas, each within limits.
  ///
  /// @param option the option that they were given to, without its hyphens
  /// @param text what was written
  /// @param what what each is a number of, for the complaint
  /// @param min the least, at least 0
  /// @param max the greatest
  /// @return the numbers, each once
  /// @throws WrongUsage if one is none, or beyond a limit
  public static List<Integer> list(String option, String text, String what, int min, int max) {
    return Stream.of(text.split(",", -1))
        .map(word -> one(option, word, what, min, max))
        .distinct()
        .toList();
  }
}
