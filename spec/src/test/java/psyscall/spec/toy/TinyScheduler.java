package psyscall.spec.toy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Sym;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Event;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// A scheduler of seven procedures: threads take processors, leave them behind in system calls,
/// lose them to a monitor, and stop all at once. It uses calls with exits, calls in place, a lock
/// that is held over several steps, roots that pass control, assignments to all at once, and a
/// polling process.
public final class TinyScheduler {
  /// Marks ids of a thread.
  public interface M {
    /// The id sort.
    Ids<M> IDS = Ids.of("M");
  }

  /// Marks ids of a processor.
  public interface P {
    /// The id sort.
    Ids<P> IDS = Ids.of("P");
  }

  /// What a processor can be.
  public enum Status {
    /// On the idle list.
    Pidle,
    /// On a thread.
    Prunning,
    /// Left behind by a thread in a system call.
    Psyscall,
    /// Stopped.
    Pgcstop
  }

  /// A thread that has a processor takes another.
  public static final Ending HAS_ONE = Ending.thrown("acquirep-already", "acquirep: already in go");

  /// A processor that is not idle is taken.
  public static final Ending NOT_IDLE =
      Ending.thrown("acquirep-state", "acquirep: invalid p state");

  /// A thread without a processor schedules.
  public static final Ending NO_P = Ending.thrown("schedule-no-p", "schedule: no p");

  /// A thread goes into a system call.
  public static final Event ENTER =
      new Event(
          "GoSysCall",
          List.of(new Sort.Field("m", M.IDS.sort()), new Sort.Field("p", P.IDS.sort())));

  final Declared declared = new Declared();
  final Arr<P, Sym<Status>> status = declared.field("p.status", P.IDS.array(Sym.of(Status.class)));
  final Arr<P, Opt<M>> pm = declared.field("p.m", P.IDS.array(M.IDS.opt()));
  final Arr<M, Opt<P>> mp = declared.field("m.p", M.IDS.array(P.IDS.opt()));
  final Arr<M, Bool> preempt = declared.field("m.preempt", M.IDS.array(Bool.TYPE));
  final IdSet<P> pidle = declared.field("sched.pidle", P.IDS.set());
  final Bool gcwaiting = declared.field("sched.gcwaiting", Bool.TYPE);
  final Opt<M> lockedBy = declared.field("sched.lockedBy", M.IDS.opt());
  final Opt<M> lastPutter = declared.variable("lastPutter", M.IDS.opt(), Var.Role.GHOST);

  private TinyScheduler() {}

  /// The toy before inlining.
  public static Protocol protocol() {
    TinyScheduler toy = new TinyScheduler();
    Block initial =
        Declared.block(
            statements -> {
              statements.assign(toy.pidle, P.IDS.all());
              statements.assign(toy.preempt, M.IDS.each(Bool.TYPE, _ -> Bool.FALSE));
            });
    return toy.declared.protocol(
        "tiny-scheduler",
        List.of(
            Process.of("M", Optional.of(M.IDS.sort()), List.of("mstart", "user")),
            new Process(
                "sysmon", Optional.empty(), List.of("retake"), new TreeMap<>(Map.of()), true)),
        new TinyProcedures(toy).all(),
        initial);
  }

  /// The toy as rules.
  public static Specification specification() {
    return Flattening.of(protocol());
  }

  /// Where a procedure of the toy comes from.
  static Citation source(String function) {
    return new Citation("", List.of("toy"), "runtime/tiny.go", function);
  }
}
