package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.RuntimeState;

/// Nobody waits for the semaphore of the world without hope.
final class SemaphoreIsReleased {
  static final String NAME = "semaphore-is-released";

  private SemaphoreIsReleased() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    return new Property.Always(
        new Property.About(
            NAME,
            "while a goroutine waits for the semaphore of the world, another one has it or can run",
            "a lost wake-up of a stopper looks like the program's own dead lock",
            view.cite("", "runtime/sema.go", "semrelease1")),
        view.whileRunning(claim(s)).term());
  }

  private static Bool claim(RuntimeState s) {
    if (!s.has(Feature.WORLDSEMA)) {
      return Bool.TRUE;
    }
    Bool hope =
        G.IDS.exists(
            gp ->
                s.worldsema()
                    .owner
                    .is(gp)
                    .or(
                        s.g
                            .status
                            .of(gp)
                            .in(GStatus.Grunnable, GStatus.Grunning, GStatus.Gsyscall)));
    return s.worldsema().waiting.isEmpty().or(hope);
  }
}
