package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.spec.term.WordTerm.WordOperation.Operator;

/// Word operations at the widths of memory accesses, at the edges.
class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "ADD, 8, ff, 1, 0",
    "ADD, 32, ffffffff, 2, 1",
    "ADD, 64, ffffffffffffffff, 1, 0",
    "SUB, 8, 0, 1, ff",
    "SUB, 32, 0, 1, ffffffff",
    "SUB, 64, 0, 1, ffffffffffffffff",
    "MUL, 8, 10, 10, 0",
    "MUL, 32, ffffffff, ffffffff, 1",
    "MUL, 64, 8000000000000000, 2, 0",
    "AND, 8, f0, 3c, 30",
    "OR, 8, f0, 3c, fc",
    "XOR, 8, f0, 3c, cc",
    "SHIFT_LEFT, 8, 81, 1, 2",
    "SHIFT_LEFT, 8, 1, 7, 80",
    "SHIFT_LEFT, 8, 1, 8, 0",
    "SHIFT_LEFT, 32, 1, 1f, 80000000",
    "SHIFT_LEFT, 32, 1, 20, 0",
    "SHIFT_LEFT, 32, 1, 40, 0",
    "SHIFT_LEFT, 64, 1, 3f, 8000000000000000",
    "SHIFT_LEFT, 64, 1, 40, 0",
    "SHIFT_LEFT, 64, 1, ffffffffffffffff, 0",
    "SHIFT_RIGHT, 8, 80, 7, 1",
    "SHIFT_RIGHT, 8, 80, 8, 0",
    "SHIFT_RIGHT, 32, 80000000, 20, 0",
    "SHIFT_RIGHT, 64, 8000000000000000, 3f, 1",
    "SHIFT_RIGHT, 64, 8000000000000000, 40, 0",
    "SHIFT_RIGHT_SIGNED, 8, 80, 1, c0",
    "SHIFT_RIGHT_SIGNED, 8, 80, 8, ff",
    "SHIFT_RIGHT_SIGNED, 8, 7f, 8, 0",
    "SHIFT_RIGHT_SIGNED, 32, 80000000, ff, ffffffff",
    "SHIFT_RIGHT_SIGNED, 64, 8000000000000000, 40, ffffffffffffffff",
    "SHIFT_RIGHT_SIGNED, 64, 4000000000000000, 3e, 1",
  })
  void operationGivesTheWord(
      Operator operator, int width, String left, String right, String wanted) {
    long word =
        Words.apply(
            operator, Long.parseUnsignedLong(left, 16), Long.parseUnsignedLong(right, 16), width);

    assertThat(Long.toHexString(word)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "8, ff, 0, -1",
    "8, 7f, 80, 1",
    "8, 80, 80, 0",
    "32, ffffffff, 0, -1",
    "32, 7fffffff, 80000000, 1",
    "64, ffffffffffffffff, 0, -1",
    "64, 7fffffffffffffff, 8000000000000000, 1",
  })
  void signedOrderLooksAtTheHighestBit(int width, String left, String right, int wanted) {
    int order =
        Words.compareSigned(
            Long.parseUnsignedLong(left, 16), Long.parseUnsignedLong(right, 16), width);

    assertThat(order).isEqualTo(wanted);
  }
}
