package psyscall.checker.strace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.checker.strace.StraceThread.EndedWait;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.strace.CallResult;
import psyscall.model.strace.StraceRecord;

/// Follows a log of strace, thread by thread, up to the first line that the kernel cannot have
/// caused.
///
/// A raw log does not tell about handlers and SA_RESTART. So both are possible behind each signal,
/// and what either allows is allowed.
public final class StraceJudge {
  private static final long BYTES_OF_A_THREAD = 1 << 10;

  private final MemoryAllowance memory;
  private final KernelFacts facts = new KernelFacts();
  private final Map<Long, Followed> threads = new HashMap<>();
  private final FutexWaits futexWaits;
  private long lines;
  private long calls;
  private long signals;
  private long restarts;
  private long backwards;
  private long latest;
  private int births;

  /// A thread with the line that it was at last.
  private static final class Followed {
    private StraceThread thread;
    private Optional<StraceRecord> last = Optional.empty();

    /// How many threads had been begun when this one ended; 0 while it runs.
    private int endedAt;

    Followed(StraceThread thread) {
      this.thread = thread;
    }
  }

  /// Before the first line.
  ///
  /// @param memory asked for each new thread
  public StraceJudge(MemoryAllowance memory) {
    this.memory = memory;
    futexWaits = new FutexWaits(memory);
  }

  /// Judges the next line.
  ///
  /// @param line what it says
  /// @return what is wrong with it; empty if it is explained
  /// @throws TraceFault if memory is short
  public Optional<StraceRefusal> judge(StraceRecord line) throws TraceFault {
    Followed followed = followed(line.at());
    Optional<String> wrong = wrong(line, followed);
    if (wrong.isPresent()) {
      String before =
          followed
              .last
              .map(last -> "line " + last.at().line() + ": " + shown(last))
              .orElse("nothing");
      return Optional.of(new StraceRefusal(line.at(), shown(line), wrong.get(), before));
    }
    count(line);
    Optional<EndedWait> ended = followed.thread.endedWait();
    if (ended.isPresent()) {
      futexWaits.add(ended.get().what(), ended.get().outcome(), line.at().position());
    }
    followed.last = Optional.of(line);
    return Optional.empty();
  }

  private Followed followed(StraceRecord.At at) throws TraceFault {
    Followed known = threads.get(at.thread());
    if (known != null) {
      return known;
    }
    memory.take(BYTES_OF_A_THREAD, at.position());
    Followed fresh = new Followed(new StraceThread(facts));
    threads.put(at.thread(), fresh);
    return fresh;
  }

  private Optional<String> wrong(StraceRecord line, Followed followed) {
    if (followed.endedAt > 0) {
      if (births < followed.endedAt) {
        return Optional.of("the thread has not ended, or its id was given to a new one");
      }
      followed.endedAt = 0;
      followed.thread = new StraceThread(facts);
    }
    StraceThread thread = followed.thread;
    return switch (line) {
      case StraceRecord.Whole(_, StraceRecord.Asked asked, CallResult result) ->
          thread.begin(asked).or(() -> thread.end(asked.name(), result));
      case StraceRecord.Begun(_, StraceRecord.Asked asked) -> thread.begin(asked);
      case StraceRecord.Resumed(_, String name, CallResult result) -> thread.end(name, result);
      case StraceRecord.Signalled _ -> thread.signal();
      case StraceRecord.Stopped _ -> Optional.empty();
      case StraceRecord.Ended _ -> {
        followed.endedAt = births + 1;
        yield Optional.empty();
      }
    };
  }

  private void count(StraceRecord line) {
    lines++;
    if (line.at().micros() < latest) {
      backwards++;
    }
    latest = line.at().micros();
    switch (line) {
      case StraceRecord.Whole(_, StraceRecord.Asked asked, CallResult result) -> {
        begun(asked);
        ended(result);
      }
      case StraceRecord.Begun(_, StraceRecord.Asked asked) -> begun(asked);
      case StraceRecord.Resumed(_, _, CallResult result) -> ended(result);
      case StraceRecord.Signalled _ -> signals++;
      case StraceRecord.Stopped _, StraceRecord.Ended _ -> {}
    }
  }

  private void begun(StraceRecord.Asked asked) {
    calls++;
    switch (asked.name()) {
      case "clone", "clone3", "fork", "vfork" -> births++;
      case String _ -> {}
    }
  }

  private void ended(CallResult result) {
    if (result instanceof CallResult.Restarting) {
      restarts++;
    }
  }

  private static String shown(StraceRecord line) {
    return switch (line) {
      case StraceRecord.Whole(_, StraceRecord.Asked asked, CallResult result) ->
          asked.name() + " = " + shown(result);
      case StraceRecord.Begun(_, StraceRecord.Asked asked) -> asked.name() + " begins";
      case StraceRecord.Resumed(_, String name, CallResult result) ->
          name + " ends = " + shown(result);
      case StraceRecord.Signalled(_, String name) -> name;
      case StraceRecord.Stopped _ -> "a stop";
      case StraceRecord.Ended _ -> "the thread ends";
    };
  }

  private static String shown(CallResult result) {
    return switch (result) {
      case CallResult.Value(long bits) -> bits < 10 ? Long.toString(bits) : "0x%x".formatted(bits);
      case CallResult.Failed(String name) -> name;
      case CallResult.Restarting(var restart) -> restart.kernelName();
      case CallResult.Never() -> "?";
    };
  }

  /// What was explained.
  ///
  /// @param lines how many lines
  /// @param threads how many thread ids
  /// @param calls how many calls began
  /// @param restarts how many came back with a restart code
  /// @param signals how many signals were delivered
  /// @param backwards how often time ran backwards from one line to the next
  public record Counts(
      long lines, long threads, long calls, long restarts, long signals, long backwards) {}

  /// What was explained up to now.
  ///
  /// @return counts
  public Counts counts() {
    return new Counts(lines, threads.size(), calls, restarts, signals, backwards);
  }

  /// What was odd but does not matter.
  ///
  /// @return one line each with its count; empty if nothing was
  public List<String> warnings() {
    return backwards == 0
        ? List.of()
        : List.of("time ran backwards from one line to the next: count=" + backwards);
  }

  /// How waits on futexes ended up to now.
  ///
  /// @return the counts
  public FutexWaits futexWaits() {
    return futexWaits;
  }
}
