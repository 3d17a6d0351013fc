package psyscall.spec.property;

import psyscall.spec.state.Holder;
import psyscall.spec.state.M;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Witness: sysmon holds a P that it took out of a system call.
final class RetakeHappens {
  static final String NAME = "retake-happens";

  private RetakeHappens() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    return new Property.Sometimes(
        new Property.About(
            NAME,
            "sysmon takes a P out of a system call",
            "without it a check of retake examines nothing",
            view.cite("K6", "retake")),
        P.IDS
            .exists(q -> s.lifecycle.owner.of(q).is(Owner.of(Holder.Transit, M.IDS.nil())))
            .term());
  }
}
