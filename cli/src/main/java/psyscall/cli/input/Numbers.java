package psyscall.cli.input;

import java.math.BigInteger;
import java.util.regex.Pattern;
import psyscall.cli.session.WrongUsage;

/// Whole numbers among the words of the command line.
final class Numbers {
  private static final Pattern DIGITS = Pattern.compile("\\d{1,40}");

  private Numbers() {}

  /// A number within limits.
  ///
  /// @param option the option that it was given to, without its hyphens
  /// @param text what was written
  /// @param what what it is a number of, for the complaint
  /// @param min the least, at least 0
  /// @param max the greatest
  /// @return the number
  /// @throws WrongUsage if it is none, or beyond a limit
  static long within(String option, String text, String what, long min, long max) {
    if (!DIGITS.matcher(text).matches()) {
      throw new WrongUsage(
          "not understood: %s=%s; give a number, limit=%d..%d".formatted(option, text, min, max));
    }
    BigInteger number = new BigInteger(text);
    if (number.compareTo(BigInteger.valueOf(min)) < 0
        || number.compareTo(BigInteger.valueOf(max)) > 0) {
      throw new WrongUsage(
          "%s out of range: %s=%s, limit=%d..%d".formatted(what, option, text, min, max));
    }
    return number.longValueExact();
  }
}
