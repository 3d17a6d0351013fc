package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.state.Feature;
import psyscall.spec.state.M;
import psyscall.spec.state.RuntimeState;

/// Witness: a thread is about to run a goroutine on, and waits for who scans its stack.
final class ChangeWaitsForScan {
  static final String NAME = "change-waits-for-scan";

  private ChangeWaitsForScan() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Bool waits = s.has(Feature.SCAN_BIT) ? M.IDS.exists(m -> waits(view, m)) : Bool.FALSE;
    return new Property.Sometimes(
        new Property.About(
            NAME,
            "a thread waits with a P until the stack of the goroutine it is to run is scanned",
            "without it the wait of casgstatus is not examined",
            view.cite("X6, X12, S23", "casgstatus")),
        waits.term());
  }

  private static Bool waits(RuntimeView view, Id<M> m) {
    RuntimeState s = view.state();
    Bool starts = view.at(m, "Execute", "run").and(s.m.gp.of(m).isSomeAnd(gp -> s.g.scan().of(gp)));
    Bool returns =
        view.at(m, "ExitSyscall", "running").and(s.m.curg.of(m).isSomeAnd(gp -> s.g.scan().of(gp)));
    return starts.or(returns);
  }
}
