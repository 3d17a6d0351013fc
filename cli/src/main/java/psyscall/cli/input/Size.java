package psyscall.cli.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import psyscall.cli.session.WrongUsage;

/// The sizes of a world, as `2/2/2` writes them.
///
/// @param threads how many threads, 1 to 4
/// @param processors how many Ps, 1 to 4
/// @param goroutines how many goroutines, 1 to 4
public record Size(int threads, int processors, int goroutines) {
  private static final Pattern FORM = Pattern.compile("([1-4])/([1-4])/([1-4])");

  /// Sizes as they were written.
  ///
  /// @param text three numbers with slashes between
  /// @return the sizes
  /// @throws WrongUsage if it is not understood, or one is out of range
  public static Size parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new WrongUsage(
          "not understood: size=" + text + "; give threads/Ps/goroutines, each 1..4, as 2/2/2");
    }
    return new Size(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /// The sizes in words.
  ///
  /// @return such as `2 threads, 2 Ps, 2 goroutines`
  public String text() {
    return number(threads, "thread")
        + ", "
        + number(processors, "P")
        + ", "
        + number(goroutines, "goroutine");
  }

  private static String number(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
