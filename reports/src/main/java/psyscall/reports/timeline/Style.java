package psyscall.reports.timeline;

/// How a piece of a line looks, and its parameters in an ANSI escape sequence.
enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  ALARM("1;31"),
  TINT_1("36"),
  TINT_2("33"),
  TINT_3("32"),
  TINT_4("35"),
  TINT_5("34");

  private static final int TINTS = 5;

  private final String parameters;

  Style(String parameters) {
    this.parameters = parameters;
  }

  /// The colour of the n-th thing that can be held.
  static Style tint(int n) {
    return switch (n % TINTS) {
      case 0 -> TINT_1;
      case 1 -> TINT_2;
      case 2 -> TINT_3;
      case 3 -> TINT_4;
      default -> TINT_5;
    };
  }

  /// The text in this style.
  String on(String text) {
    return parameters.isEmpty() ? text : "\u001b[" + parameters + "m" + text + "\u001b[0m";
  }
}
