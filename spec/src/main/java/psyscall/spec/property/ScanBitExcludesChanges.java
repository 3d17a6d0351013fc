package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Sym;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.Term;

/// The scan bit is a lock on the status. Where nobody scans stacks it says nothing.
final class ScanBitExcludesChanges {
  static final String NAME = "scan-bit-excludes-changes";

  private ScanBitExcludesChanges() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Bool claim = s.has(Feature.SCAN_BIT) ? G.IDS.forAll(gp -> stays(s, gp)) : Bool.TRUE;
    return new Property.OnStep(
        new Property.About(
            NAME,
            "no step changes the status of a goroutine whose scan bit is held",
            "a stack that is scanned while its goroutine runs shows the collector pointers that are"
                + " none, and hides others",
            s.has(Change.SUSPEND_G)
                ? view.cite("S23", "runtime/preempt.go", "suspendG")
                : view.cite("S23", "scang")),
        claim.term());
  }

  private static Bool stays(RuntimeState s, Id<G> gp) {
    Sym<GStatus> before = s.g.status.of(gp);
    Sym<GStatus> after = new Sym<>(new Term.Next(before.term()));
    return s.g.scan().of(gp).implies(after.is(before));
  }
}
