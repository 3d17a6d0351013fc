package psyscall.checker.store;

/// A cache line without use before the fields of an object that one thread writes all the time: the
/// collector puts objects of several threads side by side, and they would slow each other down.
public abstract class Padded {
  /// Never read nor written.
  protected long line0;

  /// Never read nor written.
  protected long line1;

  /// Never read nor written.
  protected long line2;

  /// Never read nor written.
  protected long line3;

  /// Never read nor written.
  protected long line4;

  /// Never read nor written.
  protected long line5;

  /// Never read nor written.
  protected long line6;

  /// Never read nor written.
  protected long line7;

  /// Nothing to say.
  protected Padded() {}
}
