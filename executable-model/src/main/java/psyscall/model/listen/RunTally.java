package psyscall.model.listen;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import psyscall.model.engine.StepView;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunListener;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Workload;
import psyscall.spec.lifecycle.Events;
import psyscall.spec.process.Event;

/// Adds up what goroutines and Ps do, from the events of a run.
public final class RunTally implements RunListener {
  private static final Map<Event, Phase> OF_GOROUTINE =
      Map.ofEntries(
          Map.entry(Events.GO_CREATE, Phase.RUNNABLE),
          Map.entry(Events.GO_START, Phase.RUNNING),
          Map.entry(Events.GO_STOP, Phase.RUNNABLE),
          Map.entry(Events.GO_BLOCK, Phase.PARKED),
          Map.entry(Events.GO_UNBLOCK, Phase.RUNNABLE),
          Map.entry(Events.GO_DESTROY, Phase.ABSENT),
          Map.entry(Events.GO_SYSCALL_ENTER, Phase.KEEPING),
          Map.entry(Events.GO_SYSCALL_BLOCK, Phase.HANDED_OFF),
          Map.entry(Events.GO_SYSCALL_EXIT_FAST, Phase.RUNNING),
          Map.entry(Events.GO_SYSCALL_EXIT_SLOW, Phase.RUNNABLE));

  private static final Map<Event, Phase> OF_PROCESSOR =
      Map.of(
          Events.PROC_START, Phase.RUNNING,
          Events.PROC_REACQUIRE, Phase.RUNNING,
          Events.PROC_PUBLISH, Phase.KEEPING,
          Events.PROC_STOP, Phase.ABSENT,
          Events.PROC_STEAL, Phase.ABSENT,
          Events.PROC_GCSTOP, Phase.ABSENT,
          Events.PROC_IDLE, Phase.ABSENT);

  private final SortedMap<Long, Account> goroutines = new TreeMap<>();
  private final SortedMap<Long, Account> processors = new TreeMap<>();
  private final Map<Long, Long> callers = new HashMap<>();
  private long retakes;

  private enum Phase {
    ABSENT,
    RUNNING,
    KEEPING,
    HANDED_OFF,
    RUNNABLE,
    PARKED
  }

  /// The time of one individual, by what it does.
  private static final class Account {
    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private Phase phase;
    private long since;

    Account(Phase phase) {
      this.phase = phase;
    }

    void enter(Phase next, long now) {
      nanos.merge(phase, now - since, Long::sum);
      phase = next;
      since = now;
    }

    long of(Phase wanted) {
      return nanos.getOrDefault(wanted, 0L);
    }
  }

  /// Nothing is added up yet.
  ///
  /// @param workload what is run
  public RunTally(Workload workload) {
    LongStream.range(0, workload.processors())
        .forEach(p -> processors.put(p, new Account(p == 0 ? Phase.RUNNING : Phase.ABSENT)));
    for (int g = 0; g < workload.goroutines().size(); g++) {
      Workload.GoroutineText text = workload.goroutines().get(g);
      Phase waiting = text.isSystem() ? Phase.PARKED : Phase.RUNNABLE;
      Phase first =
          switch (text.origin()) {
            case INITIAL -> g == 0 ? Phase.RUNNING : waiting;
            case SPAWNED -> Phase.ABSENT;
          };
      goroutines.put((long) g, new Account(first));
    }
  }

  @Override
  public void stepped(long nanos, StepView step) {
    for (int at = 0; at < step.events(); at++) {
      Event event = step.event(at);
      long last = step.argument(at, event.parameters().size() - 1);
      happened(event, step.argument(at, 0), last, nanos);
    }
  }

  private void happened(Event event, long who, long last, long now) {
    Optional.ofNullable(OF_GOROUTINE.get(event))
        .ifPresent(phase -> account(goroutines, who).enter(phase, now));
    Optional.ofNullable(OF_PROCESSOR.get(event))
        .ifPresent(phase -> account(processors, who).enter(phase, now));
    if (event.equals(Events.GO_SYSCALL_ENTER)) {
      callers.put(last, who);
    } else if (event.equals(Events.PROC_GCSTOP)) {
      loses(who, now);
    } else if (event.equals(Events.PROC_STEAL)) {
      loses(who, now);
      retakes += last < 0 ? 1 : 0;
    }
  }

  /// The goroutine that left a P in its call goes on without one.
  private void loses(long processor, long now) {
    Optional.ofNullable(callers.remove(processor))
        .map(caller -> account(goroutines, caller))
        .filter(account -> account.phase == Phase.KEEPING)
        .ifPresent(account -> account.enter(Phase.HANDED_OFF, now));
  }

  @Override
  public void entered(long nanos, long goroutine, Operation.Way way) {
    if (isRaw(way)) {
      account(goroutines, goroutine).enter(Phase.KEEPING, nanos);
    }
  }

  @Override
  public void left(long nanos, long goroutine, Operation.Way way) {
    if (isRaw(way)) {
      account(goroutines, goroutine).enter(Phase.RUNNING, nanos);
    }
  }

  /// The scheduler knows nothing of the call: the goroutine goes on to run for it.
  private static boolean isRaw(Operation.Way way) {
    return switch (way) {
      case RAW_SYSCALL, RAW_BLOCKED -> true;
      case SYSCALL, BLOCK -> false;
    };
  }

  private static Account account(SortedMap<Long, Account> accounts, long who) {
    return Optional.ofNullable(accounts.get(who))
        .orElseThrow(() -> new IllegalArgumentException("nobody of this run: id=" + who));
  }

  /// The sums at the end of the run.
  ///
  /// @param end when that is
  /// @return what became of the time
  public RunSummary summary(RunEnd end) {
    goroutines.values().forEach(account -> account.enter(account.phase, end.nanos()));
    processors.values().forEach(account -> account.enter(account.phase, end.nanos()));
    return new RunSummary(
        goroutines.values().stream()
            .map(
                account ->
                    new RunSummary.GoroutineTimes(
                        account.of(Phase.RUNNING),
                        account.of(Phase.KEEPING),
                        account.of(Phase.HANDED_OFF),
                        account.of(Phase.RUNNABLE),
                        account.of(Phase.PARKED)))
            .toList(),
        processors.values().stream()
            .map(
                account ->
                    new RunSummary.ProcessorTimes(
                        account.of(Phase.RUNNING), account.of(Phase.KEEPING)))
            .toList(),
        retakes);
  }
}
