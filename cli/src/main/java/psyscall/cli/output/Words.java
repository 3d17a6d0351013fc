package psyscall.cli.output;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import psyscall.spec.scenario.Scenario;

/// Numbers, times and lists as words.
public final class Words {
  private Words() {}

  /// A number with its thousands apart.
  ///
  /// @param number any
  /// @return such as `1,234,567`
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// A number of things.
  ///
  /// @param number how many
  /// @param thing one of them, in words; of several words the first noun takes the plural
  /// @return such as `1 step`, `27 steps`, `2 properties`, `3 states to start from`
  public static String count(long number, String thing) {
    return number(number) + " " + (number == 1 ? thing : plural(thing));
  }

  private static String plural(String thing) {
    int of = thing.indexOf(" to ");
    if (of >= 0) {
      return plural(thing.substring(0, of)) + thing.substring(of);
    }
    if (thing.endsWith("y")) {
      return thing.substring(0, thing.length() - 1) + "ies";
    }
    return thing + (thing.endsWith("ch") ? "es" : "s");
  }

  /// A time.
  ///
  /// @param time at least 0
  /// @return such as `0.4 s`
  public static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /// An amount of memory.
  ///
  /// @param bytes at least 0
  /// @return whole megabytes, rounded up, such as `12 MB`
  public static String megabytes(long bytes) {
    return number((bytes + (1 << 20) - 1) >> 20) + " MB";
  }

  /// The sizes of a scenario.
  ///
  /// @param scenario the scenario
  /// @return such as `3M 2P 2G`
  public static String sizes(Scenario scenario) {
    return "%dM %dP %dG"
        .formatted(scenario.threads(), scenario.processors(), scenario.programs().size());
  }

  /// Words joined by commas.
  ///
  /// @param words any
  /// @return `none` if there are none
  public static String list(List<String> words) {
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  /// A text broken into lines.
  ///
  /// @param text words with spaces between; a line break in it stays
  /// @param columns the width of a line, at least 1; a longer word has a line of its own
  /// @return the lines
  public static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ", -1)) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /// A labelled text: the label, and the text wrapped beside it.
  ///
  /// @param label the label, at most 13 letters
  /// @param text the text
  /// @return lines of at most 100 columns, the label on the first
  public static List<String> labelled(String label, String text) {
    List<String> lines = new ArrayList<>();
    for (String line : wrapped(text, 86)) {
      lines.add("%-14s%s".formatted(lines.isEmpty() ? label : "", line).stripTrailing());
    }
    return lines;
  }
}
