package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import psyscall.spec.term.WordTerm.WordOperation.Operator;

/// Machine words of all widths against whole numbers without a width.
class WordsProperties {
  @Provide
  Arbitrary<Long> bits() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(-2, 70),
        Arbitraries.longs(),
        Arbitraries.integers().between(0, 63).map(at -> 1L << at),
        Arbitraries.integers().between(0, 63).map(at -> (1L << at) - 1));
  }

  private static BigInteger modulus(int width) {
    return BigInteger.ONE.shiftLeft(width);
  }

  private static BigInteger unsigned(long word) {
    return new BigInteger(Long.toUnsignedString(word));
  }

  private static BigInteger signed(long word, int width) {
    BigInteger value = unsigned(word);
    return value.testBit(width - 1) ? value.subtract(modulus(width)) : value;
  }

  @Property(tries = 3000)
  void operationsAreArithmeticModuloAPowerOfTwo(
      @ForAll Operator operator,
      @ForAll @IntRange(min = 1, max = 64) int width,
      @ForAll @From("bits") long leftBits,
      @ForAll @From("bits") long rightBits) {
    long left = Words.truncate(leftBits, width);
    long right = Words.truncate(rightBits, width);
    BigInteger a = unsigned(left);
    BigInteger b = unsigned(right);
    // Shifting by 64 already shifts everything out, and a larger number would take for ever.
    int amount = b.min(BigInteger.valueOf(64)).intValueExact();

    BigInteger wanted =
        switch (operator) {
          case ADD -> a.add(b);
          case SUB -> a.subtract(b);
          case MUL -> a.multiply(b);
          case AND -> a.and(b);
          case OR -> a.or(b);
          case XOR -> a.xor(b);
          case SHIFT_LEFT -> a.shiftLeft(amount);
          case SHIFT_RIGHT -> a.shiftRight(amount);
          case SHIFT_RIGHT_SIGNED -> signed(left, width).shiftRight(amount);
        };

    assertThat(unsigned(Words.apply(operator, left, right, width)))
        .isEqualTo(wanted.mod(modulus(width)));
  }

  @Property(tries = 2000)
  void signedOrderIsThatOfTheSignedNumbers(
      @ForAll @IntRange(min = 1, max = 64) int width,
      @ForAll @From("bits") long leftBits,
      @ForAll @From("bits") long rightBits) {
    long left = Words.truncate(leftBits, width);
    long right = Words.truncate(rightBits, width);

    assertThat(Integer.signum(Words.compareSigned(left, right, width)))
        .isEqualTo(signed(left, width).compareTo(signed(right, width)));
    assertThat(BigInteger.valueOf(Words.signed(left, width))).isEqualTo(signed(left, width));
  }
}
