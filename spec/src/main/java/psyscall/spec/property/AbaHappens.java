package psyscall.spec.property;

import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Witness: two threads in system calls remember one P, which is up for grabs again (S5).
final class AbaHappens {
  static final String NAME = "aba-happens";

  private AbaHappens() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    return new Property.Sometimes(
        new Property.About(
            NAME,
            "two threads in system calls remember the same P while it is Psyscall",
            "whoever returns first takes it, though the other published it last",
            view.cite("S5", "exitsyscallfast")),
        P.IDS
            .exists(
                q ->
                    s.p
                        .status
                        .of(q)
                        .is(PStatus.Psyscall)
                        .and(M.IDS.count(m -> s.m.p.of(m).is(q)).moreThan(1)))
            .term());
  }
}
