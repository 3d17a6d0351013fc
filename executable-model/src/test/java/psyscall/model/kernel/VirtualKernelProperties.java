package psyscall.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import psyscall.model.workload.KernelCall;

/// The virtual kernel does what a naive one does, whatever goroutines call and whenever.
class VirtualKernelProperties {
  private static final int CAPACITY = 4_096;
  private static final int GOROUTINES = 6;

  /// What a goroutine does, after some time.
  record Move(long afterNanos, long goroutine, KernelCall call, boolean isStore) {}

  @Provide
  Arbitrary<List<Move>> moves() {
    Arbitrary<OptionalLong> timeouts =
        Arbitraries.of(-1L, 0L, 700L, 3_000L)
            .map(nanos -> nanos < 0 ? OptionalLong.empty() : OptionalLong.of(nanos));
    Arbitrary<Long> counts = Arbitraries.of(1L, 90L, 4_000L, 4_096L, 4_097L, 9_000L);
    Arbitrary<KernelCall> calls =
        Arbitraries.oneOf(
            timeouts.map(timeout -> new KernelCall.FutexWait("w", 1, timeout)),
            Arbitraries.of(1L, 2L, 9L).map(count -> new KernelCall.FutexWake("w", count)),
            counts.map(count -> new KernelCall.Read("p", count)),
            counts.map(count -> new KernelCall.Write("p", count)),
            timeouts.map(timeout -> new KernelCall.EpollWait("p", timeout)));
    return Combinators.combine(
            Arbitraries.longs().between(1, 2_000),
            Arbitraries.longs().between(0, GOROUTINES - 1),
            calls,
            Arbitraries.integers().between(0, 9).map(n -> n == 0))
        .as(Move::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 300)
  void virtualKernelDoesWhatANaiveOneDoes(@ForAll("moves") List<Move> moves) {
    VirtualKernel kernel = new VirtualKernel(new TreeMap<>(Map.of("w", 1L)), CAPACITY, 0);
    NaiveKernel naive = new NaiveKernel(1, CAPACITY);
    long now = 0;
    int value = 1;
    List<String> ends = new ArrayList<>();
    for (Move move : moves) {
      now += move.afterNanos();
      naive.advance(now);
      take(kernel, naive, now, ends);
      if (move.isStore()) {
        value = 3 - value;
        kernel.store("w", value);
        naive.store(value);
      } else if (!naive.isIn(move.goroutine())) {
        kernel.begin(move.goroutine(), move.call(), now);
        naive.begin(move.goroutine(), move.call(), now);
      }
      for (long goroutine = 0; goroutine < GOROUTINES; goroutine++) {
        assertThat(kernel.isIn(goroutine))
            .as("moves=%s, goroutine=%d", moves, goroutine)
            .isEqualTo(naive.isIn(goroutine));
      }
    }
  }

  /// Both give the same results at the same times.
  private static void take(VirtualKernel kernel, NaiveKernel naive, long now, List<String> ends) {
    for (long goroutine = 0; goroutine < GOROUTINES; goroutine++) {
      if (kernel.due(goroutine) <= now) {
        NaiveKernel.Over over = naive.over().remove(goroutine);
        long due = kernel.due(goroutine);
        ends.add("goroutine=" + goroutine + " at=" + due);
        assertThat(over)
            .as("ends=%s", ends)
            .isEqualTo(new NaiveKernel.Over(due, kernel.finish(goroutine)));
      }
    }
  }
}
