package psyscall.model.trap;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import psyscall.model.kernel.CallNumber;
import psyscall.model.kernel.Interruption;
import psyscall.model.kernel.Kernel;
import psyscall.model.kernel.KernelError;
import psyscall.model.kernel.KernelResult;
import psyscall.model.kernel.VirtualKernel;
import psyscall.model.machine.StubCall;
import psyscall.model.machine.StubCall.InKernel;
import psyscall.model.machine.StubCall.Returned;
import psyscall.model.machine.StubCall.Stop;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.ServiceTime;
import psyscall.spec.machine.Program;
import psyscall.spec.release.Release;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;

/// Takes calls from programs to the virtual kernel, and results back: through the stubs of a
/// release, registers, trap and table.
///
/// A call with at most three arguments goes through `Syscall` or `RawSyscall`, another through
/// `Syscall6` or `RawSyscall6`. The calls of the runtime's own that give the P away go through
/// `RawSyscall`, too: they have stubs of their own in Go. Equal calls are walked through once, and
/// allocate nothing after that, as long as they give back the same.
public final class CallGate implements Kernel {
  /// What a call of the vDSO costs, in user mode.
  public static final long VDSO_NANOS = 25;

  /// More calls than this are not kept; only a program with many different arguments makes so many.
  private static final int CALLS_MAX = 1_024;

  private static final int FEW_ARGUMENTS = 3;

  private final Release release;
  private final Program program;
  private final AddressSpace space = new AddressSpace();
  private final ServiceTable table = new ServiceTable(space);
  private final VirtualKernel kernel;
  private final Map<Way, Map<KernelCall, Crossing>> crossings = new EnumMap<>(Way.class);
  private final Map<Long, Crossing> inside = new HashMap<>();
  private Optional<KernelResult> timeOfDay = Optional.empty();

  /// A gate with nobody inside.
  ///
  /// @param release whose stubs make the calls
  /// @param words the words that calls wait on, with what they hold
  /// @param seed determines the service times that are drawn
  public CallGate(Release release, SortedMap<String, Long> words, long seed) {
    this.release = release;
    program = Stubs.program(release);
    kernel = new VirtualKernel(words, VirtualKernel.PIPE_BYTES, seed);
  }

  @Override
  public void store(String word, long value) {
    kernel.store(word, value);
  }

  @Override
  public boolean isIn(long goroutine) {
    return kernel.isIn(goroutine);
  }

  @Override
  public void begin(long goroutine, Way way, KernelCall call, long now) {
    serve(goroutine, crossing(way, call), now);
  }

  private Crossing crossing(Way way, KernelCall call) {
    Map<KernelCall, Crossing> known = crossings.computeIfAbsent(way, _ -> new HashMap<>());
    Crossing crossing = known.get(call);
    if (crossing == null) {
      if (known.size() >= CALLS_MAX) {
        known.clear();
      }
      KernelCall plain = call instanceof KernelCall.Timed timed ? timed.call() : call;
      crossing = new Crossing(trap(way, plain), table, time(call));
      known.put(call, crossing);
    }
    return crossing;
  }

  private static Optional<ServiceTime> time(KernelCall call) {
    return switch (call) {
      case KernelCall.Timed timed -> Optional.of(timed.time());
      case KernelCall.Service service -> Optional.of(new ServiceTime.Constant(service.nanos()));
      case KernelCall _ -> Optional.empty();
    };
  }

  private StubCall trap(Way way, KernelCall call) {
    Arguments arguments = Arguments.of(call, space);
    String digit = arguments.values().size() <= FEW_ARGUMENTS ? "" : "6";
    String name =
        switch (way) {
          case SYSCALL -> "Syscall" + digit;
          case RAW_SYSCALL, RAW_BLOCKED, BLOCK -> "RawSyscall" + digit;
        };
    return switch (StubCall.enter(
        new StubCall.Request(
            stub(name),
            program,
            arguments.number().number(),
            arguments.values(),
            arguments.memory()),
        0)) {
      case InKernel(StubCall trapped) -> trapped;
      case Returned _ -> throw new IllegalStateException("stub without SYSCALL: name=" + name);
    };
  }

  private Stub stub(String name) {
    return Stubs.named(release, name)
        .orElseThrow(() -> new IllegalStateException("stub missing: name=" + name));
  }

  private void serve(long goroutine, Crossing crossing, long now) {
    inside.put(goroutine, crossing);
    switch (crossing.asked()) {
      case ServiceTable.Service(KernelCall call) -> kernel.begin(goroutine, call, now);
      case ServiceTable.Refused(KernelError error) -> kernel.refuse(goroutine, error, now);
    }
  }

  @Override
  public long due(long goroutine) {
    return kernel.due(goroutine);
  }

  @Override
  public KernelResult finish(long goroutine) {
    return crossing(goroutine).result(kernel.finish(goroutine));
  }

  private Crossing crossing(long goroutine) {
    return Optional.ofNullable(inside.get(goroutine))
        .orElseThrow(() -> new IllegalStateException("not in the kernel: goroutine=" + goroutine));
  }

  @Override
  public Interruption interruption(long goroutine, long now) {
    return handled(goroutine, now)
        .map(
            stop ->
                switch (stop) {
                  case Returned _ -> Interruption.FAILS;
                  case InKernel _ -> Interruption.RESTARTS;
                })
        .orElse(Interruption.NONE);
  }

  private Optional<Stop> handled(long goroutine, long now) {
    OptionalLong rax = kernel.interrupted(goroutine, now);
    return rax.isEmpty()
        ? Optional.empty()
        : Optional.of(crossing(goroutine).interrupted(rax.getAsLong()));
  }

  @Override
  public Optional<KernelResult> interrupt(long goroutine, long now) {
    Crossing before = crossing(goroutine);
    Stop stop =
        handled(goroutine, now)
            .orElseThrow(
                () -> new IllegalStateException("no wait to interrupt: goroutine=" + goroutine));
    kernel.finish(goroutine);
    return switch (stop) {
      case Returned(List<Long> results) -> Optional.of(Crossing.result(results));
      case InKernel(StubCall again) -> {
        serve(goroutine, before.again(again, table), now);
        yield Optional.empty();
      }
    };
  }

  @Override
  public KernelResult timeOfDay() {
    KernelResult result = timeOfDay.orElseGet(this::readClock);
    timeOfDay = Optional.of(result);
    return result;
  }

  private KernelResult readClock() {
    StubCall.Request request =
        new StubCall.Request(
            stub("gettimeofday"),
            program,
            CallNumber.GETTIMEOFDAY.number(),
            List.of(AddressSpace.TIME),
            Arguments.NOTHING_STORED);
    return switch (StubCall.enter(request, 0)) {
      case Returned(List<Long> results) -> Crossing.result(List.of(0L, 0L, results.getLast()));
      case InKernel _ -> throw new IllegalStateException("vDSO that traps: release=" + release);
    };
  }
}
