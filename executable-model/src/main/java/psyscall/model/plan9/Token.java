package psyscall.model.plan9;

/// A word of assembly text.
///
/// @param kind what it is
/// @param text how it is written, without quotation marks
/// @param line where, from 1; a token of a macro has the line of its use
record Token(Kind kind, String text, int line) {
  /// What a token can be.
  enum Kind {
    /// A name, with Go's middle dot and division slash.
    NAME,
    /// A whole number, as it is written.
    NUMBER,
    /// A text between quotation marks, or a number with a fraction.
    TEXT,
    /// Anything else that is printable, one character, or `<<`, `>>`.
    MARK,
    /// The end of a line.
    END
  }

  boolean is(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  boolean name() {
    return kind == Kind.NAME;
  }

  boolean end() {
    return kind == Kind.END;
  }

  Token at(int other) {
    return new Token(kind, text, other);
  }
}
