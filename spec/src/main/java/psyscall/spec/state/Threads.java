package psyscall.spec.state;

import java.util.Optional;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Opt;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// The fields of Go's `m` (runtime2.go:404).
public final class Threads {
  /// `m.p`: the P it runs; before [Change#OLDP] it stays set, stale, during a system call.
  public final Arr<M, Opt<P>> p;

  /// `m.nextp`: the P that its waker left for it.
  public final Arr<M, Opt<P>> nextp;

  /// `m.curg`: the user goroutine that it runs.
  public final Arr<M, Opt<G>> curg;

  /// `m.spinning`: out of work and looking for it.
  public final Arr<M, Bool> spinning;

  /// `m.park`: the note it sleeps on, one bit with memory.
  public final Arr<M, Bool> park;

  /// `m.syscalltick` against `p.syscalltick`: whether the P that the thread remembers had its tick
  /// moved since the thread entered its system call. One bit for the same reason as
  /// [Processors#syscalltickMoved]: the copy is only compared for equality, once, at the return.
  public final Arr<M, Bool> syscalltickMoved;

  /// The goroutine that the thread holds in a local variable: just dequeued, or about to be queued.
  public final Arr<M, Opt<G>> gp;

  private final Optional<Arr<M, Opt<P>>> oldp;
  private final Optional<Arr<M, Opt<P>>> mcache;

  Threads(Declarations declare, Release release) {
    p = declare.array("m.p", M.IDS, P.IDS.opt());
    oldp =
        release.has(Change.OLDP)
            ? Optional.of(declare.array("m.oldp", M.IDS, P.IDS.opt()))
            : Optional.empty();
    nextp = declare.array("m.nextp", M.IDS, P.IDS.opt());
    curg = declare.array("m.curg", M.IDS, G.IDS.opt());
    spinning = declare.array("m.spinning", M.IDS, Bool.TYPE);
    mcache =
        release.has(Change.NO_MCACHE)
            ? Optional.empty()
            : Optional.of(declare.array("m.mcache", M.IDS, P.IDS.opt()));
    park = declare.array("m.park", M.IDS, Bool.TYPE);
    syscalltickMoved = declare.array("m.syscalltickMoved", M.IDS, Bool.TYPE);
    gp = declare.array("m.gp", M.IDS, G.IDS.opt());
  }

  /// `m.oldp`: the P that it had when it entered its system call. With [Change#OLDP] only.
  ///
  /// @return the field
  public Arr<M, Opt<P>> oldp() {
    return Declarations.present(oldp, "m.oldp");
  }

  /// `m.mcache`, as the P whose cache it is. Gone with [Change#NO_MCACHE].
  ///
  /// @return the field
  public Arr<M, Opt<P>> mcache() {
    return Declarations.present(mcache, "m.mcache");
  }

  /// The field that names the thread's P during a system call: `m.oldp`, or in 1.10 `m.p`.
  ///
  /// @return the field
  public Arr<M, Opt<P>> remembered() {
    return oldp.orElse(p);
  }

  /// Whether a thread in a system call remembers a P. In 1.10 its cache, which is gone, tells that
  /// from running the P.
  ///
  /// @param thread the thread
  /// @param q the P
  /// @return whether it would take that one back
  public Bool remembers(Id<M> thread, Id<P> q) {
    Bool named = remembered().of(thread).is(q);
    return oldp.isPresent() || mcache.isEmpty() ? named : named.and(mcache().of(thread).isNil());
  }
}
