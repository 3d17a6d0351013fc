package psyscall.model.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import psyscall.model.engine.Engine;
import psyscall.model.kernel.Kernel;
import psyscall.model.packed.Answers;
import psyscall.model.packed.Pool;
import psyscall.model.schedule.Scheduler;
import psyscall.spec.process.Choice;
import psyscall.spec.state.Op;
import psyscall.spec.term.Sort;

/// Answers the choices of one step: those about time and the kernel from what there is, the others
/// by the scheduler.
final class Surroundings implements Answers {
  /// Sysmon and others go through the Ps.
  static final String NEXT_P = "the next P";

  /// Sysmon ends a time slice.
  static final String OVER = "the P whose slice is over";

  /// What a poll brings.
  private static final String BROUGHT = "what the network brings";

  /// A worker of the collector scans the next stack.
  private static final String TO_SCAN = "the goroutine to scan";

  /// A P that was idle is taken for mark work.
  private static final String HAS_WORKER = "whether the P has a worker";

  private static final String WHAT = "what the goroutine does";
  private static final String CREATED = "the goroutine to create";
  private static final String IS_SLICE_OVER = "whether the P's time slice is over";
  private static final String IS_CALL_LONG = "whether the call has lasted 10 ms";
  private static final String REQUEST = "the request to yield";
  private static final String REQUESTS = "the requests that arrive";
  private static final String SIGNAL_FIRST = "whether SIGURG comes before the call";
  private static final String INTERRUPTED = "what becomes of the call";
  private static final String HAS_MARK_WORK = "whether the collector has work";

  /// The choices that are not the scheduler's; the rules must know them by these names.
  static final Set<String> ANSWERED =
      Set.of(
          NEXT_P,
          OVER,
          BROUGHT,
          TO_SCAN,
          HAS_WORKER,
          WHAT,
          CREATED,
          IS_SLICE_OVER,
          IS_CALL_LONG,
          REQUEST,
          REQUESTS,
          SIGNAL_FIRST,
          INTERRUPTED,
          HAS_MARK_WORK);

  /// The choices that nothing in the world decides: which of several that are alike. All others
  /// would be the scheduler's too, and a test says that there are none.
  static final Set<String> LEFT_OPEN =
      Set.of(
          "the first goroutine",
          "the goroutine to ready",
          "the idle helper",
          "the idle thread",
          "the new thread",
          "the next P with work",
          "the next goroutine",
          "the next one",
          "the next victim",
          "the thread that became idle",
          "the thread to create",
          "the waiter");

  private final Sources sources;
  private final Scheduler scheduler;
  private final Choice[] choices;
  private final Question[] questions;
  private final Map<Op, Long> alternatives = new EnumMap<>(Op.class);
  private int goroutine = -1;
  private int processor = -1;
  private int scanned = -1;
  private long brought;
  private boolean hadMoved;
  private boolean hasWorker;
  private long now;

  /// What there is.
  ///
  /// @param monitor the clockwork of sysmon
  /// @param kernel the calls
  /// @param network the poller
  /// @param collector the collector
  /// @param workers what each goroutine is in
  /// @param moved whether a P's tick has moved since sysmon's last look
  record Sources(
      Monitor monitor,
      Kernel kernel,
      Network network,
      Collector collector,
      Workers workers,
      Engine.Gauge moved) {}

  /// What is asked, and how it is answered.
  private enum Question {
    LEAST_P,
    LEAST_OVER,
    MEANT,
    OPERATION,
    SLICE,
    CALL,
    FIRST,
    SECOND,
    ALL,
    INTERRUPTION,
    NETWORK,
    STACK,
    MARK_WORK,
    SCHEDULERS
  }

  /// @param choices all of the specification, by number
  Surroundings(List<Choice> choices, Sources sources, Scheduler scheduler) {
    this.sources = sources;
    this.scheduler = scheduler;
    this.choices = choices.toArray(Choice[]::new);
    questions = choices.stream().map(Surroundings::question).toArray(Question[]::new);
    choices.stream().filter(choice -> choice.name().equals(WHAT)).forEach(this::addAlternatives);
  }

  private void addAlternatives(Choice choice) {
    List<String> names = ((Sort.Enumeration) choice.sort()).values();
    for (Op op : Op.values()) {
      if (names.contains(op.name())) {
        alternatives.put(op, (long) names.indexOf(op.name()));
      }
    }
    if (!alternatives.containsKey(Op.RAW_BLOCKED) && alternatives.containsKey(Op.RAW_SYSCALL)) {
      // Where no signals are sent, none need be blocked.
      alternatives.put(Op.RAW_BLOCKED, alternatives.get(Op.RAW_SYSCALL));
    }
  }

