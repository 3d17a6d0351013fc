package psyscall.spec.state;

import java.util.Optional;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Sym;
import psyscall.spec.release.Change;
import psyscall.spec.term.IllFormed;

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

  private final Optional<Arr<G, Bool>> scan;

  Goroutines(Declarations declare, Programs programs, boolean scanned) {
    status = declare.array("g.status", G.IDS, Sym.of(GStatus.class));
    m = declare.array("g.m", G.IDS, M.IDS.opt());
    preempt = declare.array("g.preempt", G.IDS, Bool.TYPE);
    syscallsp = declare.array("g.syscallsp", G.IDS, Bool.TYPE);
    at = declare.array("g.at", G.IDS, programs.type());
    scan = scanned ? Optional.of(declare.array("g.scan", G.IDS, Bool.TYPE)) : Optional.empty();
  }

  /// The scan bit of `g.atomicstatus`: somebody reads its stack. It is a lock on the status. With
  /// [Feature#SCAN_BIT] only.
  ///
  /// @return the bit
  /// @throws IllFormed where the extension is off
  public Arr<G, Bool> scan() {
    return scan.orElseThrow(() -> new IllFormed("no scan bits: extension=scan-bit is off"));
  }

  /// Whether it waits on a thread that it has not left, so that its stack can be scanned: as who
  /// stops the world does in later releases ([Change#STOPPER_WAITS]).
  ///
  /// @param gp the goroutine
  /// @return whether nobody will ready it
  public Bool waitsOnThread(Id<G> gp) {
    return status.of(gp).is(GStatus.Gwaiting).and(m.of(gp).isSome());
  }
}
