package psyscall.model.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;
import psyscall.spec.state.Feature;

/// Programs of which nobody has thought: the same words make the same program.
///
/// There are 1 to 4 Ps and 2 to 8 goroutines; in every fourth program requests to yield are no
/// signals. Half of the goroutines are there from the start, the others are created by one that is,
/// before any of its other operations. Every third goroutine ends by a word of its own, the others
/// behind their last operation. Operations are dealt out in runs of 1 to 4 to goroutines that are
/// drawn. Of a hundred operations about
///
/// - 25 compute, 8 yield, 6 print, 3 store to one of two words, one asks for the time of day,
/// - 27 are calls through `entersyscall`, 12 raw ones, 2 of them with all signals blocked, and 2
///   sleep through `entersyscallblock`,
/// - 16 are one of the following that the program has, and compute where it has none. Of each of
///   the four a program has or has not with equal chance: locks to a thread, around 1 to 3
///   operations; stops of the world, collections (of the first goroutine only) and safe points;
///   parking and readying; waits for the network. Every sixth program has the system's helper of
///   collections as a goroutine more.
///
/// Of sixteen calls 4 work without waiting, 3 are `getpid`, `sched_yield` and `gettimeofday`, one
/// of them with a service time that is drawn, 3 are `nanosleep`, 3 `futex`, a wake-up and two
/// waits, and one each writes to a pipe, reads from it and polls it. Times are 100 ns to some 30
/// ms, each factor of two as likely as the next; the world stands still for a hundredth of that.
/// What is parked or reads an empty pipe may wait for ever, every other wait has a time-out.
public final class RandomWorkload {
  private static final int PROCESSORS_MAX = 4;
  private static final int GOROUTINES_MIN = 2;
  private static final int GOROUTINES_MAX = 8;
  private static final int RUN_MAX = 4;
  private static final int LOCKED_MAX = 3;
  private static final int PARTS = 100;
  private static final int STILL = 100;
  private static final long NANOS_MIN = 100;
  private static final int DOUBLINGS = 18;
  private static final int WRITTEN = 40;
  private static final long SLEEP_NANOS = 10_000_000;
  private static final int SLEEPS = 50_000;
  private static final List<String> WORDS = List.of("x", "y");
  private static final List<Feature> EXTENSIONS =
      List.of(Feature.SCAN_BIT, Feature.MARK_WORK, Feature.GLOBAL_TURN);
  private static final List<StopReason> STOPS =
      List.of(StopReason.READ_MEM_STATS, StopReason.GOMAXPROCS, StopReason.ALL_STACKS);

  private final SplittableRandom random;
  private final List<Extra> extras = new ArrayList<>();

  /// What some programs have and others have not.
  private enum Extra {
    LOCKS,
    STOPS,
    PARKING,
    NETWORK
  }

  private RandomWorkload(long seed) {
    random = new SplittableRandom(seed);
  }

  /// A program.
  ///
  /// @param seed which one
  /// @param release whose rules run it
  /// @param operations about how many all goroutines do together, those that create others left out
  /// @return the program, named after its seed
  public static Workload of(long seed, Release release, int operations) {
    return of(seed, release, operations, 1);
  }

  /// A program whose goroutines do what they do again and again.
  ///
  /// @param seed which one
  /// @param release whose rules run it
  /// @param operations about how many all goroutines do together in one pass, those that create
  ///   others left out
  /// @param passes how often each does what it does, at least 1; with one pass the program is as
  ///   above, with more there are two goroutines that sleep for 10 ms 50,000 times, and then ready
  ///   somebody and write to the pipes, so that nobody parks or reads for ever
  /// @return the program, named after its seed
  public static Workload of(long seed, Release release, int operations, int passes) {
    return new RandomWorkload(seed).workload(seed, release, operations, passes);
  }

  private Workload workload(long seed, Release release, int operations, int passes) {
    int processors = 1 + random.nextInt(PROCESSORS_MAX);
    int goroutines = GOROUTINES_MIN + random.nextInt(GOROUTINES_MAX - GOROUTINES_MIN + 1);
    Preemption preemption = isOneOf(4) ? Preemption.COOPERATIVE : Preemption.ASYNCHRONOUS;
    for (Extra extra : Extra.values()) {
      if (random.nextBoolean()) {
        extras.add(extra);
      }
    }
    List<List<Operation>> dealt = dealt(goroutines, operations, passes);
    int initial = (goroutines + 1) / 2;
    for (int created = initial; created < goroutines; created++) {
      dealt.get(random.nextInt(initial)).addFirst(new Operation.Spawn());
    }
    List<GoroutineText> texts = new ArrayList<>();
    for (int g = 0; g < goroutines; g++) {
      texts.add(new GoroutineText(dealt.get(g), g < initial ? Origin.INITIAL : Origin.SPAWNED));
    }
    if (isOneOf(6)) {
      texts.add(new GoroutineText(List.of(new Operation.HelpForcedCollection()), Origin.INITIAL));
    }
    if (passes > 1) {
      texts.add(every10Milliseconds(List.of(new Operation.Ready())));
      texts.add(every10Milliseconds(List.of(write(WORDS.getFirst()), write(WORDS.getLast()))));
    }
    return new Workload(
        "random-" + seed,
        "whatever seed %d draws".formatted(seed),
        release,
        processors,
        preemption,
        new TreeMap<>(Map.of(WORDS.getFirst(), 0L, WORDS.getLast(), 1L)),
        texts,
        extensions());
  }

  private static Operation write(String pipe) {
    return new Operation.Call(Way.SYSCALL, new KernelCall.Write(pipe, 1));
  }

