package psyscall.spec.state;

import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Sym;
import psyscall.spec.term.Var;

/// The fields of Go's `p` (runtime2.go:469).
public final class Processors {
  /// `p.status`.
  public final Arr<P, Sym<PStatus>> status;

  /// `p.m`: the thread that runs it; nil in a system call.
  public final Arr<P, Opt<M>> m;

  /// `p.runq`: the local run queue, as a set with a free pick.
  public final Arr<P, IdSet<G>> runq;

  /// `p.runSafePointFn`: the function is still to be run for this P.
  public final Arr<P, Bool> runSafePointFn;

  /// `p.syscalltick` as sysmon sees it: whether it moved since sysmon's last look.
  ///
  /// The counter is only ever compared for equality with a copy taken earlier. Sysmon's copy is
  /// overwritten at each look, so "differs from the copy" is one bit: each bump sets it, each look
  /// clears it. That is exact short of 2^32 bumps between two looks.
  public final Arr<P, Bool> syscalltickMoved;

  Processors(Declarations declare) {
    status = declare.array("p.status", P.IDS, Sym.of(PStatus.class));
    m = declare.array("p.m", P.IDS, M.IDS.opt());
    runq = declare.array("p.runq", P.IDS, G.IDS.set());
    runSafePointFn = declare.array("p.runSafePointFn", P.IDS, Bool.TYPE);
    syscalltickMoved = declare.array("p.syscalltickMoved", P.IDS, Bool.TYPE, Var.Role.POLLED);
  }
}
