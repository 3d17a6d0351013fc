package psyscall.model.trap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.kernel.KernelError;
import psyscall.model.kernel.KernelResult;
import psyscall.model.machine.StubCall;
import psyscall.model.machine.StubCall.Stop;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.ServiceTime;
import psyscall.spec.expr.Bool;
import psyscall.spec.kernel.Restart;

/// A call as a stub made it, with what the table of services has found for it.
///
/// Equal calls cross the gate by the same object, so it remembers what it gave back last: a call
/// that gives back the same again allocates nothing.
final class Crossing {
  /// Go installs its handler of SIGURG so.
  private static final Restart.Signal SIGURG = new Restart.Signal(Bool.TRUE, Bool.TRUE);

  private final StubCall trapped;
  private final Optional<ServiceTime> time;
  private final ServiceTable.Asked asked;
  private final Map<StubCall, Crossing> restarts = new HashMap<>();
  private long lastRax;
  private Optional<KernelResult> last = Optional.empty();

  /// @param trapped the call, halted in the kernel
  /// @param time how long the kernel works for it, if the program says so
  Crossing(StubCall trapped, ServiceTable table, Optional<ServiceTime> time) {
    this.trapped = trapped;
    this.time = time;
    asked =
        switch (table.find(trapped)) {
          case ServiceTable.Service(KernelCall call) ->
              new ServiceTable.Service(
                  time.<KernelCall>map(t -> new KernelCall.Timed(call, t)).orElse(call));
          case ServiceTable.Refused refused -> refused;
        };
  }

  /// The service, timed if the program says how long it takes, or why there is none.
  ServiceTable.Asked asked() {
    return asked;
  }

  /// What the program has of the call when the service is over.
  ///
  /// @param rax what the service puts into RAX
  KernelResult result(long rax) {
    if (last.isEmpty() || lastRax != rax) {
      last = Optional.of(result(trapped.leave(rax)));
      lastRax = rax;
    }
    return last.get();
  }

  /// What the program has of a stub's results.
  ///
  /// @param results r1, r2, errno
  static KernelResult result(List<Long> results) {
    long errno = results.getLast();
    return new KernelResult(
        results.getFirst(),
        results.get(1),
        errno == 0
            ? Optional.empty()
            : Optional.of(
                KernelError.numbered(errno)
                    .orElseThrow(() -> new IllegalStateException("no such error: " + errno))));
  }

  /// What becomes of the call if SIGURG comes.
  ///
  /// @param rax what the service puts into RAX for that
  Stop interrupted(long rax) {
    return trapped.interrupted(rax, SIGURG);
  }

  /// The same call when it begins again.
  ///
  /// @param again the call, halted in the kernel again
  Crossing again(StubCall again, ServiceTable table) {
    return restarts.computeIfAbsent(again, call -> new Crossing(call, table, time));
  }
}
