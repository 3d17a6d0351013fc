package psyscall.model.trace1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import psyscall.model.observe.TraceFault.Trouble;

/// Damaged traces are read, or refused with our own fault, within the memory that is allowed.
class DamagedTracesProperties {
  private static final long LIMIT = 1 << 16;

  @Provide
  Arbitrary<byte[]> traces() {
    return Arbitraries.of(
            "go1.5.4-preempt-p2",
            "go1.6.4-block-p2",
            "go1.7.6-gcstw-p2",
            "go1.9.7-lockos-p2",
            "go1.10.8-signal-p2",
            "go1.11.13-block-p2",
            "go1.20.14-cgo-p2",
            "go1.21.13-preempt-p2")
        .map(DamagedTracesProperties::bytes);
  }

  private static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(Reading.TRACES.resolve("releases").resolve(name + ".trace"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Property(tries = 2500)
  void changedBytes(
      @ForAll @From("traces") byte[] trace,
      @ForAll @Size(min = 1, max = 4) int[] places,
      @ForAll @Size(4) byte[] values) {
    byte[] damaged = trace.clone();
    for (int i = 0; i < places.length; i++) {
      damaged[16 + Math.floorMod(places[i], trace.length - 16)] = values[i];
    }

    judge(damaged);
  }

  @Property(tries = 1500)
  void movedBytes(
      @ForAll @From("traces") byte[] trace,
      @ForAll int from,
      @ForAll int to,
      @ForAll @IntRange(min = 1, max = 200) int length) {
    byte[] damaged = trace.clone();
    int source = 16 + Math.floorMod(from, trace.length - 16);
    int target = 16 + Math.floorMod(to, trace.length - 16);
    int count = Math.min(length, trace.length - Math.max(source, target));
    System.arraycopy(trace, source, damaged, target, count);

    judge(damaged);
  }

  @Property(tries = 1000)
  void lostBytes(
      @ForAll @From("traces") byte[] trace,
      @ForAll int from,
      @ForAll @IntRange(min = 1, max = 100) int length) {
    int start = 16 + Math.floorMod(from, trace.length - 16);
    int rest = Math.min(trace.length, start + length);
    byte[] damaged = Arrays.copyOf(trace, start + trace.length - rest);
    System.arraycopy(trace, rest, damaged, start, trace.length - rest);

    judge(damaged);
  }

  @Property(tries = 1000)
  void noise(@ForAll @From("traces") byte[] trace, @ForAll @Size(min = 1, max = 300) byte[] noise) {
    byte[] damaged = Arrays.copyOf(trace, 16 + noise.length);
    System.arraycopy(noise, 0, damaged, 16, noise.length);

    judge(damaged);
  }

  private static void judge(byte[] damaged) {
    Reading reading = Reading.of(damaged, LIMIT);

    assertThat(reading.used()).isLessThanOrEqualTo(LIMIT);
    assertThat(reading.bytesDone()).isBetween(0L, (long) damaged.length);
    assertThat(reading.positions()).doesNotHaveDuplicates();
    reading
        .fault()
        .ifPresent(
            fault -> {
              assertThat(fault.position()).isBetween(0L, (long) damaged.length);
              assertThat(fault.getMessage()).doesNotContain("\n").hasSizeLessThan(2000);
              assertThat(fault.trouble() == Trouble.NOT_A_TRACE && !reading.events().isEmpty())
                  .isFalse();
            });
  }
}