  private static Question question(Choice choice) {
    return switch (choice.name()) {
      case NEXT_P -> Question.LEAST_P;
      case OVER -> Question.LEAST_OVER;
      case CREATED -> Question.MEANT;
      case WHAT -> Question.OPERATION;
      case IS_SLICE_OVER -> Question.SLICE;
      case IS_CALL_LONG -> Question.CALL;
      case REQUEST -> Question.FIRST;
      case REQUESTS -> Question.ALL;
      case SIGNAL_FIRST -> Question.SECOND;
      case INTERRUPTED -> Question.INTERRUPTION;
      case BROUGHT -> Question.NETWORK;
      case TO_SCAN -> Question.STACK;
      case HAS_WORKER, HAS_MARK_WORK -> Question.MARK_WORK;
      case String _ -> Question.SCHEDULERS;
    };
  }

  /// A step is about to be tried.
  ///
  /// @param who runs on the thread whose step it is, or −1
  /// @param when the time
  void begin(int who, long when) {
    goroutine = who;
    now = when;
    processor = -1;
    scanned = -1;
    brought = 0;
    hasWorker = false;
  }

  /// The P that sysmon looks at in the step; −1 if it looks at none.
  int processor() {
    return processor;
  }

  /// Whether the tick of that P had moved before the step.
  boolean hadMoved() {
    return hadMoved;
  }

  /// Whose stack is scanned in the step; −1 if nobody's.
  int scanned() {
    return scanned;
  }

  /// Whom a poll brings in the step, bit i for the goroutine i.
  long brought() {
    return brought;
  }

  /// Whether the step found mark work.
  boolean hasWorker() {
    return hasWorker;
  }

  @Override
  public long choose(int choice, Pool candidates) {
    return switch (questions[choice]) {
      case LEAST_P -> {
        long least = least(candidates, Fits.ANY);
        processor = (int) candidates.at(least);
        hadMoved = sources.moved().at(processor) != 0;
        yield least;
      }
      case LEAST_OVER -> least(candidates, Fits.OVER);
      case MEANT -> {
        long meant = least(candidates, Fits.MEANT);
        yield meant == REFUSED ? least(candidates, Fits.ANY) : meant;
      }
      case OPERATION -> operation();
      case SLICE -> sources.monitor().isSliceOver(processor, now) ? 1 : 0;
      case CALL -> sources.monitor().isCallLong(processor, now) ? 1 : 0;
      case FIRST -> 0;
      case SECOND -> 1;
      case ALL -> candidates.position(candidates.ids());
      case INTERRUPTION -> interrupted();
      case NETWORK -> {
        brought = sources.network().brings(candidates.ids(), now);
        yield candidates.position(brought);
      }
      case STACK -> stack(choice, candidates);
      case MARK_WORK -> {
        hasWorker = sources.collector().hasWork();
        yield hasWorker ? 1 : 0;
      }
      case SCHEDULERS -> scheduler.choose(choices[choice], (int) candidates.count());
    };
  }

  private long operation() {
    return alternatives.getOrDefault(sources.workers().next(goroutine).op(), REFUSED);
  }

  private long interrupted() {
    return switch (sources.kernel().interruption(goroutine, now)) {
      case FAILS -> 0;
      case RESTARTS -> 1;
      case NONE -> REFUSED;
    };
  }

  private long stack(int choice, Pool candidates) {
    long rest = sources.collector().unscanned(candidates.ids());
    if (rest == 0) {
      return REFUSED;
    }
    int position = scheduler.choose(choices[choice], Long.bitCount(rest));
    scanned = Long.numberOfTrailingZeros(Long.expand(1L << position, rest));
    return candidates.position(scanned);
  }

  /// Which ids come into question.
  private enum Fits {
    ANY,
    OVER,
    MEANT
  }

  /// Go goes through the Ps by index.
  private long least(Pool candidates, Fits which) {
    long best = REFUSED;
    for (long at = 0; at < candidates.count(); at++) {
      long id = candidates.at(at);
      if (fits(which, (int) id) && (best == REFUSED || id < candidates.at(best))) {
        best = at;
      }
    }
    return best;
  }

  private boolean fits(Fits which, int id) {
    return switch (which) {
      case ANY -> true;
      case OVER -> sources.monitor().isSliceOver(id, now);
      case MEANT -> sources.workers().isMeant(goroutine, id);
    };
  }
}
