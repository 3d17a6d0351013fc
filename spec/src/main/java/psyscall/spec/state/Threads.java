package psyscall.spec.state;

import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Opt;

/// The fields of Go's `m` (runtime2.go:404).
public final class Threads {
  /// `m.p`: the P it runs; in 1.10 it stays set, stale, during a system call.
  public final Arr<M, Opt<P>> p;

  /// `m.nextp`: the P that its waker left for it.
  public final Arr<M, Opt<P>> nextp;

  /// `m.curg`: the user goroutine that it runs.
  public final Arr<M, Opt<G>> curg;

  /// `m.spinning`: out of work and looking for it.
  public final Arr<M, Bool> spinning;

  /// `m.mcache`, as the P whose cache it is.
  public final Arr<M, Opt<P>> mcache;

  /// `m.park`: the note it sleeps on, one bit with memory.
  public final Arr<M, Bool> park;

  /// `m.syscalltick` against `p.syscalltick`: whether the P that the thread remembers had its tick
  /// moved since the thread entered its system call. One bit for the same reason as
  /// [Processors#syscalltickMoved]: the copy is only compared for equality, once, at the return.
  public final Arr<M, Bool> syscalltickMoved;

  /// The goroutine that the thread holds in a local variable: just dequeued, or about to be queued.
  public final Arr<M, Opt<G>> gp;

  Threads(Declarations declare) {
    p = declare.array("m.p", M.IDS, P.IDS.opt());
    nextp = declare.array("m.nextp", M.IDS, P.IDS.opt());
    curg = declare.array("m.curg", M.IDS, G.IDS.opt());
    spinning = declare.array("m.spinning", M.IDS, Bool.TYPE);
    mcache = declare.array("m.mcache", M.IDS, P.IDS.opt());
    park = declare.array("m.park", M.IDS, Bool.TYPE);
    syscalltickMoved = declare.array("m.syscalltickMoved", M.IDS, Bool.TYPE);
    gp = declare.array("m.gp", M.IDS, G.IDS.opt());
  }
}
