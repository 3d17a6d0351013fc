package psyscall.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import psyscall.model.trampoline.Block;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Register;

/// What is drawn never harms.
class SafeCallsTest {
  private static final int VECTORS = 200_000;
  private static final int DESCRIPTOR = 77;

  private final List<SafeCall> calls =
      Stream.concat(SafeCalls.others().stream(), Stream.of(SafeCalls.REFLECTOR)).toList();
  private final long[] words = new long[Block.WORDS];
  private final CallVectors vectors =
      new CallVectors(new SplittableRandom(9), calls, DESCRIPTOR, words);

  @Test
  void thereAreMoreThanTwenty() {
    assertThat(calls).hasSize(34);
    assertThat(vectors.kinds()).doesNotHaveDuplicates();
  }

  /// None of exit, kill, brk, the calls that wait or that set, nor the two that trace.
  @Test
  void numbersAreOfTheListAlone() {
    Set<Integer> numbers = new TreeSet<>();
    for (int at = 0; at < VECTORS; at++) {
      vectors.next(0);
      int number = (int) words[Block.number(Register.RAX)];
      if (number >= 0 && number < SafeCalls.UNKNOWN_MIN) {
        numbers.add(number);
      } else {
        assertThat(number).as("no number of x32").isLessThan(1 << 30);
      }
    }
    assertThat(numbers)
        .containsExactly(
            0, 1, 3, 5, 8, 9, 10, 11, 13, 14, 16, 28, 32, 39, 72, 74, 102, 104, 107, 108, 111, 135,
            140, 146, 147, 157, 158, 186, 202, 228, 257);
  }

  @Test
  void argumentsAreHarmless() {
    for (int at = 0; at < VECTORS; at++) {
      int kind = vectors.next(0);
      int low = (int) words[Block.number(Register.RDI)];
      switch ((int) words[Block.number(Register.RAX)]) {
        case 0, 1, 3, 5, 16, 32, 72, 74 -> assertThat(low).matches(SafeCallsTest::isNoDescriptor);
        case 8 ->
            assertThat(low)
                .matches(rdi -> isNoDescriptor(rdi) || (rdi == DESCRIPTOR && isReflector(kind)));
        case 10, 11, 28 -> assertThat(low & 1).isOne();
        case 13, 14 -> assertThat(words[Block.number(Register.R10)] & 1).isOne();
        case 135 -> assertThat(low).isEqualTo(-1);
        case 202 -> assertThat((int) words[Block.number(Register.RSI)]).isEqualTo(0x7f);
        default -> {}
      }
    }
  }

  @Test
  void flagsAreThoseThatUserCodeCanHave() {
    long seen = 0;
    long always = -1;
    for (int at = 0; at < 1000; at++) {
      vectors.next(0);
      seen |= words[Block.FLAGS];
      always &= words[Block.FLAGS];
    }
    assertThat(always).isEqualTo(Flag.ALWAYS | Flag.IF.mask());
    for (Flag flag : Flag.values()) {
      boolean settable =
          switch (flag) {
            case CF, PF, AF, ZF, SF, IF, DF, OF, NT, AC, ID -> true;
            case TF, IOPL0, IOPL1, RF, VM, VIF, VIP -> false;
          };
      assertThat((seen & flag.mask()) != 0).as(flag.name()).isEqualTo(settable);
    }
  }

  private boolean isReflector(int kind) {
    return calls.get(kind) == SafeCalls.REFLECTOR;
  }

  private static boolean isNoDescriptor(int low) {
    return low < 0 || low >= 1 << 30;
  }
}
