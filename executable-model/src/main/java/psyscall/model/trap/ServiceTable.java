package psyscall.model.trap;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import psyscall.model.kernel.CallNumber;
import psyscall.model.kernel.KernelError;
import psyscall.model.machine.StubCall;
import psyscall.model.trap.AddressSpace.End;
import psyscall.model.workload.KernelCall;

/// The kernel's table of services: what a number and six registers ask for.
///
/// @param space where the program has what its arguments mean
record ServiceTable(AddressSpace space) {
  private static final long WORD_BYTES = 8;
  private static final long MILLI_NANOS = 1_000_000;

  /// What the kernel finds in what the trap handler has saved.
  sealed interface Asked {}

  /// A service with its arguments.
  ///
  /// @param call the call; how long the kernel works for it no register says
  record Service(KernelCall call) implements Asked {}

  /// No service, or arguments that mean nothing.
  ///
  /// @param error what it returns
  record Refused(KernelError error) implements Asked {}

  /// Finds what is asked for.
  Asked find(StubCall trapped) {
    OptionalInt number = trapped.number();
    Optional<CallNumber> service =
        number.isPresent() ? CallNumber.of(number.getAsInt()) : Optional.empty();
    return service
        .map(call -> find(call, trapped))
        .orElseGet(() -> new Refused(KernelError.ENOSYS));
  }

  private Asked find(CallNumber number, StubCall trapped) {
    return switch (number) {
      case READ ->
          ofPipe(trapped, End.READ, pipe -> new KernelCall.Read(pipe, trapped.argument(2)));
      case WRITE -> write(trapped);
      case SCHED_YIELD -> new Service(new KernelCall.SchedYield());
      case NANOSLEEP -> new Service(new KernelCall.Nanosleep(time(trapped, trapped.argument(0))));
      case GETPID -> new Service(new KernelCall.Getpid());
      case FSYNC ->
          trapped.argument(0) == AddressSpace.DISK_FILE
              ? new Service(new KernelCall.Service(0))
              : new Refused(KernelError.EBADF);
      case GETTIMEOFDAY -> new Service(new KernelCall.Gettimeofday());
      case FUTEX -> futex(trapped);
      case EPOLL_WAIT ->
          ofPipe(trapped, End.EPOLL, pipe -> new KernelCall.EpollWait(pipe, millis(trapped)));
      case CLOSE, RT_SIGPROCMASK, GETTID, EPOLL_CTL, TGKILL, OPENAT, EPOLL_CREATE1, PIPE2 ->
          new Refused(KernelError.ENOSYS);
    };
  }

  private Asked ofPipe(StubCall trapped, End end, Function<String, KernelCall> call) {
    return space
        .fileAt(trapped.argument(0))
        .filter(file -> file.end() == end)
        .<Asked>map(file -> new Service(call.apply(file.pipe())))
        .orElseGet(() -> new Refused(KernelError.EBADF));
  }

  private Asked write(StubCall trapped) {
    long count = trapped.argument(2);
    return trapped.argument(0) == AddressSpace.STDOUT_FILE
        ? new Service(new KernelCall.Write(KernelCall.STDOUT, count))
        : ofPipe(trapped, End.WRITE, pipe -> new KernelCall.Write(pipe, count));
  }

  private Asked futex(StubCall trapped) {
    String word = space.wordAt(trapped.argument(0)).orElse("");
    long value = trapped.argument(2);
    long operation = trapped.argument(1);
    if (operation == Arguments.FUTEX_WAIT) {
      return new Service(new KernelCall.FutexWait(word, (int) value, timeout(trapped)));
    }
    return operation == Arguments.FUTEX_WAKE
        ? new Service(new KernelCall.FutexWake(word, value))
        : new Refused(KernelError.ENOSYS);
  }

  private static OptionalLong timeout(StubCall trapped) {
    long address = trapped.argument(3);
    return address == 0 ? OptionalLong.empty() : OptionalLong.of(time(trapped, address));
  }

  private static OptionalLong millis(StubCall trapped) {
    int millis = (int) trapped.argument(3);
    return millis < 0 ? OptionalLong.empty() : OptionalLong.of(millis * MILLI_NANOS);
  }

  private static long time(StubCall trapped, long address) {
    return Arguments.nanos(trapped.word(address), trapped.word(address + WORD_BYTES));
  }
}
