package psyscall.model.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import psyscall.model.live.LiveResult.Share;
import psyscall.model.live.LiveResult.Tally;
import psyscall.spec.kernel.Return;
import psyscall.spec.kernel.UserView.Clobbers;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.X86;

/// Makes random system calls on this machine and compares all registers and flags with a semantics.
///
/// Where there is no x86-64 Linux, or no executable memory, or where a filter answers for the
/// kernel, the result says so. Nothing is changed on the machine, and no call waits.
public final class LiveRun {
  private static final String OWN_MEMORY = "/proc/self/mem";

  /// A run with fewer kinds of calls does not say much.
  private static final int CALLS_MIN = 20;

  /// A claim of its own: that the call answers what it is known to answer.
  private static final String ANSWER = "answer";

  private final long vectors;
  private final long seed;
  private final LongPredicate goesOn;

  /// A run.
  ///
  /// @param vectors how many vectors, at least 1
  /// @param seed what they are drawn from
  /// @param goesOn asked after each batch with the number of vectors done; if not, the run ends
  public LiveRun(long vectors, long seed, LongPredicate goesOn) {
    this.vectors = vectors;
    this.seed = seed;
    this.goesOn = goesOn;
  }

  /// Compares this machine with the semantics in `spec`: the contract of a system call, and the
  /// same call layer by layer, back by SYSRET and by IRET.
  ///
  /// @return what came of it
  public LiveResult result() {
    return result(claims(new X86(X86.Vendor.INTEL)));
  }

  /// What is claimed of this machine, if instructions mean something.
  ///
  /// @param machine what instructions do
  /// @return the contract and, on a machine without FRED, the layers
  public static Judges.Claims claims(Meaning machine) {
    return switch (Host.here().clobbers()) {
      case FRED -> Judges.contract(machine, Clobbers.FRED);
      case ANY, CLASSIC ->
          Judges.layers(machine, Return.Way.SYSRET)
              .and(
                  "sysret ",
                  Judges.layers(machine, Return.Way.IRET)
                      .and("iret ", Judges.contract(machine, Clobbers.CLASSIC)));
    };
  }

  /// Compares this machine with claims.
  ///
  /// @param claims of each vector
  /// @return what came of it
  public LiveResult result(Judges.Claims claims) {
    Optional<String> missing = Host.here().missing();
    if (missing.isPresent()) {
      return new LiveResult.Off(missing.orElseThrow());
    }
    Native c = new Native();
    int descriptor = c.open(OWN_MEMORY);
    if (descriptor < 0) {
      return new LiveResult.Off("no reflector: cannot open " + OWN_MEMORY);
    }
    try {
      return result(c, descriptor, claims);
    } finally {
      c.close(descriptor);
    }
  }

  private LiveResult result(Native c, int descriptor, Judges.Claims claims) {
    Optional<Trampoline> made = Trampoline.of(c);
    if (made.isEmpty()) {
      return new LiveResult.Off("no executable memory: the system refuses it");
    }
    try (Trampoline trampoline = made.orElseThrow()) {
      Probe probe = new Probe(trampoline, descriptor);
      return probe.fit().contains(SafeCall.REFLECTOR) && probe.fit().size() >= CALLS_MIN
          ? new Examination(trampoline, probe, claims.judge(trampoline.syscall())).run()
          : new LiveResult.Off(
              "too few calls answer as they do: fit=%d, limit=%d.., %s; is there a filter?"
                  .formatted(probe.fit().size(), CALLS_MIN, probe.unfit().getFirst()));
    }
  }

  /// Makes each call once, to see which answer as they are known to.
  private static final class Probe {
    private final int descriptor;
    private final long[] constants = new long[SafeCall.values().length];
    private final List<SafeCall> fit = new ArrayList<>();
    private final List<String> unfit = new ArrayList<>();

    Probe(Trampoline trampoline, int descriptor) {
      this.descriptor = descriptor;
      long[] words = new long[Block.WORDS];
      VectorSource source =
          new VectorSource(
              new SplittableRandom(0), List.of(SafeCall.UNKNOWN), descriptor, words);
      for (SafeCall call : SafeCall.values()) {
        source.next(0, call);
        trampoline.run(words, 1);
        long answer = words[Block.HALF + Register.RAX.ordinal()];
        constants[call.ordinal()] = answer;
        long stated = source.stated(0, call, constants);
        if (answer == stated) {
          fit.add(call);
        } else {
          unfit.add(
              "call=%s, answer=%d, known=%d".formatted(call.title(), answer, stated));
        }
      }
    }

    List<SafeCall> fit() {
      return fit;
    }

    List<String> unfit() {
      return unfit;
    }
  }

  /// The vectors themselves.
  private final class Examination {
    private final long[] words = new long[Trampoline.BATCH * Block.WORDS];
    private final SafeCall[] calls = new SafeCall[Trampoline.BATCH];
    private final Map<SafeCall, Long> shares = new EnumMap<>(SafeCall.class);
    private final Trampoline trampoline;
    private final Probe probe;
    private final Judge judge;
    private final VectorSource source;
    private long done;

    Examination(Trampoline trampoline, Probe probe, Judge judge) {
      this.trampoline = trampoline;
      this.probe = probe;
      this.judge = judge;
      this.source =
          new VectorSource(
              new SplittableRandom(seed),
              probe.fit().stream().filter(call -> call != SafeCall.REFLECTOR).toList(),
              probe.descriptor,
              words);
    }

    LiveResult run() {
      do {
        int batch = (int) Math.min(Trampoline.BATCH, vectors - done);
        for (int at = 0; at < batch; at++) {
          calls[at] = source.next(at);
        }
        trampoline.run(words, batch);
        for (int at = 0; at < batch; at++, done++) {
          SafeCall call = calls[at];
          if (!isRight(at, call)) {
            return new LiveResult.Differs(discrepancy(at, call), tally());
          }
          shares.merge(call, 1L, Long::sum);
        }
      } while (done < vectors && goesOn.test(done));
      return new LiveResult.Agrees(tally());
    }

    private boolean isRight(int at, SafeCall call) {
      return isAnswered(at, call) && judge.allows(words, at * Block.WORDS);
    }

    private boolean isAnswered(int at, SafeCall call) {
      long answer = words[at * Block.WORDS + Block.HALF + Register.RAX.ordinal()];
      return answer == source.stated(at, call, probe.constants);
    }

    private Discrepancy discrepancy(int at, SafeCall call) {
      List<String> broken = new ArrayList<>(judge.broken(words, at * Block.WORDS));
      if (!isAnswered(at, call)) {
        broken.addFirst(ANSWER);
      }
      int from = at * Block.WORDS;
      List<Long> vector =
          Arrays.stream(words, from, from + Block.WORDS).boxed().toList();
      return new Discrepancy(done, call, broken, vector);
    }

    private Tally tally() {
      List<Share> each =
          Stream.of(SafeCall.values())
              .filter(shares::containsKey)
              .map(call -> new Share(call, shares.getOrDefault(call, 0L)))
              .toList();
      return new Tally(done, each, probe.unfit());
    }
  }
}
