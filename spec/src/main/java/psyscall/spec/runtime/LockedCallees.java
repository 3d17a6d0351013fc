package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.process.Procedure;
import psyscall.spec.state.RuntimeState;

/// The procedures of locked goroutines that others call, each once; where locked goroutines are not
/// modelled nobody calls them.
final class LockedCallees {
  final DolockOSThread dolockOSThread;
  final LockOSThread lockOSThread;
  final StartTemplateThread startTemplateThread;
  final UnlockOSThread unlockOSThread;
  final Stoplockedm stoplockedm;
  final Startlockedm startlockedm;

  LockedCallees(RuntimeState s, Callees c) {
    dolockOSThread = new DolockOSThread(s);
    lockOSThread = new LockOSThread(s, dolockOSThread);
    startTemplateThread = new StartTemplateThread(s, dolockOSThread);
    unlockOSThread = new UnlockOSThread(s);
    stoplockedm = new Stoplockedm(s, c.releasep, c.handoffp, c.incidlelocked, c.acquirep);
    startlockedm = new Startlockedm(s, c.releasep, c.incidlelocked, c.stopm);
  }

  List<Procedure> all() {
    return List.of(
        dolockOSThread,
        lockOSThread,
        startTemplateThread,
        unlockOSThread,
        stoplockedm,
        startlockedm);
  }
}
