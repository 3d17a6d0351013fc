package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.M;

/// A forEachP can always complete although no kernel call returns; this needs sysmon (S21).
final class ForEachPCanComplete {
  static final String NAME = "for-each-p-can-complete";

  private ForEachPCanComplete() {}

  static Property of(RuntimeView view) {
    Bool begun = M.IDS.exists(m -> view.at(m, "ForEachP", "scan", "wait", "check"));
    Bool done = M.IDS.exists(m -> view.at(m, "ForEachP", "end"));
    return new Property.Possible(
        new Property.About(
            NAME,
            "once begun, a forEachP can always complete although no kernel call returns",
            "the end of the collector's mark phase would wait for a thread in the kernel",
            view.cite("S21", "forEachP")),
        begun.term(),
        done.term());
  }
}
