package psyscall.model.behavior;

import java.util.List;
import java.util.stream.LongStream;

/// A value of one number: truth (0, 1), the position in an enumeration, a number, the bits of a
/// word with zeros above, an individual's index, or of an optional id −1 for nil.
///
/// @param value the number
public record Scalar(long value) implements Value {
  private static final int LOW = -1;
  private static final int HIGH = 1023;
  private static final List<Scalar> SMALL =
      LongStream.rangeClosed(LOW, HIGH).mapToObj(Scalar::new).toList();

  /// False.
  public static final Scalar FALSE = of(0);

  /// True.
  public static final Scalar TRUE = of(1);

  /// No id.
  public static final Scalar NIL = of(-1);

  /// A number; from −1 to 1023 always the same object.
  ///
  /// @param value the number
  /// @return its value
  public static Scalar of(long value) {
    return value >= LOW && value <= HIGH ? SMALL.get((int) value - LOW) : new Scalar(value);
  }

  /// A truth value.
  ///
  /// @param truth the truth
  /// @return 1 or 0
  public static Scalar of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  @Override
  public long scalar() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scalar that && that.value == value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
