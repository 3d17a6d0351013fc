package psyscall.model.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.stream.Stream;
import psyscall.model.kernel.CallNumber;

/// Makes system calls by `syscall(2)`: a number and six arguments.
///
/// A thread that waits in the kernel is in native code: it holds up neither the collector of
/// garbage nor another thread. May be shared between threads.
final class SystemCalls {
  private static final String ERRNO = "errno";
  private static final VarHandle ERROR =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement(ERRNO));
  private static final int ARGUMENTS = 6;

  private final MethodHandle syscall = handle();

  @SuppressWarnings("restricted") // calling the kernel is what this class is for
  private static MethodHandle handle() {
    Linker linker = Linker.nativeLinker();
    MemoryLayout[] longs =
        Stream.generate(() -> ValueLayout.JAVA_LONG)
            .limit(1 + ARGUMENTS)
            .toArray(MemoryLayout[]::new);
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        FunctionDescriptor.of(ValueLayout.JAVA_LONG, longs),
        Linker.Option.captureCallState(ERRNO),
        Linker.Option.firstVariadicArg(1));
  }

  /// Makes a call.
  ///
  /// @param number which
  /// @param arguments the first ones, six at most; the others are 0
  /// @return what the kernel left in RAX: the result, or an error's number below 0
  long make(CallNumber number, long... arguments) {
    long[] six = new long[ARGUMENTS];
    System.arraycopy(arguments, 0, six, 0, arguments.length);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      long result =
          (long)
              syscall.invokeExact(
                  state, (long) number.number(), six[0], six[1], six[2], six[3], six[4], six[5]);
      return result == -1 ? -(int) ERROR.get(state, 0L) : result;
    } catch (Throwable e) {
      throw new IllegalStateException("system call that cannot be made: name=" + number, e);
    }
  }

  /// Makes a call that has to succeed.
  ///
  /// @param number which
  /// @param arguments the first ones, six at most; the others are 0
  /// @return its result
  /// @throws IllegalStateException if it fails
  long demand(CallNumber number, long... arguments) {
    long result = make(number, arguments);
    if (result < 0) {
      throw new IllegalStateException("call that fails: name=" + number + ", errno=" + -result);
    }
    return result;
  }
}
