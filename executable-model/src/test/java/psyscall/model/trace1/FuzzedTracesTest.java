package psyscall.model.trace1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// Damaged traces by the ten thousand: nothing escapes but our own fault, and no input takes more
/// memory than allowed, which suffices for two Ps and their texts. `-Dfuzz.inputs=1000000` asks for
/// more of them, `-Dfuzz.seed=7` for others.
class FuzzedTracesTest {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 25_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_126);
  private static final int LENGTH_MAX = 3000;
  private static final long LIMIT = 4100;
  private static final String[] BOMBS = {
    "ffffffffffffffffffff",
    "ffffffffffffffff7f",
    "80808080808080808001",
    "c1ffffff0f",
    "25ffffff7f",
    "c3ffffffff0f",
    "410001",
    "8d0505",
    "2580",
    "ce0502010100",
    "01ffffffffffffffffff0100"
  };

  private final Random random = new Random(SEED);

  @Test
  void nothingButOurOwnFaultEscapes() throws IOException {
    List<byte[]> originals = originals();
    Map<Trouble, Integer> faults = new EnumMap<>(Trouble.class);
    int read = 0;
    TraceEvent event = new TraceEvent();
    for (int input = 0; input < INPUTS; input++) {
      byte[] damaged = damaged(originals);
      MemoryAllowance allowance = new MemoryAllowance(LIMIT);
      try {
        ProcessorTrace trace = ProcessorTrace.open(WrittenTrace.mapped(damaged), allowance);
        long events = 0;
        while (events < damaged.length && trace.next(event)) {
          events++;
        }
        assertThat(events).isLessThan(damaged.length);
        assertThat(trace.bytesDone()).isEqualTo(damaged.length);
        read++;
      } catch (TraceFault fault) {
        faults.merge(fault.trouble(), 1, Integer::sum);
      } catch (RuntimeException | Error escaped) {
        fail("escaped: seed=%d, input=%d".formatted(SEED, input), escaped);
      }
      assertThat(allowance.used()).isLessThanOrEqualTo(LIMIT);
    }

    assertThat(read).isGreaterThan(INPUTS / 50);
    assertThat(faults.keySet()).containsExactly(Trouble.values());
  }

  private static List<byte[]> originals() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (Path file : Reading.recorded().toList()) {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length <= LENGTH_MAX) {
        all.add(bytes);
      }
    }
    return all;
  }

  private byte[] damaged(List<byte[]> originals) {
    byte[] bytes = originals.get(random.nextInt(originals.size())).clone();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      bytes = damagedOnce(bytes, originals);
    }
    return bytes;
  }

  private byte[] damagedOnce(byte[] bytes, List<byte[]> originals) {
    int at = 16 + random.nextInt(Math.max(1, bytes.length - 16));
    return switch (random.nextInt(6)) {
      case 0 -> changed(bytes, at, (byte) random.nextInt());
      case 1 ->
          changed(bytes, at, (byte) (bytes.length > at ? bytes[at] ^ 1 << random.nextInt(8) : 0));
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 ->
          spliced(bytes, at, at, HexFormat.of().parseHex(BOMBS[random.nextInt(BOMBS.length)]));
      case 4 -> {
        byte[] other = originals.get(random.nextInt(originals.size()));
        int from = random.nextInt(other.length);
        int to = Math.min(other.length, from + random.nextInt(300));
        yield spliced(bytes, at, at, Arrays.copyOfRange(other, from, to));
      }
      default -> spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), new byte[0]);
    };
  }

  private static byte[] changed(byte[] bytes, int at, byte value) {
    byte[] all = bytes.clone();
    if (at < all.length) {
      all[at] = value;
    }
    return all;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    int start = Math.min(from, bytes.length);
    int end = Math.max(start, Math.min(to, bytes.length));
    byte[] all = new byte[start + middle.length + bytes.length - end];
    System.arraycopy(bytes, 0, all, 0, start);
    System.arraycopy(middle, 0, all, start, middle.length);
    System.arraycopy(bytes, end, all, start + middle.length, bytes.length - end);
    return all;
  }
}
