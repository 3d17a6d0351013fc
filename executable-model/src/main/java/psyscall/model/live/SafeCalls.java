package psyscall.model.live;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import psyscall.model.live.SafeCall.Answer;
import psyscall.spec.machine.Register;

/// The system calls that are made.
///
/// Numbers 335 and 336 are left out: newer kernels enter tracing there. So is whatever takes a
/// plausible descriptor, address or process.
final class SafeCalls {
  /// Numbers that no kernel has begin here.
  static final int UNKNOWN_MIN = 1000;

  /// Moves in the process's own memory, which answers with any place that is asked for: a result of
  /// free choice. RDI gets its descriptor.
  static final SafeCall REFLECTOR =
      call("the reflector", numbered(8, SafeCalls::reflect), draw -> draw.get(Register.RSI));

  private static final int UNKNOWN_END = 0x3fffffff;

  private SafeCalls() {}

  /// All but the reflector.
  ///
  /// @return in the order of the listing
  static List<SafeCall> others() {
    return Stream.of(numbers(), identities(), descriptors(), memory(), arguments())
        .flatMap(List::stream)
        .toList();
  }

  /// Numbers without a call.
  private static List<SafeCall> numbers() {
    return List.of(
        call("an unknown number", SafeCalls::unknown, Errno.ENOSYS),
        call(
            "a negative number",
            draw -> draw.low(Register.RAX, draw.below(Integer.MAX_VALUE) | 1 << 31),
            Errno.ENOSYS));
  }

  /// What only tells something of the process.
  private static List<SafeCall> identities() {
    return List.of(
        call("getpid", 39),
        call("gettid", 186),
        call("getuid", 102),
        call("getgid", 104),
        call("geteuid", 107),
        call("getegid", 108),
        call("getpgrp", 111),
        call(
            "getpriority",
            numbered(
                140,
                draw -> {
                  draw.low(Register.RDI, 0);
                  draw.low(Register.RSI, 0);
                })),
        call("personality", numbered(135, draw -> draw.low(Register.RDI, -1))));
  }

  /// No descriptor: its low half is negative or at least 2^30.
  private static List<SafeCall> descriptors() {
    return List.of(
        call("read", numbered(0, Draw::badDescriptor), Errno.EBADF),
        call("write", numbered(1, Draw::badDescriptor), Errno.EBADF),
        call("close", numbered(3, Draw::badDescriptor), Errno.EBADF),
        call("fstat", numbered(5, Draw::badDescriptor), Errno.EBADF),
        call("lseek", numbered(8, Draw::badDescriptor), Errno.EBADF),
        call("ioctl", numbered(16, Draw::badDescriptor), Errno.EBADF),
        call("dup", numbered(32, Draw::badDescriptor), Errno.EBADF),
        call("fcntl", numbered(72, Draw::badDescriptor), Errno.EBADF),
        call("fsync", numbered(74, Draw::badDescriptor), Errno.EBADF));
  }

  /// Odd addresses and offsets.
  private static List<SafeCall> memory() {
    return List.of(
        call(
            "mmap",
            numbered(
                9,
                draw -> {
                  draw.set(Register.RSI, 0);
                  odd(draw, Register.R9);
                }),
            Errno.EINVAL),
        call("mprotect", numbered(10, draw -> odd(draw, Register.RDI)), Errno.EINVAL),
        call("munmap", numbered(11, draw -> odd(draw, Register.RDI)), Errno.EINVAL),
        call(
            "madvise",
            numbered(
                28,
                draw -> {
                  odd(draw, Register.RDI);
                  draw.low(Register.RDX, draw.below(1 << 30) | 1 << 30);
                }),
            Errno.EINVAL));
  }

  /// Arguments that there are not, or that tell something.
  private static List<SafeCall> arguments() {
    return List.of(
        call("rt_sigaction", numbered(13, draw -> odd(draw, Register.R10)), Errno.EINVAL),
        call("rt_sigprocmask", numbered(14, draw -> odd(draw, Register.R10)), Errno.EINVAL),
        call("futex", numbered(202, draw -> draw.low(Register.RSI, 0x7f)), Errno.ENOSYS),
        call("clock_gettime", numbered(228, draw -> draw.low(Register.RDI, 99)), Errno.EINVAL),
        call(
            "sched_get_priority_max", numbered(146, SafeCalls::policy), draw -> priority(draw, 99)),
        call("sched_get_priority_min", numbered(147, SafeCalls::policy), draw -> priority(draw, 1)),
        call(
            "prctl",
            numbered(157, draw -> draw.low(Register.RDI, Integer.MAX_VALUE)),
            Errno.EINVAL),
        call("arch_prctl", numbered(158, draw -> draw.low(Register.RDI, 0x7777)), Errno.EINVAL),
        call(
            "openat",
            numbered(
                257,
                draw -> {
                  draw.set(Register.RSI, 0);
                  draw.low(Register.RDX, 0);
                }),
            Errno.EFAULT));
  }

  private static SafeCall call(String title, int number) {
    return call(title, draw -> draw.low(Register.RAX, number));
  }

  private static SafeCall call(String title, Consumer<Draw> shape) {
    return new SafeCall(title, shape, new Answer.Constant());
  }

  private static SafeCall call(String title, Consumer<Draw> shape, Errno errno) {
    return call(title, shape, _ -> -errno.number());
  }

  private static SafeCall call(String title, Consumer<Draw> shape, ToLongFunction<Draw> stated) {
    return new SafeCall(title, shape, new Answer.Stated(stated));
  }

  private static Consumer<Draw> numbered(int number, Consumer<Draw> arguments) {
    return draw -> {
      draw.low(Register.RAX, number);
      arguments.accept(draw);
    };
  }

  private static void unknown(Draw draw) {
    draw.low(Register.RAX, UNKNOWN_MIN + draw.below(UNKNOWN_END - UNKNOWN_MIN + 1));
  }

  private static void odd(Draw draw, Register register) {
    draw.set(register, draw.get(register) | 1);
  }

  /// Policies that all kernels know alike.
  private static void policy(Draw draw) {
    draw.low(Register.RDI, draw.below(4));
  }

  /// FIFO is 1 and round robin is 2.
  private static long priority(Draw draw, long realTime) {
    int policy = (int) draw.get(Register.RDI);
    return policy == 1 || policy == 2 ? realTime : 0;
  }

  /// RDX says that RSI is counted from the beginning.
  private static void reflect(Draw draw) {
    draw.low(Register.RDX, 0);
    if (draw.below(2) == 0) {
      draw.set(Register.RSI, draw.special());
    }
  }
}
