package psyscall.checker.oracle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import psyscall.checker.oracle.Operators.Mutant;
import psyscall.checker.oracle.Operators.Operator;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceEvent;

/// Ways to change a real run so that it is certainly still legal.
final class LegalOperators {
  private static final Set<Kind> OF_THE_WORLD =
      EnumSet.of(Kind.STW_BEGIN, Kind.STW_END, Kind.PROCS_CHANGE);

  private LegalOperators() {}

  static List<Operator> all() {
    return List.of(
        new Operator("swap neighbours that share nobody", true, LegalOperators::commuted),
        new Operator("leave a call out that kept its P", true, (run, i) -> call(run, i, false)),
        new Operator("make a call that kept its P twice", true, (run, i) -> call(run, i, true)),
        new Operator("restate a status", true, LegalOperators::restated),
        new Operator("end the run", true, (run, i) -> Optional.of(Mutant.legal(run.first(i)))),
        new Operator("give everybody another name", true, LegalOperators::renamed),
        new Operator(
            "say something else between",
            true,
            (run, i) ->
                Optional.of(
                    Mutant.legal(
                        run.with(
                            i,
                            Told.of(Kind.OTHER)
                                .by(
                                    run.at(i).thread(),
                                    run.at(i).processor(),
                                    Operators.STRANGER))))));
  }

  private static Optional<Mutant> restated(ToldRun run, int index) {
    Told start = run.at(index);
    return start.kind() == Kind.GO_START && start.thread() != TraceEvent.NONE
        ? Optional.of(Mutant.legal(run.with(index + 1, Operators.restated(start))))
        : Optional.empty();
  }

  private static Optional<Mutant> commuted(ToldRun run, int index) {
    if (index + 1 >= run.size()) {
      return Optional.empty();
    }
    Told first = run.at(index);
    Told second = run.at(index + 1);
    Set<String> shared = first.names();
    shared.retainAll(second.names());
    // In the first format a P has a thread that the event does not name.
    boolean isFree =
        shared.isEmpty() && isFree(first) && isFree(second) && first.kind() != second.kind();
    return isFree ? Optional.of(Mutant.legal(run.swapped(index, index + 1))) : Optional.empty();
  }

  private static boolean isFree(Told e) {
    boolean movesProcessor =
        e.isAboutProcessor() || e.kind() == Kind.GO_SYS_BLOCK || e.kind() == Kind.GO_SYS_EXIT;
    return Judge.concerns(e.kind())
        && !OF_THE_WORLD.contains(e.kind())
        && (e.thread() != TraceEvent.NONE || !movesProcessor);
  }

  /// A call that kept its P, left out or made again.
  private static Optional<Mutant> call(ToldRun run, int index, boolean again) {
    Told begin = run.at(index);
    if (begin.kind() != Kind.GO_SYSCALL_BEGIN) {
      return Optional.empty();
    }
    Optional<Integer> next =
        Operators.next(run, index + 1, e -> Operators.isOfSameStream(begin, e));
    if (next.isEmpty()) {
      return Optional.empty();
    }
    Told after = run.at(next.get());
    if (begin.thread() == TraceEvent.NONE) {
      boolean wasKept = after.goroutine() == begin.goroutine() && after.kind() != Kind.GO_SYS_BLOCK;
      return wasKept
          ? Optional.of(Mutant.legal(again ? run.with(index, begin) : run.without(index)))
          : Optional.empty();
    }
    if (after.kind() != Kind.GO_SYSCALL_END) {
      return Optional.empty();
    }
    return Optional.of(
        Mutant.legal(
            again
                ? run.with(index, after).with(index, begin)
                : run.without(next.get()).without(index)));
  }

  private static Optional<Mutant> renamed(ToldRun run, int index) {
    List<Told> changed = new ArrayList<>();
    for (Told e : run.events()) {
      Told by =
          e.by(
              e.thread() == TraceEvent.NONE ? TraceEvent.NONE : e.thread() + 7 + index,
              e.processor(),
              e.goroutine() == TraceEvent.NONE ? TraceEvent.NONE : e.goroutine() ^ (index << 20));
      boolean namesGoroutine = !e.isAboutProcessor() && e.subject() != TraceEvent.NONE;
      Told about = namesGoroutine ? by.about(e.subject() ^ (index << 20)) : by;
      boolean namesThread =
          (e.kind() == Kind.PROC_START || e.kind() == Kind.PROC_STEAL)
              && e.value() != TraceEvent.NONE;
      Told value = namesThread ? about.value(e.value() + 7 + index) : about;
      boolean isOther = e.kind() == Kind.GO_STATUS && e.other() != TraceEvent.NONE;
      changed.add(isOther ? value.other(e.other() + 7 + index) : value);
    }
    return Optional.of(Mutant.legal(new ToldRun(run.format(), changed)));
  }
}
