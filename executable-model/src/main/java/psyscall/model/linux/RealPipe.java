package psyscall.model.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import psyscall.model.kernel.CallNumber;

/// A pipe of this machine, with an instance of epoll that waits for bytes in it. It has as much
/// room as the machine gives.
final class RealPipe implements AutoCloseable {
  /// C's `struct epoll_event` on x86-64, which is packed.
  static final long EPOLL_EVENT_BYTES = 12;

  private static final long O_CLOEXEC = 0x80000;
  private static final long EPOLL_CTL_ADD = 1;
  private static final int EPOLLIN = 1;

  private final SystemCalls calls;
  private final long readEnd;
  private final long writeEnd;
  private final long poll;

  /// Opens one.
  ///
  /// @param calls how calls are made
  /// @throws IllegalStateException if there is none to be had
  RealPipe(SystemCalls calls) {
    this.calls = calls;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(ValueLayout.JAVA_INT, 2);
      calls.demand(CallNumber.PIPE2, ends.address(), O_CLOEXEC);
      readEnd = ends.getAtIndex(ValueLayout.JAVA_INT, 0);
      writeEnd = ends.getAtIndex(ValueLayout.JAVA_INT, 1);
      poll = calls.demand(CallNumber.EPOLL_CREATE1, O_CLOEXEC);
      MemorySegment event = arena.allocate(EPOLL_EVENT_BYTES);
      event.set(ValueLayout.JAVA_INT, 0, EPOLLIN);
      calls.demand(CallNumber.EPOLL_CTL, poll, EPOLL_CTL_ADD, readEnd, event.address());
    }
  }

  /// The file that bytes are taken from.
  long readEnd() {
    return readEnd;
  }

  /// The file that bytes are put into.
  long writeEnd() {
    return writeEnd;
  }

  /// The instance of epoll.
  long poll() {
    return poll;
  }

  /// Closes all; nobody may use it any more.
  @Override
  public void close() {
    calls.make(CallNumber.CLOSE, poll);
    calls.make(CallNumber.CLOSE, readEnd);
    calls.make(CallNumber.CLOSE, writeEnd);
  }
}
