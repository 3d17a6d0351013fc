package psyscall.spec.state;

import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Opt;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// What Go keeps of goroutines that are locked to their threads, over `m`, `g` and `newmHandoff`.
public final class Locks {
  /// `m.lockedg`: the goroutine that is locked to the thread.
  public final Arr<M, Opt<G>> lockedg;

  /// `m.lockedExt ≠ 0`: the thread may be in a strange state, and is not cloned; locks do not nest.
  public final Arr<M, Bool> lockedExt;

  /// `g.lockedm`: the thread that the goroutine is locked to.
  public final Arr<G, Opt<M>> lockedm;

  /// `newmHandoff.haveTemplateThread`: the template thread is announced.
  public final Bool haveTemplateThread;

  /// The template thread has been created; with [Change#TEMPLATE_ATOMIC] that is the same.
  public final Bool templateThread;

  /// `newmHandoff.newm`: the threads that the template thread is to create, as a set.
  public final IdSet<M> newmHandoff;

  Locks(Declarations declare, Release release) {
    lockedg = declare.array("m.lockedg", M.IDS, G.IDS.opt());
    lockedExt = declare.array("m.lockedExt", M.IDS, Bool.TYPE);
    lockedm = declare.array("g.lockedm", G.IDS, M.IDS.opt());
    haveTemplateThread = declare.scalar("newmHandoff.haveTemplateThread", Bool.TYPE);
    templateThread =
        release.has(Change.TEMPLATE_ATOMIC)
            ? haveTemplateThread
            : declare.scalar("newmHandoff.templateThread", Bool.TYPE);
    newmHandoff = declare.scalar("newmHandoff.newm", M.IDS.set());
  }

  /// How far `sched.nmidlelocked` can go, sysmon's bracket included: a thread that hands a
  /// goroutine over may count down before the locked one has counted up.
  static long fewestIdle(int ms) {
    return -(ms / 2) - 1L;
  }
}
