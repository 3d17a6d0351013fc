package psyscall.cli.input;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The choices that somebody may have meant by a word that is none of them.
final class Nearest {
  private static final int CHOICES_MAX = 5;

  private Nearest() {}

  /// The choices that are nearest to a word.
  ///
  /// @param word what was written
  /// @param choices what there is
  /// @return at most five, the nearest first: by edit distance, a choice with a part that begins
  ///   with the word being as near as one with one wrong letter; those with more wrong letters than
  ///   half of the word are left out
  static List<String> of(String word, List<String> choices) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return choices.stream()
        .filter(choice -> distance(wanted, choice) <= Math.max(2, wanted.length() / 2))
        .sorted(Comparator.<String>comparingInt(choice -> distance(wanted, choice)))
        .limit(CHOICES_MAX)
        .toList();
  }

  private static int distance(String wanted, String choice) {
    String lower = choice.toLowerCase(Locale.ROOT);
    int edits = edits(wanted, lower);
    boolean begins = wanted.length() >= 3 && parts("-" + lower).contains("-" + parts(wanted));
    return begins ? Math.min(1, edits) : edits;
  }

  private static String parts(String name) {
    return name.replace('.', '-');
  }

  /// How many letters must be changed, added or removed (Levenshtein), by rows.
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= to.length(); column++) {
        int above = row[column];
        int change = from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1;
        row[column] = Math.min(Math.min(row[column - 1], above) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[to.length()];
  }
}
