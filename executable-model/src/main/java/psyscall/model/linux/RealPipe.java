package psyscall.model.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import psyscall.model.linux.SystemCalls.Number;

/// A pipe of this machine.
final class RealPipe implements AutoCloseable {
  private static final long O_CLOEXEC = 0x80000;
  private static final long O_RDWR = 2;
  private static final long AT_FDCWD = -100;

  private final SystemCalls calls;
  private final long readEnd;
  private final long writeEnd;

  /// Opens one.
  ///
  /// @param calls how calls are made
  /// @throws IllegalStateException if there is none to be had
  RealPipe(SystemCalls calls) {
    this.calls = calls;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(ValueLayout.JAVA_INT, 2);
      demand("pipe2", calls.make(Number.PIPE2, ends.address(), O_CLOEXEC));
      readEnd = ends.getAtIndex(ValueLayout.JAVA_INT, 0);
      writeEnd = ends.getAtIndex(ValueLayout.JAVA_INT, 1);
    }
  }

  private static long demand(String what, long answer) {
    if (answer < 0) {
      throw new IllegalStateException("pipe cannot be had: call=" + what + ", errno=" + -answer);
    }
    return answer;
  }

  /// Takes bytes out, and waits as long as there are none.
  ///
  /// @param bytes how many at most
  /// @return how many they were, or an error's number below 0
  long read(long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      return calls.make(Number.READ, readEnd, arena.allocate(bytes).address(), bytes);
    }
  }

  /// Puts bytes in, and waits until all are in it.
  ///
  /// @param bytes how many
  /// @return how many they were, or an error's number below 0
  long write(long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      return calls.make(Number.WRITE, writeEnd, arena.allocate(bytes).address(), bytes);
    }
  }

  /// Lets everybody go who waits in it or will: both ends become the null device, at once and under
  /// the same numbers. Readers see the end of the file, writers that nobody reads.
  void release() {
    try (Arena arena = Arena.ofConfined()) {
      long name = arena.allocateFrom("/dev/null").address();
      long nothing =
          demand("openat", calls.make(Number.OPENAT, AT_FDCWD, name, O_RDWR | O_CLOEXEC, 0));
      for (long end : List.of(writeEnd, readEnd)) {
        demand("dup3", calls.make(Number.DUP3, nothing, end, O_CLOEXEC));
      }
      calls.make(Number.CLOSE, nothing);
    }
  }

  /// Closes both ends; nobody may use it any more.
  @Override
  public void close() {
    calls.make(Number.CLOSE, readEnd);
    calls.make(Number.CLOSE, writeEnd);
  }
}
