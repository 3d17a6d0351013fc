package psyscall.spec.state;

import java.util.Optional;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Type;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.term.Var;

/// The fields of Go's `sched` (runtime2.go:526).
public final class Sched {
  /// `sched.lock` while a procedure holds it across several steps; every other section of it is one
  /// step.
  public final Bool locked;

  /// `sched.pidle`: the idle list; `sched.npidle` is its size.
  public final Queue<P> pidle;

  /// `sched.midle`: the parked threads, as a set; `sched.nmidle` is its size.
  public final IdSet<M> midle;

  /// The threads that exist: `sched.mnext` is its size. Sysmon counts in `mnext` and in `nmsys` and
  /// is in neither here.
  public final IdSet<M> allm;

  /// `sched.runq`: the global run queue; `sched.runqsize` is its size.
  public final Queue<G> runq;

  /// `sched.nmspinning`.
  public final Int nmspinning;

  /// `sched.nmidlelocked`.
  public final Int nmidlelocked;

  /// `sched.gcwaiting`: the world is to stop.
  public final Bool gcwaiting;

  /// `sched.stopwait`: how many Ps have still to stop.
  public final Int stopwait;

  /// `sched.stopnote`: one bit with memory.
  public final Bool stopnote;

  /// `sched.sysmonwait`: sysmon is in its deep sleep.
  public final Bool sysmonwait;

  /// `sched.sysmonnote`: one bit with memory.
  public final Bool sysmonnote;

  /// `sched.safePointFn ≠ nil`: a `forEachP` is under way.
  public final Bool safePointFn;

  /// `sched.safePointWait`: how many Ps have still to run the function.
  public final Int safePointWait;

  /// `sched.safePointNote`: one bit with memory.
  public final Bool safePointNote;

  private final Optional<Bool> needspinning;

  Sched(Declarations declare, int ms, int ps, Release release, Type<Int> idleLocked) {
    locked = declare.scalar("sched.locked", Bool.TYPE);
    pidle = declare.queue("sched.pidle", P.IDS, Queue.Discipline.LAST_IN_FIRST_OUT);
    midle = declare.scalar("sched.midle", M.IDS.set());
    allm = declare.scalar("sched.allm", M.IDS.set());
    runq = declare.queue("sched.runq", G.IDS, Queue.Discipline.FIRST_IN_FIRST_OUT);
    nmspinning = declare.scalar("sched.nmspinning", Int.range(-1, ms + 1));
    needspinning =
        release.has(Change.NEEDSPINNING)
            ? Optional.of(declare.scalar("sched.needspinning", Bool.TYPE))
            : Optional.empty();
    nmidlelocked = declare.scalar("sched.nmidlelocked", idleLocked, Var.Role.POLLED);
    gcwaiting = declare.scalar("sched.gcwaiting", Bool.TYPE);
    stopwait = declare.scalar("sched.stopwait", Int.range(-1, ps));
    stopnote = declare.scalar("sched.stopnote", Bool.TYPE);
    sysmonwait = declare.scalar("sched.sysmonwait", Bool.TYPE, Var.Role.POLLED);
    sysmonnote = declare.scalar("sched.sysmonnote", Bool.TYPE, Var.Role.POLLED);
    safePointFn = declare.scalar("sched.safePointFn", Bool.TYPE);
    safePointWait = declare.scalar("sched.safePointWait", Int.range(-1, ps));
    safePointNote = declare.scalar("sched.safePointNote", Bool.TYPE);
  }

  /// `sched.needspinning`: there was work for which no P was idle. With [Change#NEEDSPINNING] only.
  ///
  /// @return the field
  public Bool needspinning() {
    return Declarations.present(needspinning, "sched.needspinning");
  }
}
