package psyscall.model.live;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import psyscall.spec.machine.Register;

/// The system calls that are made: none of them blocks, and none changes anything, whatever is in
/// the registers that it leaves to chance.
///
/// Each restricts a few registers and says what it will answer. Numbers 335 and 336 are left out:
/// newer kernels enter tracing there. So is whatever takes a plausible descriptor, address or
/// process.
public enum SafeCall {
  /// A number that no kernel has.
  UNKNOWN("an unknown number", SafeCall::unknown, Errno.ENOSYS),
  /// A number below 0.
  NEGATIVE(
      "a negative number",
      draw -> draw.low(Register.RAX, draw.below(Integer.MAX_VALUE) | 1 << 31),
      Errno.ENOSYS),
  /// The process.
  GETPID("getpid", 39),
  /// The thread.
  GETTID("gettid", 186),
  /// The user.
  GETUID("getuid", 102),
  /// The group.
  GETGID("getgid", 104),
  /// The effective user.
  GETEUID("geteuid", 107),
  /// The effective group.
  GETEGID("getegid", 108),
  /// The process group.
  GETPGRP("getpgrp", 111),
  /// The priority of the process.
  GETPRIORITY(
      "getpriority",
      numbered(
          140,
          draw -> {
            draw.low(Register.RDI, 0);
            draw.low(Register.RSI, 0);
          })),
  /// Reads the personality.
  PERSONALITY("personality", numbered(135, draw -> draw.low(Register.RDI, -1))),
  /// Reads from no descriptor.
  READ("read", numbered(0, Draw::badDescriptor), Errno.EBADF),
  /// Writes to no descriptor.
  WRITE("write", numbered(1, Draw::badDescriptor), Errno.EBADF),
  /// Closes no descriptor.
  CLOSE("close", numbered(3, Draw::badDescriptor), Errno.EBADF),
  /// Asks after no descriptor.
  FSTAT("fstat", numbered(5, Draw::badDescriptor), Errno.EBADF),
  /// Moves in no descriptor.
  LSEEK("lseek", numbered(8, Draw::badDescriptor), Errno.EBADF),
  /// Controls no descriptor.
  IOCTL("ioctl", numbered(16, Draw::badDescriptor), Errno.EBADF),
  /// Copies no descriptor.
  DUP("dup", numbered(32, Draw::badDescriptor), Errno.EBADF),
  /// Controls no descriptor.
  FCNTL("fcntl", numbered(72, Draw::badDescriptor), Errno.EBADF),
  /// Writes no descriptor back.
  FSYNC("fsync", numbered(74, Draw::badDescriptor), Errno.EBADF),
  /// Maps nothing, from an odd offset.
  MMAP(
      "mmap",
      numbered(
          9,
          draw -> {
            draw.set(Register.RSI, 0);
            odd(draw, Register.R9);
          }),
      Errno.EINVAL),
  /// Protects an odd address.
  MPROTECT("mprotect", numbered(10, draw -> odd(draw, Register.RDI)), Errno.EINVAL),
  /// Unmaps an odd address.
  MUNMAP("munmap", numbered(11, draw -> odd(draw, Register.RDI)), Errno.EINVAL),
  /// Advises what there is not of an odd address.
  MADVISE(
      "madvise",
      numbered(
          28,
          draw -> {
            odd(draw, Register.RDI);
            draw.low(Register.RDX, draw.below(1 << 30) | 1 << 30);
          }),
      Errno.EINVAL),
  /// A set of signals of an odd size.
  RT_SIGACTION("rt_sigaction", numbered(13, draw -> odd(draw, Register.R10)), Errno.EINVAL),
  /// A set of signals of an odd size.
  RT_SIGPROCMASK("rt_sigprocmask", numbered(14, draw -> odd(draw, Register.R10)), Errno.EINVAL),
  /// An operation that there is not.
  FUTEX("futex", numbered(202, draw -> draw.low(Register.RSI, 0x7f)), Errno.ENOSYS),
  /// A clock that there is not.
  CLOCK_GETTIME(
      "clock_gettime", numbered(228, draw -> draw.low(Register.RDI, 99)), Errno.EINVAL),
  /// The highest priority of a policy: 99 of those with real time, else 0.
  SCHED_GET_PRIORITY_MAX(
      "sched_get_priority_max", numbered(146, SafeCall::policy), draw -> priority(draw, 99)),
  /// The lowest priority of a policy: 1 of those with real time, else 0.
  SCHED_GET_PRIORITY_MIN(
      "sched_get_priority_min", numbered(147, SafeCall::policy), draw -> priority(draw, 1)),
  /// A request that there is not.
  PRCTL("prctl", numbered(157, draw -> draw.low(Register.RDI, Integer.MAX_VALUE)), Errno.EINVAL),
  /// A request that there is not.
  ARCH_PRCTL("arch_prctl", numbered(158, draw -> draw.low(Register.RDI, 0x7777)), Errno.EINVAL),
  /// A file without a name.
  OPENAT(
      "openat",
      numbered(
          257,
          draw -> {
            draw.set(Register.RSI, 0);
            draw.low(Register.RDX, 0);
          }),
      Errno.EFAULT),
  /// Moves in the process's own memory, which answers with any place that is asked for: a result of
  /// free choice. RDI gets its descriptor.
  REFLECTOR("the reflector", numbered(8, SafeCall::reflect), draw -> draw.get(Register.RSI));

  /// Numbers that no kernel has begin here.
  static final int UNKNOWN_MIN = 1000;

  private static final int UNKNOWN_END = 0x3fffffff;

  private final String title;
  private final Consumer<Draw> shape;
  private final Answer answer;

  SafeCall(String title, int number) {
    this(title, draw -> draw.low(Register.RAX, number));
  }

  SafeCall(String title, Consumer<Draw> shape) {
    this.title = title;
    this.shape = shape;
    this.answer = new Answer.Constant();
  }

  SafeCall(String title, Consumer<Draw> shape, Errno errno) {
    this(title, shape, _ -> -errno.number());
  }

  SafeCall(String title, Consumer<Draw> shape, ToLongFunction<Draw> stated) {
    this.title = title;
    this.shape = shape;
    this.answer = new Answer.Stated(stated);
  }

  /// What a call answers.
  sealed interface Answer {
    /// The same each time.
    record Constant() implements Answer {}

    /// What its arguments say.
    record Stated(ToLongFunction<Draw> of) implements Answer {}
  }

  /// Its name.
  ///
  /// @return the kernel's name, or what it is
  public String title() {
    return title;
  }

  /// What it answers.
  ///
  /// @return how the answer is known
  Answer answer() {
    return answer;
  }

  /// Restricts the registers that the call needs.
  ///
  /// @param draw a block whose registers are drawn
  void shape(Draw draw) {
    shape.accept(draw);
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
