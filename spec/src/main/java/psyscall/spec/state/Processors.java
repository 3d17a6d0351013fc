package psyscall.spec.state;

import java.util.Optional;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Sym;
import psyscall.spec.term.Var;

/// The fields of Go's `p` (runtime2.go:469).
public final class Processors {
  /// `p.status`.
  public final Arr<P, Sym<PStatus>> status;

  /// `p.m`: the thread that runs it; nil in a system call.
  public final Arr<P, Opt<M>> m;

  /// `p.runq`: the local run queue.
  public final Queues<P, G> runq;

  /// `p.runSafePointFn`: the function is still to be run for this P.
  public final Arr<P, Bool> runSafePointFn;

  /// `p.syscalltick` as sysmon sees it: whether it moved since sysmon's last look.
  ///
  /// The counter is only ever compared for equality with a copy taken earlier. Sysmon's copy is
  /// overwritten at each look, so "differs from the copy" is one bit: each bump sets it, each look
  /// clears it. That is exact short of 2^32 bumps between two looks.
  public final Arr<P, Bool> syscalltickMoved;

  private final Optional<Arr<P, Opt<G>>> runnext;

  Processors(Declarations declare, boolean hasRunnext) {
    status = declare.array("p.status", P.IDS, Sym.of(PStatus.class));
    m = declare.array("p.m", P.IDS, M.IDS.opt());
    runq = declare.queues("p.runq", P.IDS, G.IDS, Queue.Discipline.FIRST_IN_FIRST_OUT);
    runnext =
        hasRunnext ? Optional.of(declare.array("p.runnext", P.IDS, G.IDS.opt())) : Optional.empty();
    runSafePointFn = declare.array("p.runSafePointFn", P.IDS, Bool.TYPE);
    syscalltickMoved = declare.array("p.syscalltickMoved", P.IDS, Bool.TYPE, Var.Role.POLLED);
  }

  /// `p.runnext`: who runs next, before all of the queue. With [Feature#RUNNEXT] only.
  ///
  /// @return the field
  public Arr<P, Opt<G>> runnext() {
    return Declarations.present(runnext, "p.runnext");
  }

  /// Go's `runqempty`: nobody is in the local queue or is to run next. Go reads the queue's ends
  /// twice around `runnext`, so that it is as if it read all at once.
  ///
  /// @param q whose queue
  /// @return whether it has no work
  public Bool runqempty(Id<P> q) {
    Bool empty = runq.of(q).isEmpty();
    return runnext.map(next -> empty.and(next.of(q).isNil())).orElse(empty);
  }

  /// Whether a goroutine waits for a P: in its queue, or to run next.
  ///
  /// @param q the P
  /// @param gp the goroutine
  /// @return whether it does
  public Bool isQueued(Id<P> q, Id<G> gp) {
    Bool queued = runq.of(q).has(gp);
    return runnext.map(next -> queued.or(next.of(q).is(gp))).orElse(queued);
  }

  /// In how many places of Ps a goroutine waits.
  ///
  /// @param gp the goroutine
  /// @return in how many queues it is, and how often it is to run next
  public Int places(Id<G> gp) {
    Int queues = P.IDS.count(q -> runq.of(q).has(gp));
    return runnext.map(next -> queues.plus(P.IDS.count(q -> next.of(q).is(gp)))).orElse(queues);
  }
}
