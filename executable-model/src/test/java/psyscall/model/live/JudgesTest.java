package psyscall.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import psyscall.model.trampoline.Block;
import psyscall.spec.kernel.Return;
import psyscall.spec.kernel.UserView.Clobbers;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.X86;

/// The judges without a processor: vectors made by hand from the table of the user-visible ABI.
class JudgesTest {
  private static final long SYSCALL = 0x7f00_0000_1000L;

  private final Judge contract = Judges.contract(Clobbers.CLASSIC, right -> right).judge(SYSCALL);

  /// A call of number 39 that answered 5, on a classic machine.
  private static long[] vector(SplittableRandom random) {
    long[] words = new long[Block.WORDS];
    Draw draw = new Draw(random, words);
    draw.begin(0);
    draw.low(Register.RAX, 39);
    System.arraycopy(words, 0, words, Block.HALF, Block.HALF);
    words[Block.HALF + Block.number(Register.RAX)] = 5;
    words[Block.HALF + Block.number(Register.RCX)] = SYSCALL + 2;
    words[Block.HALF + Block.number(Register.R11)] = words[Block.FLAGS];
    return words;
  }

  @Test
  void contractClaimsEachRegisterAndFlag() {
    assertThat(contract.claims())
        .hasSize(Register.values().length + 1 + Flag.values().length)
        .contains("RAX", "RIP", "CF", "ID");
  }

  @ParameterizedTest
  @EnumSource
  void layersAllowWhatTheContractAllows(Return.Way way) {
    Judge layers = Judges.layers(new X86(X86.Vendor.INTEL), way).judge(SYSCALL);
    SplittableRandom random = new SplittableRandom(2);
    for (int at = 0; at < 1000; at++) {
      long[] words = vector(random);
      assertThat(contract.broken(words, 0)).isEmpty();
      assertThat(layers.broken(words, 0)).isEmpty();
      assertThat(layers.allows(words, 0)).isTrue();
    }
  }

  /// But for RAX, which may be any result.
  @Test
  void everyWordAfterTheCallIsClaimed() {
    SplittableRandom random = new SplittableRandom(3);
    for (Register register : Register.values()) {
      long[] words = vector(random);
      words[Block.HALF + Block.number(register)] ^= 1L << random.nextInt(64);
      List<String> expected = register == Register.RAX ? List.of() : List.of(register.name());
      assertThat(contract.broken(words, 0)).isEqualTo(expected);
      assertThat(contract.allows(words, 0)).isEqualTo(register == Register.RAX);
    }
    for (Flag flag : Flag.values()) {
      long[] words = vector(random);
      words[Block.HALF + Block.FLAGS] ^= flag.mask();
      assertThat(contract.broken(words, 0)).containsExactly(flag.name());
      assertThat(contract.allows(words, 0)).isFalse();
    }
  }

  @Test
  void numberThatNoKernelHasAnswersThatThereIsNoSuchCall() {
    long[] words = vector(new SplittableRandom(4));
    words[0] = 0x1234_5678_0000_0000L | SafeCalls.UNKNOWN_MIN;

    assertThat(contract.broken(words, 0)).containsExactly("RAX");
    words[Block.HALF] = -38;
    assertThat(contract.broken(words, 0)).isEmpty();
  }

  @Test
  void nothingIsClaimedOfWhatIsLeftOpen() {
    Judge any = Judges.contract(Clobbers.ANY, right -> right).judge(SYSCALL);

    assertThat(contract.claims()).contains("RCX", "R11");
    assertThat(any.claims()).doesNotContain("RCX", "R11").contains("RDX");
    Specimen and =
        Specimens.all().stream()
            .filter(specimen -> specimen.title().startsWith("and"))
            .findFirst()
            .orElseThrow();
    assertThat(Judges.of(new X86(X86.Vendor.INTEL), and).judge(SYSCALL).claims())
        .doesNotContain("AF")
        .contains("CF", "ZF");
  }

  @Test
  void vectorsAreJudgedWhereTheyLie() {
    long[] words = new long[3 * Block.WORDS];
    long[] one = vector(new SplittableRandom(5));
    IntStream.range(0, 3)
        .forEach(at -> System.arraycopy(one, 0, words, at * Block.WORDS, Block.WORDS));
    words[Block.WORDS + Block.HALF + Block.number(Register.R15)]++;

    assertThat(contract.allows(words, 0)).isTrue();
    assertThat(contract.allows(words, Block.WORDS)).isFalse();
    assertThat(contract.allows(words, 2 * Block.WORDS)).isTrue();
  }
}
