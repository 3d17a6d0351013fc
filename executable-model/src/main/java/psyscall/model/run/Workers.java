package psyscall.model.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import psyscall.model.kernel.KernelResult;
import psyscall.model.kernel.VirtualKernel;
import psyscall.model.trap.CallGate;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.ServiceTime;
import psyscall.model.workload.Workload;

/// How far each goroutine is in its text: the arguments that the rules know nothing of.
final class Workers {
  private static final long NOT_THERE = -1;

  /// How long the kernel takes for what a goroutine prints.
  private static final long PRINT_NANOS = 2_000;

  /// What stands behind each text.
  private static final Operation END = new Operation.Exit();

  private final Worker[] workers;

  private static final class Worker {
    private final String name;
    private final List<Operation> operations;
    private final boolean isSpawned;
    private final boolean isSystem;
    private int next;
    private long restNanos;
    private long since = NOT_THERE;
    private long callSince;
    private long alarmNanos = VirtualKernel.NEVER;
    private boolean isHalfDone;
    private KernelResult result = KernelResult.of(0);
    private long callNanos;
    private boolean isFresh;

    Worker(Workload.GoroutineText text) {
      name = text.name();
      operations = text.operations();
      isSpawned = text.origin() == Workload.Origin.SPAWNED;
      isSystem = text.isSystem();
      prepare();
    }

    private Operation at(int position) {
      return position < operations.size() ? operations.get(position) : END;
    }

    private CallOutcome outcome() {
      return new CallOutcome(result, callNanos);
    }

    private void prepare() {
      restNanos =
          switch (at(next)) {
            case Operation.Compute work -> work.nanos();
            case Operation.TimeOfDay _ -> CallGate.VDSO_NANOS;
            case Operation _ -> 0;
          };
    }

    private boolean hasEnded() {
      boolean isThere = next > 0 || !isSpawned;
      return !isThere || isSystem || (next > 0 && at(next - 1) instanceof Operation.Exit);
    }
  }

  /// All at their start.
  Workers(List<Workload.GoroutineText> texts) {
    workers = texts.stream().map(Worker::new).toArray(Worker[]::new);
  }

  private Worker worker(long goroutine) {
    return workers[(int) goroutine];
  }

  /// Whether all goroutines have ended that were created, the system's aside.
  boolean haveEnded() {
    for (Worker worker : workers) {
      if (!worker.hasEnded()) {
        return false;
      }
    }
    return true;
  }

  /// A goroutine runs user code, perhaps still.
  void runs(long goroutine, long now) {
    Worker worker = worker(goroutine);
    if (worker.since == NOT_THERE) {
      worker.since = now;
    }
  }

  /// A goroutine yields before its next operation.
  void yields(long goroutine, long now) {
    Worker worker = worker(goroutine);
    if (!worker.isHalfDone) {
      worker.restNanos = Math.max(0, worker.restNanos - (now - worker.since));
    }
    worker.since = NOT_THERE;
  }

  /// When the next operation is due: its work is done.
  long due(long goroutine) {
    Worker worker = worker(goroutine);
    if (worker.since == NOT_THERE) {
      return VirtualKernel.NEVER;
    }
    return worker.since + (worker.isHalfDone ? 0 : worker.restNanos);
  }

  /// A goroutine takes a step of user code that is the first half of an operation, the second, or
  /// neither.
  ///
  /// @param isHalf whether a second half is to come
  /// @return whether it is the second
  boolean isHalfDone(long goroutine, boolean isHalf) {
    Worker worker = worker(goroutine);
    boolean wasHalf = worker.isHalfDone;
    worker.isHalfDone = isHalf && !wasHalf;
    if (wasHalf) {
      worker.since = NOT_THERE;
    }
    return wasHalf;
  }

  /// A goroutine could not do its operation, and wants it again once it runs.
  void again(long goroutine) {
    Worker worker = worker(goroutine);
    worker.next--;
    worker.prepare();
  }

  /// A goroutine waits for something, as long as a moment at most.
  void setAlarm(long goroutine, long nanos) {
    worker(goroutine).alarmNanos = nanos;
  }

  /// That moment.
  long alarm(long goroutine) {
    return worker(goroutine).alarmNanos;
  }

  /// What a goroutine stops the world for, if it does.
  Optional<Operation.StopTheWorld> stop(long goroutine) {
    return current(goroutine) instanceof Operation.StopTheWorld stop
        ? Optional.of(stop)
        : Optional.empty();
  }

  /// How long the network takes until it is ready for a goroutine.
  long netwaitNanos(long goroutine) {
    return current(goroutine) instanceof Operation.Netwait wait ? wait.nanos() : 0;
  }

  /// Whether a goroutine is one that another wants to create.
  boolean isMeant(long creator, long created) {
    return current(creator) instanceof Operation.Spawn(Optional<String> name)
        && name.map(worker(created).name::equals).orElse(true);
  }

  /// A goroutine goes on to its next operation.
  ///
  /// @return the operation
  Operation goesOn(long goroutine, long now) {
    Worker worker = worker(goroutine);
    if (worker.isFresh) {
      worker.callNanos = now - worker.callSince;
      worker.isFresh = false;
    }
    worker.callSince = now;
    worker.since = NOT_THERE;
    worker.next++;
    worker.prepare();
    return worker.at(worker.next - 1);
  }

  /// What a goroutine does next; it ends behind its last operation.
  Operation next(long goroutine) {
    Worker worker = worker(goroutine);
    return worker.at(worker.next);
  }

  /// The operation that a goroutine is in.
  private Operation current(long goroutine) {
    Worker worker = worker(goroutine);
    if (worker.next == 0) {
      throw new IllegalStateException("no operation: goroutine=" + goroutine);
    }
    return worker.at(worker.next - 1);
  }

  /// What the operation that a goroutine is in asks of the kernel.
  KernelCall call(long goroutine) {
    return current(goroutine) instanceof Operation.Call made
        ? made.call()
        : print(said(goroutine).orElseGet(() -> worker(goroutine).result.text()));
  }

  private static KernelCall print(String line) {
    long bytes = line.getBytes(StandardCharsets.UTF_8).length + 1L;
    return new KernelCall.Timed(
        new KernelCall.Write(KernelCall.STDOUT, bytes), new ServiceTime.Constant(PRINT_NANOS));
  }

  /// How it is asked.
  Operation.Way way(long goroutine) {
    return current(goroutine) instanceof Operation.Call made ? made.way() : Operation.Way.SYSCALL;
  }

  /// What a goroutine prints now, if it prints.
  Optional<CallOutcome> printed(long goroutine) {
    return current(goroutine) instanceof Operation.Print
        ? Optional.of(worker(goroutine).outcome())
        : Optional.empty();
  }

  /// The text that a goroutine prints now, if it prints one.
  Optional<String> said(long goroutine) {
    return current(goroutine) instanceof Operation.Say(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// The kernel gives a result to a goroutine; that of a print is dropped.
  void gets(long goroutine, KernelResult result) {
    Operation operation = current(goroutine);
    if (operation instanceof Operation.Call || operation instanceof Operation.TimeOfDay) {
      worker(goroutine).result = result;
      worker(goroutine).isFresh = true;
    }
  }
}
