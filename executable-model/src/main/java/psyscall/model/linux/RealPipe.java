package psyscall.model.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import psyscall.model.linux.SystemCalls.Number;

/// A pipe of this machine.
final class RealPipe implements AutoCloseable {
  private static final long O_CLOEXEC = 0x80000;
  private static final int EPOLLIN = 1;
  private static final long EPOLL_CTL_ADD = 1;
  private static final long EVENT_BYTES = 16;

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

  /// Waits until there are bytes, by an instance of epoll of its own.
  ///
  /// @param timeoutMillis how long at most; −1 for ever
  /// @return 1 if there are, 0 if the time is over, or an error's number below 0
  long poll(long timeoutMillis) {
    long poller = demand("epoll_create1", calls.make(Number.EPOLL_CREATE1, O_CLOEXEC));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(EVENT_BYTES, Long.BYTES);
      event.set(ValueLayout.JAVA_INT, 0, EPOLLIN);
      demand(
          "epoll_ctl",
          calls.make(Number.EPOLL_CTL, poller, EPOLL_CTL_ADD, readEnd, event.address()));
      return calls.make(Number.EPOLL_WAIT, poller, event.address(), 1, timeoutMillis);
    } finally {
      calls.make(Number.CLOSE, poller);
    }
  }

  /// Closes both ends; nobody may use it any more.
  @Override
  public void close() {
    calls.make(Number.CLOSE, readEnd);
    calls.make(Number.CLOSE, writeEnd);
  }
}
