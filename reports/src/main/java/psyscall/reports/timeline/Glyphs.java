package psyscall.reports.timeline;

/// The characters that lanes are drawn with.
public enum Glyphs {
  /// Lines and dots of Unicode, each one column wide; the default.
  UNICODE("│┃┆›", "●○", "─┼◂▸", "…") {
    @Override
    String text(String text) {
      return text;
    }
  },
  /// Nothing outside ASCII, for logs and terminals without Unicode; other letters become `?`.
  ASCII(".|:=", "*o", "-+<>", "~") {
    @Override
    String text(String text) {
      StringBuilder out = new StringBuilder();
      text.codePoints().forEach(c -> out.append(plain(c)));
      return out.toString();
    }
  };

  private final String resting;
  private final String acting;
  private final String arrows;
  private final String cut;

  /// Names the characters.
  ///
  /// @param resting the marks of a lane whose actor does not act, in the order of [Band.Hold]
  /// @param acting the mark of the lane that acts: if it owns something, if not
  /// @param arrows an arrow's line, its crossing with a lane, its head to the left, to the right
  /// @param cut what stands for a part that was left out
  Glyphs(String resting, String acting, String arrows, String cut) {
    this.resting = resting;
    this.acting = acting;
    this.arrows = arrows;
    this.cut = cut;
  }

  abstract String text(String text);

  /// The text on one line and in letters that this set has.
  String clean(String text) {
    return text(Wrapping.clean(text));
  }

  /// The clean text, cut to a number of columns.
  String fit(String text, int columns) {
    return Wrapping.cut(clean(text), columns, cut);
  }

  /// The mark of a lane whose actor does not act.
  String resting(Band.Hold hold) {
    return switch (hold) {
      case NOTHING -> resting.substring(0, 1);
      case OWNS -> resting.substring(1, 2);
      case REMEMBERS -> resting.substring(2, 3);
      case IS_GIVEN -> resting.substring(3, 4);
    };
  }

  /// The mark of the lane that acts.
  String acting(Band.Hold hold) {
    return switch (hold) {
      case OWNS -> acting.substring(0, 1);
      case NOTHING, REMEMBERS, IS_GIVEN -> acting.substring(1, 2);
    };
  }

  /// The mark of the lane that acts where there are no bands.
  String acting() {
    return acting.substring(0, 1);
  }

  /// A piece of an arrow.
  String line() {
    return arrows.substring(0, 1);
  }

  /// An arrow through a lane.
  String crossing() {
    return arrows.substring(1, 2);
  }

  /// The head of an arrow to the left.
  String headLeft() {
    return arrows.substring(2, 3);
  }

  /// The head of an arrow to the right.
  String headRight() {
    return arrows.substring(3, 4);
  }

  private static String plain(int letter) {
    if (letter < 0x7f) {
      return Character.toString(letter);
    }
    return switch (letter) {
      case '→' -> "->";
      case '≤' -> "<=";
      case '≥' -> ">=";
      case '≠' -> "/=";
      case '−', '–', '—' -> "-";
      case '…' -> "...";
      default -> "?";
    };
  }
}
