package psyscall.spec.analysis;

/// A term as text, with how tightly its parts hold together.
record Printed(String text, Level level) {

  /// Go's precedences, loosest first.
  enum Level {
    /// A conditional or a quantifier, which goes on to the end of the text.
    OPEN,
    OR,
    AND,
    COMPARISON,
    SUM,
    PRODUCT,
    UNARY,
    PRIMARY;

    // The next one.
    Level tighter() {
      return switch (this) {
        case OPEN -> OR;
        case OR -> AND;
        case AND -> COMPARISON;
        case COMPARISON -> SUM;
        case SUM -> PRODUCT;
        case PRODUCT -> UNARY;
        case UNARY, PRIMARY -> PRIMARY;
      };
    }
  }

  static Printed primary(String text) {
    return new Printed(text, Level.PRIMARY);
  }

  static Printed open(String text) {
    return new Printed(text, Level.OPEN);
  }

  // The text where something of at least that level is wanted.
  String at(Level wanted) {
    return level.compareTo(wanted) < 0 ? "(" + text + ")" : text;
  }
}
