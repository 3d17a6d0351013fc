package psyscall.model.trace1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Random runs, written by Ps whose clocks disagree: the numbers alone bring them into an order
/// that each goroutine and each P has lived.
class OrderProperties {
  private static final int STEPS = 400;

  /// A goroutine of the run.
  private static final class Goroutine {
    final long id;
    long number;
    int state;
    int lastProcessor;
    boolean inSystemCall;
    final List<String> history = new ArrayList<>();

    Goroutine(long id) {
      this.id = id;
    }
  }

  /// One P: what it wrote, its clock, whom it runs.
  private static final class Processor {
    final List<long[]> events = new ArrayList<>();
    final List<EventType> types = new ArrayList<>();
    final long skew;
    long last;
    Goroutine current = NOBODY;

    Processor(long skew) {
      this.skew = skew;
    }

    void write(long now, EventType type, long... numbers) {
      long[] all = new long[numbers.length + 1];
      long time = Math.max(last + 1, now + skew);
      all[0] = time - last;
      last = time;
      System.arraycopy(numbers, 0, all, 1, numbers.length);
      events.add(all);
      types.add(type);
    }
  }

  private static final Goroutine NOBODY = new Goroutine(0);

  @Property(tries = 300)
  void numbersBringTheEventsIntoTheOrderOfTheRun(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int processors,
      @ForAll @IntRange(min = 1, max = 400) int skewMax) {
    Random random = new Random(seed);
    List<Processor> all = new ArrayList<>();
    for (int p = 0; p < processors; p++) {
      all.add(new Processor(10_000 + random.nextInt(skewMax)));
    }
    List<Goroutine> goroutines = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      step(random, all, random.nextInt(processors), goroutines, step);
    }

    Reading reading = Reading.of(written(random, all));

    assertThat(reading.fault()).isEmpty();
    assertThat(reading.events()).hasSize(all.stream().mapToInt(p -> p.events.size()).sum());
    Map<Long, List<String>> seen = histories(reading);
    for (Goroutine goroutine : goroutines) {
      assertThat(seen.get(goroutine.id)).isEqualTo(goroutine.history);
    }
  }

  private static void step(
      Random random, List<Processor> all, int p, List<Goroutine> goroutines, long now) {
    Processor processor = all.get(p);
    if (goroutines.isEmpty() || random.nextInt(10) == 0) {
      Goroutine born = new Goroutine(goroutines.size() + 1L);
      goroutines.add(born);
      processor.write(now, EventType.GO_CREATE, born.id, 0, 0);
      moved(born, p, 1, Goroutines.RUNNABLE, "GO_CREATE p" + p);
      return;
    }
    Goroutine other = goroutines.get(random.nextInt(goroutines.size()));
    boolean here = other.lastProcessor == p && random.nextBoolean();
    if (processor.current == NOBODY && other.state == Goroutines.RUNNABLE) {
      if (here) {
        processor.write(now, EventType.GO_START_LOCAL, other.id);
      } else {
        processor.write(now, EventType.GO_START, other.id, other.number);
      }
      processor.current = other;
      moved(other, p, 1, Goroutines.RUNNING, "GO_START p" + p);
    } else if (processor.current != NOBODY && random.nextBoolean()) {
      stop(random, processor, p, now);
    } else if (other.state == Goroutines.WAITING) {
      ready(processor, p, other, here, now);
    }
  }

  private static void stop(Random random, Processor processor, int p, long now) {
    Goroutine current = processor.current;
    boolean waits = random.nextInt(3) > 0;
    current.inSystemCall = waits && random.nextBoolean();
    if (!waits) {
      processor.write(now, EventType.GO_SCHED, 0);
    } else if (current.inSystemCall) {
      processor.write(now, EventType.GO_SYS_CALL, 0);
      processor.write(now, EventType.GO_SYS_BLOCK);
      current.history.add("GO_SYSCALL_BEGIN p" + p);
    } else {
      processor.write(now, EventType.GO_BLOCK, 0);
    }
    String kind = !waits ? "GO_STOP" : current.inSystemCall ? "GO_SYS_BLOCK" : "GO_BLOCK";
    int state = waits ? Goroutines.WAITING : Goroutines.RUNNABLE;
    moved(current, current.lastProcessor, 0, state, kind + " p" + p);
    processor.current = NOBODY;
  }

  private static void ready(Processor processor, int p, Goroutine other, boolean here, long now) {
    if (other.inSystemCall) {
      if (here) {
        processor.write(now, EventType.GO_SYS_EXIT_LOCAL, other.id, 0);
      } else {
        processor.write(now, EventType.GO_SYS_EXIT, other.id, other.number, 0);
      }
    } else if (here) {
      processor.write(now, EventType.GO_UNBLOCK_LOCAL, other.id, 0);
    } else {
      processor.write(now, EventType.GO_UNBLOCK, other.id, other.number, 0);
    }
    String kind = other.inSystemCall ? "GO_SYS_EXIT" : "GO_UNBLOCK";
    moved(other, p, 1, Goroutines.RUNNABLE, kind + " p" + p);
  }

  private static void moved(Goroutine goroutine, int p, int count, int state, String what) {
    goroutine.lastProcessor = p;
    goroutine.number += count;
    goroutine.state = state;
    goroutine.history.add(what);
  }

  /// Batches of a few events, those of one P in their order, those of different Ps in any.
  private static WrittenTrace written(Random random, List<Processor> all) {
    WrittenTrace trace = new WrittenTrace(11);
    int[] done = new int[all.size()];
    long[] times = new long[all.size()];
    int left = all.stream().mapToInt(p -> p.events.size()).sum();
    while (left > 0) {
      int p = random.nextInt(all.size());
      Processor processor = all.get(p);
      int count = Math.min(1 + random.nextInt(20), processor.events.size() - done[p]);
      trace.event(EventType.BATCH, p, times[p]);
      for (int i = 0; i < count; i++, done[p]++, left--) {
        trace.event(processor.types.get(done[p]), processor.events.get(done[p]));
        times[p] += processor.events.get(done[p])[0];
      }
    }
    return trace.closed();
  }

  private static Map<Long, List<String>> histories(Reading reading) {
    Map<Long, List<String>> all = new HashMap<>();
    for (String line : reading.events()) {
      String who = line.replaceFirst(".* (g|of )(\\d+).*", "$2");
      // A goroutine that another makes runnable is told as the subject, after the one that does it.
      String whom = line.contains(" of ") ? line.replaceFirst(".* of (\\d+).*", "$1") : who;
      String what = line.replaceFirst("^(\\w+ p\\d+).*", "$1");
      all.computeIfAbsent(Long.parseLong(whom), _ -> new ArrayList<>()).add(what);
    }
    return all;
  }
}
