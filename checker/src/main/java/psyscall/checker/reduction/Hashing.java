package psyscall.checker.reduction;

/// Mixes numbers into colours.
///
/// The constants are fixed, so representatives are the same in each run.
final class Hashing {
  /// Where a colour begins.
  static final long SEED = 0x9E3779B97F4A7C15L;

  private static final long ODD = 0xBF58476D1CE4E5B9L;
  private static final long OTHER_ODD = 0x94D049BB133111EBL;

  private Hashing() {}

  /// A colour with one more number in it; the order matters.
  static long mix(long colour, long number) {
    long mixed = (colour ^ number) * ODD;
    return mixed ^ mixed >>> 29;
  }

  /// What an arrow from one colour to another adds to the colour of its source.
  static long arrow(long source, long target, long salt) {
    long mixed = (source * OTHER_ODD + Long.rotateLeft(target, 31) + salt) * ODD;
    return mixed ^ mixed >>> 32;
  }

  /// What the same arrow adds to its target.
  static long backwards(long arrow) {
    return arrow * OTHER_ODD;
  }
}
