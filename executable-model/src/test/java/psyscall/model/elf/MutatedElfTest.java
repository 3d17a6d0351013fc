package psyscall.model.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import psyscall.model.assembly.UnreadableCodeException;

/// Ten thousand damaged files: each is read, or refused with our own exception.
class MutatedElfTest {
  private static final int FILES = 10_000;
  private static final int ROUTINES = 20;
  private static final long SEED = 20_250_914;
  private static final long[] EXTREMES = {
    0, 1, -1, 1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, 0x401000, 64, 24
  };

  private static final Set<String> NAMES = Set.of("real0", "noise1", "noise2");

  private final Random random = new Random(SEED);

  @Test
  void nothingButOurOwnExceptionEscapes() {
    byte[] original = original();
    assertThat(original.length).isLessThan(1 << 16);
    int read = 0;
    int refused = 0;
    int routines = 0;
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      byte[] mutant = mutant(original);
      try {
        ElfFile file = ElfFile.of(TinyElf.segment(mutant));
        routines += ElfRoutines.of(file).routines().size();
        routines += ElfRoutines.named(file, NAMES).size();
        read++;
      } catch (UnreadableCodeException problem) {
        messages.add(problem.toString());
        refused++;
      } catch (RuntimeException | Error escaped) {
        fail("escaped: seed=%d, file=%d".formatted(SEED, i), escaped);
      }
    }

    assertThat(messages).noneMatch(message -> message.contains("\n"));
    assertThat(read).isGreaterThan(FILES / 4);
    assertThat(refused).isGreaterThan(FILES / 4);
    assertThat(routines).isGreaterThan(FILES);
  }

  /// Routines of real instructions, and of random bytes with a SYSCALL among them.
  private byte[] original() {
    byte[] real =
        HexFormat.ofDelimiter(" ")
            .parseHex(
                "48 83 ec 18 48 89 6c 24 10 48 8d 6c 24 10 48 8b 7c 24 20 8b 74 24 28 0f 05 48 3d"
                    + " 01 f0 ff ff 76 0c 48 c7 44 24 38 ff ff ff ff 48 f7 d8 eb 02 90 90 64 48 8b"
                    + " 0c 25 f8 ff ff ff 48 8b 6c 24 10 48 83 c4 18 c3 cc cc cc");
    var file = new TinyElf();
    for (int i = 0; i < ROUTINES; i++) {
      file.routine("real" + i, real);
      byte[] noise = new byte[64];
      random.nextBytes(noise);
      int at = random.nextInt(60);
      noise[at] = 0x0f;
      noise[at + 1] = 0x05;
      file.routine("noise" + i, noise);
    }
    return file.bytes();
  }

  private byte[] mutant(byte[] original) {
    byte[] mutant = original.clone();
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(mutant, random.nextInt(mutant.length));
      case 1 -> {
        scatter(mutant, 0, mutant.length);
        yield mutant;
      }
      case 2 -> {
        int section = random.nextInt(TinyElf.SECTIONS);
        int field = 8 * random.nextInt(8);
        int at = TinyElf.headerField(mutant, section, field);
        yield TinyElf.with(mutant, at, EXTREMES[random.nextInt(EXTREMES.length)]);
      }
      default -> {
        scatter(mutant, 64, 64 + 80 * ROUTINES);
        yield mutant;
      }
    };
  }

  private void scatter(byte[] mutant, int from, int to) {
    int changes = 1 + random.nextInt(16);
    for (int i = 0; i < changes; i++) {
      mutant[random.nextInt(from, to)] = (byte) random.nextInt();
    }
  }
}
