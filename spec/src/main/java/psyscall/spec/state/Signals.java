package psyscall.spec.state;

import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;

/// The signals by which a goroutine is asked to yield, over `m`.
public final class Signals {
  /// `m.signalPending`: SIGURG was sent to the thread and its handler has not answered yet. Nobody
  /// sends another meanwhile.
  public final Arr<M, Bool> pending;

  Signals(Declarations declare) {
    pending = declare.array("m.signalPending", M.IDS, Bool.TYPE);
  }
}
