package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.M;

/// A stop-the-world can always complete although no kernel call returns (L1).
final class StopTheWorldCanComplete {
  static final String NAME = "stop-the-world-can-complete";

  private StopTheWorldCanComplete() {}

  static Property of(RuntimeView view) {
    Bool begun = M.IDS.exists(m -> view.at(m, "StopTheWorld", "scan", "wait", "check"));
    Bool stopped = M.IDS.exists(m -> view.at(m, "StopTheWorld", "stopped"));
    return new Property.Possible(
        new Property.About(
            NAME,
            "once begun, a stop-the-world can always complete although no kernel call returns",
            "a program would freeze for as long as one of its threads waits in the kernel",
            view.cite("L1, S2, S15", "stopTheWorldWithSema")),
        begun.term(),
        stopped.term());
  }
}
