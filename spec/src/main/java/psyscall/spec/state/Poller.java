package psyscall.spec.state;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.IdSet;

/// The network poller: who waits in it, and who looks.
///
/// What the network has to say is free: each poll brings any of those that wait, or none.
public final class Poller {
  /// `netpollWaiters > 0`: somebody has waited once. In 1.10 nothing ever lowers the count.
  public final Bool waiters;

  /// `sched.lastpoll = 0`: a thread blocks in the poller.
  public final Bool polling;

  /// The goroutines that the poller has parked and nobody has made runnable yet.
  public final IdSet<G> parked;

  /// Of these, the ones that a poll has brought: they are in the list of some thread or of sysmon.
  public final IdSet<G> brought;

  Poller(Declarations declare) {
    waiters = declare.scalar("netpoll.waiters", Bool.TYPE);
    polling = declare.scalar("sched.polling", Bool.TYPE);
    parked = declare.scalar("netpoll.parked", G.IDS.set());
    brought = declare.scalar("netpoll.brought", G.IDS.set());
  }

  /// Whom a poll may bring.
  ///
  /// @return those that wait and are in nobody's list
  public IdSet<G> waiting() {
    return parked.minus(brought);
  }
}
