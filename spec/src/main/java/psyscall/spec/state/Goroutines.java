package psyscall.spec.state;

import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Sym;

/// The fields of Go's `g` (runtime2.go:338).
public final class Goroutines {
  /// `g.atomicstatus`.
  public final Arr<G, Sym<GStatus>> status;

  /// `g.m`: the thread it is on.
  public final Arr<G, Opt<M>> m;

  /// `g.preempt`: it is asked to yield at its next prologue.
  public final Arr<G, Bool> preempt;

  /// `g.syscallsp ≠ 0`: it is inside a system call, even while it is queued for a P.
  public final Arr<G, Bool> syscallsp;

  /// Where its program stands.
  public final Arr<G, Sym<String>> at;

  Goroutines(Declarations declare, Programs programs) {
    status = declare.array("g.status", G.IDS, Sym.of(GStatus.class));
    m = declare.array("g.m", G.IDS, M.IDS.opt());
    preempt = declare.array("g.preempt", G.IDS, Bool.TYPE);
    syscallsp = declare.array("g.syscallsp", G.IDS, Bool.TYPE);
    at = declare.array("g.at", G.IDS, programs.type());
  }
}
