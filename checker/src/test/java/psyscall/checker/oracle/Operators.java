package psyscall.checker.oracle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceEvent;

/// Ways to change a real run so that it is certainly illegal, with the event at which it has to be
/// refused.
final class Operators {
  /// An id that no run has.
  static final long STRANGER = 1L << 40;

  private static final Set<Kind> OF_THE_RUNNING =
      EnumSet.of(
          Kind.GO_BLOCK, Kind.GO_STOP, Kind.GO_DESTROY, Kind.GO_SYSCALL_BEGIN, Kind.GO_SWITCH);

  private static final Set<Kind> ONCE =
      EnumSet.of(
          Kind.PROC_START,
          Kind.PROC_STOP,
          Kind.PROC_STEAL,
          Kind.GO_CREATE,
          Kind.GO_START,
          Kind.GO_DESTROY,
          Kind.GO_STOP,
          Kind.GO_BLOCK,
          Kind.GO_UNBLOCK,
          Kind.GO_SYSCALL_END,
          Kind.GO_SYSCALL_END_BLOCKED,
          Kind.GO_SYS_BLOCK,
          Kind.GO_SYS_EXIT,
          Kind.STW_BEGIN,
          Kind.STW_END);

  /// A changed run.
  ///
  /// @param run the run
  /// @param changedAt the event that was changed, from 0
  /// @param refusedAt the event that cannot be at the latest, from 0; -1 if there is none
  record Mutant(ToldRun run, int changedAt, int refusedAt) {
    static Mutant legal(ToldRun run) {
      return new Mutant(run, 0, -1);
    }
  }

  /// A way to change a run at a place.
  interface Change {
    /// The run changed at an event, if that is possible there.
    Optional<Mutant> at(ToldRun run, int index);
  }

  /// A named way.
  ///
  /// @param name what is done
  /// @param isLegal whether the changed run is still possible
  /// @param change how
  record Operator(String name, boolean isLegal, Change change) {}

  private Operators() {}

  static List<Operator> all() {
    List<Operator> all = new ArrayList<>(drops());
    all.addAll(alterations());
    all.addAll(swaps());
    all.addAll(LegalOperators.all());
    return all;
  }

  private static List<Operator> drops() {
    return List.of(
        drop("drop a loss of a P", Kind.PROC_STEAL, (lost, e) -> startsOrStops(e, lost.subject())),
        drop("drop a loss of a P (first)", Kind.GO_SYS_BLOCK, Operators::isOnItsProcessor),
        drop("drop a start of a P", Kind.PROC_START, Operators::needsTheProcessor),
        drop("drop a stop of a P", Kind.PROC_STOP, Operators::takesTheProcessor),
        drop("drop a start", Kind.GO_START, Operators::runs),
        drop("drop a creation", Kind.GO_CREATE, Operators::isAboutIt),
        drop("drop an unblock", Kind.GO_UNBLOCK, Operators::isAboutIt),
        drop("drop a block", Kind.GO_BLOCK, Operators::needsItOffItsThread),
        drop("drop a begin of a stop", Kind.STW_BEGIN, (_, e) -> e.kind() == Kind.STW_END),
        drop("drop an end of a stop", Kind.STW_END, (_, e) -> e.kind() == Kind.STW_BEGIN));
  }

  private static boolean startsOrStops(Told e, long processor) {
    return (e.kind() == Kind.PROC_START || e.kind() == Kind.PROC_STEAL) && e.subject() == processor;
  }

  private static boolean isOnItsProcessor(Told lost, Told e) {
    // In the format of Go 1.5 ends of calls stand where they happened, not on their P.
    boolean isMoved = e.kind() == Kind.GO_SYS_EXIT && e.value() != 0;
    return e.processor() == lost.processor() && Judge.concerns(e.kind()) && !isMoved;
  }

  private static boolean needsTheProcessor(Told start, Told e) {
    boolean isItsStart = e.kind() == Kind.GO_START && e.processor() == start.subject();
    boolean isItsStop = e.kind() == Kind.PROC_STOP && e.subject() == start.subject();
    boolean isItsReturn =
        e.kind() == Kind.GO_SYSCALL_END_BLOCKED && e.processor() == start.subject();
    boolean isItsExit =
        e.kind() == Kind.GO_SYS_EXIT && e.processor() == start.subject() && e.value() == 0;
    boolean isItsCall = e.goroutine() != TraceEvent.NONE && e.processor() == start.subject();
    return isItsStart || isItsStop || isItsReturn || isItsExit || isItsCall;
  }

  private static boolean takesTheProcessor(Told stop, Told e) {
    boolean isOnItsThread = stop.thread() != TraceEvent.NONE && e.thread() == stop.thread();
    return e.kind() == Kind.PROC_START && (e.subject() == stop.subject() || isOnItsThread);
  }

  private static boolean runs(Told start, Told e) {
    boolean isItsOwn = e.goroutine() == start.subject() && OF_THE_RUNNING.contains(e.kind());
    return isItsOwn || isAboutIt(start, e);
  }

  private static boolean isAboutIt(Told told, Told e) {
    return e.subject() == told.subject() && !e.isAboutProcessor() && Judge.concerns(e.kind());
  }

  /// The goroutine runs on: what comes next on its thread or of itself cannot be.
  private static boolean needsItOffItsThread(Told block, Told e) {
    boolean isHere =
        block.thread() == TraceEvent.NONE
            ? e.processor() == block.processor()
            : e.thread() == block.thread();
    boolean isElsewhere = e.kind() == Kind.GO_START || e.kind() == Kind.PROC_STOP;
    return (isHere && isElsewhere) || isAboutIt(block.about(block.goroutine()), e);
  }

