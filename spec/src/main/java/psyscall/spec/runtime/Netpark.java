package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.G;
import psyscall.spec.state.RuntimeState;

/// The goroutine parks in the network poller.
///
/// The commit (netpollblockcommit) comes last in Go: only then can a poll bring the goroutine, and
/// only then is it counted. That it finds the network ready at once and does not park is left out:
/// a poll may bring it at once.
final class Netpark extends RuntimeProcedure {
  Netpark(RuntimeState state) {
    super(state, "park_m", "parks the running goroutine until the network is ready");
  }

  @Override
  protected void body() {
    label("park", "");
    say("parks its goroutine in the poller");
    Id<G> gp = follow("gp", m.curg.of(me()));
    park(gp);
    add(state.poller().parked, gp);
    set(state.poller().waiters, true);
    become("Schedule");
  }
}