  /// Somebody who sleeps for 10 ms and then does something, for 500 s.
  private static GoroutineText every10Milliseconds(List<Operation> then) {
    List<Operation> pass = new ArrayList<>(then);
    pass.addFirst(new Operation.Call(Way.SYSCALL, new KernelCall.Nanosleep(SLEEP_NANOS)));
    List<Operation> passes =
        Collections.nCopies(SLEEPS, pass).stream().flatMap(List::stream).toList();
    return new GoroutineText(passes, Origin.INITIAL);
  }

  private Set<Feature> extensions() {
    Set<Feature> drawn = EnumSet.noneOf(Feature.class);
    for (Feature each : EXTENSIONS) {
      if (isOneOf(4)) {
        drawn.add(each);
      }
    }
    return drawn;
  }

  /// A goroutine that is created must do something: each has an operation at least.
  private List<List<Operation>> dealt(int goroutines, int operations, int passes) {
    List<List<Operation>> dealt = new ArrayList<>();
    for (int g = 0; g < goroutines; g++) {
      dealt.add(new ArrayList<>(List.of(operation())));
    }
    for (int left = operations - goroutines; left > 0; ) {
      int lucky = random.nextInt(goroutines);
      for (int run = Math.min(left, 1 + random.nextInt(RUN_MAX)); run > 0; run--, left--) {
        dealt.get(lucky).addAll(group(lucky));
      }
    }
    for (List<Operation> each : dealt) {
      List<Operation> pass = List.copyOf(each);
      for (int again = 1; again < passes; again++) {
        each.addAll(pass);
      }
      if (isOneOf(3)) {
        each.add(new Operation.Exit());
      }
    }
    return dealt;
  }

  /// An operation, or some that belong together.
  private List<Operation> group(int goroutine) {
    if (random.nextInt(PARTS) >= 16 || extras.isEmpty()) {
      return List.of(operation());
    }
    return switch (extras.get(random.nextInt(extras.size()))) {
      case LOCKS -> {
        List<Operation> locked = new ArrayList<>(List.of(new Operation.LockThread()));
        for (int inside = 1 + random.nextInt(LOCKED_MAX); inside > 0; inside--) {
          locked.add(operation());
        }
        locked.add(new Operation.UnlockThread());
        yield locked;
      }
      case STOPS -> stops(goroutine);
      case PARKING -> List.of(random.nextBoolean() ? new Operation.Park() : new Operation.Ready());
      case NETWORK -> List.of(new Operation.Netwait(nanos()));
    };
  }

  private List<Operation> stops(int goroutine) {
    int kind = random.nextInt(3);
    if (kind == 0) {
      return List.of(new Operation.ForEachP());
    }
    if (kind == 1 || goroutine > 0) {
      return List.of(stop(STOPS.get(random.nextInt(STOPS.size()))));
    }
    return List.of(
        stop(StopReason.SWEEP_TERMINATION), operation(), stop(StopReason.MARK_TERMINATION));
  }

  private Operation stop(StopReason reason) {
    return new Operation.StopTheWorld(reason, 1 + nanos() / STILL);
  }

  /// One that needs no other, of 84 parts.
  private Operation operation() {
    int part = random.nextInt(84);
    if (part < 25) {
      return new Operation.Compute(nanos());
    }
    if (part < 33) {
      return new Operation.Yield();
    }
    if (part < 39) {
      return part < 36 ? new Operation.Print() : new Operation.Say("G says something");
    }
    if (part < 43) {
      return part == 39 ? new Operation.TimeOfDay() : new Operation.Store(word(), value());
    }
    return new Operation.Call(way(part - 43), call());
  }

  /// @param part of 0 to 40
  private static Way way(int part) {
    if (part < 27) {
      return Way.SYSCALL;
    }
    if (part < 37) {
      return Way.RAW_SYSCALL;
    }
    return part < 39 ? Way.RAW_BLOCKED : Way.BLOCK;
  }

  private KernelCall call() {
    int part = random.nextInt(16);
    if (part < 4) {
      return new KernelCall.Service(nanos());
    }
    if (part < 7) {
      return part == 4 ? new KernelCall.Timed(quick(), time()) : quick();
    }
    if (part < 10) {
      return new KernelCall.Nanosleep(nanos());
    }
    return part < 13 ? futex(part == 10) : pipe(part - 13);
  }

  private KernelCall quick() {
    int part = random.nextInt(3);
    if (part == 0) {
      return new KernelCall.Getpid();
    }
    return part == 1 ? new KernelCall.SchedYield() : new KernelCall.Gettimeofday();
  }

  private ServiceTime time() {
    return random.nextBoolean()
        ? new ServiceTime.Exponential(nanos())
        : new ServiceTime.LogNormal(nanos(), 1);
  }

  private KernelCall futex(boolean isWakeUp) {
    return isWakeUp
        ? new KernelCall.FutexWake(word(), 1 + value())
        : new KernelCall.FutexWait(word(), value(), OptionalLong.of(nanos()));
  }

  /// @param part of 0 to 2
  private KernelCall pipe(int part) {
    if (part == 0) {
      return new KernelCall.Write(word(), WRITTEN);
    }
    return part == 1
        ? new KernelCall.Read(word(), 1 + value())
        : new KernelCall.EpollWait(word(), OptionalLong.of(nanos()));
  }

  private boolean isOneOf(int many) {
    return random.nextInt(many) == 0;
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private long value() {
    return random.nextInt(2);
  }

  private long nanos() {
    long octave = NANOS_MIN << random.nextInt(DOUBLINGS);
    return octave + random.nextLong(octave);
  }
}
