package psyscall.model.run;

import psyscall.model.kernel.VirtualKernel;
import java.util.List;
import java.util.Set;
import psyscall.model.engine.Engine;
import psyscall.model.packed.Answers;
import psyscall.model.packed.Pool;
import psyscall.model.schedule.Scheduler;
import psyscall.spec.process.Choice;

/// Answers the choices of one step: those about time and the kernel from what there is, the others
/// by the scheduler.
final class Surroundings implements Answers {
  /// Sysmon and others go through the Ps.
  static final String NEXT_P = "the next P";

  /// Sysmon ends a time slice.
  static final String OVER = "the P whose slice is over";

  private static final String CREATED = "the goroutine to create";
  private static final String IS_SLICE_OVER = "whether the P's time slice is over";
  private static final String IS_CALL_LONG = "whether the call has lasted 10 ms";
  private static final String REQUEST = "the request to yield";
  private static final String SIGNAL_FIRST = "whether SIGURG comes before the call";
  private static final String INTERRUPTED = "what becomes of the call";

  /// The choices that are not the scheduler's; the rules must know them by these names.
  static final Set<String> ANSWERED =
      Set.of(
          NEXT_P, OVER, CREATED, IS_SLICE_OVER, IS_CALL_LONG, REQUEST, SIGNAL_FIRST, INTERRUPTED);

  private final Monitor monitor;
  private final VirtualKernel kernel;
  private final Scheduler scheduler;
  private final Engine.Gauge moved;
  private final Choice[] choices;
  private final Question[] questions;
  private int goroutine = -1;
  private int processor = -1;
  private boolean hadMoved;
  private long now;

  /// What is asked, and how it is answered.
  private enum Question {
    LEAST_P,
    LEAST_OVER,
    LEAST,
    SLICE,
    CALL,
    FIRST,
    SECOND,
    INTERRUPTION,
    SCHEDULERS
  }

  /// @param choices all of the specification, by number
  /// @param moved whether a P's tick has moved since sysmon's last look
  Surroundings(
      List<Choice> choices,
      Monitor monitor,
      VirtualKernel kernel,
      Scheduler scheduler,
      Engine.Gauge moved) {
    this.monitor = monitor;
    this.kernel = kernel;
    this.scheduler = scheduler;
    this.moved = moved;
    this.choices = choices.toArray(Choice[]::new);
    questions = choices.stream().map(Surroundings::question).toArray(Question[]::new);
  }

  private static Question question(Choice choice) {
    return switch (choice.name()) {
      case NEXT_P -> Question.LEAST_P;
      case OVER -> Question.LEAST_OVER;
      case CREATED -> Question.LEAST;
      case IS_SLICE_OVER -> Question.SLICE;
      case IS_CALL_LONG -> Question.CALL;
      case REQUEST -> Question.FIRST;
      case SIGNAL_FIRST -> Question.SECOND;
      case INTERRUPTED -> Question.INTERRUPTION;
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
  }

  /// The P that sysmon looks at in the step; −1 if it looks at none.
  int processor() {
    return processor;
  }

  /// Whether the tick of that P had moved before the step.
  boolean hadMoved() {
    return hadMoved;
  }

  @Override
  public int choose(int choice, Pool candidates) {
    return switch (questions[choice]) {
      case LEAST_P -> {
        int least = least(candidates, false);
        processor = (int) candidates.at(least);
        hadMoved = moved.at(processor) != 0;
        yield least;
      }
      case LEAST_OVER -> least(candidates, true);
      case LEAST -> least(candidates, false);
      case SLICE -> monitor.isSliceOver(processor, now) ? 1 : 0;
      case CALL -> monitor.isCallLong(processor, now) ? 1 : 0;
      case FIRST -> 0;
      case SECOND -> 1;
      case INTERRUPTION ->
          switch (kernel.interruption(goroutine, now)) {
            case FAILS -> 0;
            case RESTARTS -> 1;
            case NONE -> REFUSED;
          };
      case SCHEDULERS -> scheduler.choose(choices[choice], candidates.count());
    };
  }

  /// Go goes through the Ps by index.
  private int least(Pool candidates, boolean isOver) {
    int best = REFUSED;
    for (int at = 0; at < candidates.count(); at++) {
      long id = candidates.at(at);
      if ((!isOver || monitor.isSliceOver((int) id, now))
          && (best == REFUSED || id < candidates.at(best))) {
        best = at;
      }
    }
    return best;
  }
}
