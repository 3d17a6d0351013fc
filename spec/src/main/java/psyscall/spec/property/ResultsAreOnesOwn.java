package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.RuntimeState;

/// A system call gives its caller the result of that very call. Where calls are not made register
/// by register it says nothing.
final class ResultsAreOnesOwn {
  static final String NAME = "results-are-ones-own";

  private ResultsAreOnesOwn() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Bool claim =
        s.has(Feature.STUBS) ? G.IDS.forAll(gp -> s.stubs().mistaken.of(gp).not()) : Bool.TRUE;
    return new Property.Always(
        new Property.About(
            NAME,
            "a goroutine gets what the kernel answered to its own call, mapped as Go maps it",
            "registers belong to the thread, and exitsyscall may bring the goroutine to another:"
                + " what is not on the goroutine's stack by then is somebody else's",
            view.cite("", "syscall/asm_linux_amd64.s", "Syscall")),
        view.whileRunning(claim).term());
  }
}