  private static Operator drop(String name, Kind kind, BiPredicate<Told, Told> conflicts) {
    return new Operator(
        name,
        false,
        (run, index) -> {
          if (run.at(index).kind() != kind) {
            return Optional.empty();
          }
          ToldRun changed = run.without(index);
          return next(changed, index, e -> conflicts.test(run.at(index), e))
              .map(at -> new Mutant(changed, index, at));
        });
  }

  static Optional<Integer> next(ToldRun run, int from, Predicate<Told> wanted) {
    for (int at = from; at < run.size(); at++) {
      if (wanted.test(run.at(at))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static List<Operator> alterations() {
    return List.of(
        alter("repeat an event", e -> ONCE.contains(e.kind()), e -> e, 1),
        alter(
            "name another victim",
            e -> e.kind() == Kind.PROC_STEAL && e.value() != TraceEvent.NONE,
            e -> e.value(STRANGER),
            0),
        alter(
            "say that the P was kept",
            e -> e.kind() == Kind.GO_SYSCALL_END_BLOCKED,
            e -> e.as(Kind.GO_SYSCALL_END),
            0),
        alter(
            "say that the P was lost",
            e -> e.kind() == Kind.GO_SYSCALL_END,
            e -> e.as(Kind.GO_SYSCALL_END_BLOCKED),
            0),
        alter(
            "take the P of one that runs",
            e -> e.kind() == Kind.GO_START && e.thread() != TraceEvent.NONE,
            e -> Told.of(Kind.PROC_STEAL).about(e.processor()).value(e.thread()),
            1),
        alter(
            "take the P of one that runs (first)",
            e -> e.kind() == Kind.GO_START && e.thread() == TraceEvent.NONE,
            e -> Told.of(Kind.GO_SYS_BLOCK).by(TraceEvent.NONE, e.processor(), e.subject()),
            1),
        alter(
            "start it on a second P",
            e -> e.kind() == Kind.GO_START,
            e -> e.by(STRANGER, STRANGER, TraceEvent.NONE),
            1),
        alter(
            "start a goroutine that is not there",
            e -> e.kind() == Kind.GO_START,
            e -> e.about(STRANGER),
            0),
        alter(
            "unblock a goroutine that is not there",
            e -> e.kind() == Kind.GO_UNBLOCK,
            e -> e.about(STRANGER),
            0),
        alter(
            "start a P beyond GOMAXPROCS",
            e -> e.kind() == Kind.PROC_START && e.processor() == TraceEvent.NONE,
            e -> e.about(STRANGER),
            0),
        alter(
            "give a call a stale number of its P",
            e -> e.kind() == Kind.GO_SYSCALL_BEGIN && e.value() != TraceEvent.NONE,
            e -> e.value(e.value() - 1),
            0),
        alter(
            "restate another status",
            e -> e.kind() == Kind.GO_START && e.thread() != TraceEvent.NONE,
            e -> restated(e).value(4),
            1));
  }

  /// A generation begins right after a start, and its goroutine is told to run.
  static Told restated(Told start) {
    return Told.of(Kind.GO_STATUS)
        .by(start.thread(), start.processor(), start.subject())
        .about(start.subject())
        .value(2)
        .other(start.thread())
        .in(start.generation() + 1);
  }

  /// Puts a changed event in place of one, or behind it.
  private static Operator alter(
      String name, Predicate<Told> where, UnaryOperator<Told> how, int behind) {
    return new Operator(
        name,
        false,
        (run, index) -> {
          Told old = run.at(index);
          if (!where.test(old)) {
            return Optional.empty();
          }
          int at = index + behind;
          Told changed = how.apply(old);
          return Optional.of(
              new Mutant(behind == 0 ? run.replaced(at, changed) : run.with(at, changed), at, at));
        });
  }

  private static List<Operator> swaps() {
    return List.of(
        swap("swap start of a P and of a goroutine", Kind.PROC_START, Kind.GO_START),
        swap("swap start and block", Kind.GO_START, Kind.GO_BLOCK),
        swap("swap start and call", Kind.GO_START, Kind.GO_SYSCALL_BEGIN),
        swap("swap begin and end of a call", Kind.GO_SYSCALL_BEGIN, Kind.GO_SYSCALL_END),
        swap("swap loss and start of a P", Kind.PROC_STEAL, Kind.PROC_START),
        swap("swap loss and stop of a P", Kind.GO_SYS_BLOCK, Kind.PROC_STOP),
        swap("swap end of a call and start", Kind.GO_SYS_EXIT, Kind.GO_START));
  }

  /// Swaps an event with the next one of its thread, or in the first format of its P.
  private static Operator swap(String name, Kind first, Kind second) {
    return new Operator(
        name,
        false,
        (run, index) -> {
          Told event = run.at(index);
          if (event.kind() != first) {
            return Optional.empty();
          }
          return next(run, index + 1, e -> isOfSameStream(event, e))
              .filter(other -> run.at(other).kind() == second)
              .map(other -> new Mutant(run.swapped(index, other), index, index));
        });
  }

  static boolean isOfSameStream(Told event, Told e) {
    if (!Judge.concerns(e.kind())) {
      return false;
    }
    return event.thread() == TraceEvent.NONE
        ? event.processor() != TraceEvent.NONE && e.processor() == event.processor()
        : e.thread() == event.thread();
  }
}
