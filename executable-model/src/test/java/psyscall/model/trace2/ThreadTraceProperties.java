package psyscall.model.trace2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

class ThreadTraceProperties {
  private static final long LIMIT = 200_000;
  private static final int HEADER = 16;

  @Provide
  Arbitrary<String> traces() {
    return Arbitraries.of(
        "releases/go1.22.12-preempt-p2.trace",
        "releases/go1.23.12-signal-p2.trace",
        "releases/go1.25.6-block-p2.trace",
        "releases/go1.26.8-cgo-p2.trace");
  }

  /// Bytes that were changed are read, or refused by a fault; never with more memory than allowed,
  /// and never with more events than bytes.
  @Property(tries = 4000)
  void bytesThatWereChangedDoNoHarm(@ForAll("traces") String name, @ForAll long seed)
      throws IOException {
    byte[] bytes = changed(Recorded.bytes(name), new Random(seed));
    MemoryAllowance allowance = new MemoryAllowance(LIMIT);

    int events = 0;
    try {
      EventSource source = ThreadTrace.open(MemorySegment.ofArray(bytes), allowance);
      TraceEvent event = new TraceEvent();
      while (source.next(event)) {
        events++;
      }
    } catch (TraceFault fault) {
      assertThat(fault.position()).isBetween(0L, (long) bytes.length);
      assertThat(fault.getMessage()).hasSizeLessThan(2000).doesNotContain("\n");
    }

    assertThat(events).isLessThan(bytes.length);
    assertThat(allowance.used()).isBetween(0L, LIMIT);
  }

  /// Some bytes changed, a part left out, or a part written twice; the header stays.
  private static byte[] changed(byte[] bytes, Random random) {
    byte[] result = bytes.clone();
    int changes = 1 + random.nextInt(4);
    for (int done = 0; done < changes; done++) {
      int at = HEADER + random.nextInt(result.length - HEADER);
      int length = Math.min(1 + random.nextInt(40), result.length - at);
      int how = random.nextInt(4);
      if (how == 0) {
        result = spliced(result, at, at + length, new byte[0]);
      } else if (how == 1) {
        result = spliced(result, at, at, Arrays.copyOfRange(result, at, at + length));
      } else if (how == 2) {
        result = spliced(result, at, at + 1, numberWithoutEnd(random));
      } else {
        result = spliced(result, at, at + 1, new byte[] {(byte) random.nextInt(256)});
      }
      if (result.length <= HEADER) {
        return result;
      }
    }
    return result;
  }

  private static byte[] numberWithoutEnd(Random random) {
    byte[] number = new byte[8 + random.nextInt(4)];
    Arrays.fill(number, (byte) 0xff);
    return number;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + instead.length);
    System.arraycopy(instead, 0, result, from, instead.length);
    System.arraycopy(bytes, to, result, from + instead.length, bytes.length - to);
    return result;
  }
}
