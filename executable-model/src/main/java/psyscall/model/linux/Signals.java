package psyscall.model.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import psyscall.model.kernel.CallNumber;

/// Sends signals to threads of this process: what becomes of a call that waits is then the kernel's
/// affair.
///
/// Their handler does nothing: it is C's `abs`, which has the shape of a handler and touches no
/// memory. It is installed once and stays. The virtual machine uses neither signal.
final class Signals {
  private static final long HANDLER_MIN = 2;
  private static final int MASK_BYTES = 128;
  private static final long SIG_BLOCK = 0;
  private static final long SIG_UNBLOCK = 1;

  /// C's `struct sigaction` on x86-64: handler, mask, flags, and what C fills in itself.
  private static final MemoryLayout ACTION =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_LONG,
          MemoryLayout.sequenceLayout(MASK_BYTES, ValueLayout.JAVA_BYTE),
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG);

  private static final long FLAGS_OFFSET = Long.BYTES + MASK_BYTES;

  private final SystemCalls calls;
  private final long process;

  /// What a thread is told.
  enum Signal {
    /// SIGURG, as Go's `signalM` sends it, with a handler that has SA_RESTART, as Go's.
    YIELD(23, 0x1000_0000),
    /// A signal of our own, which no call survives: its handler has not.
    LEAVE(63, 0);

    private final int number;
    private final long flags;

    Signal(int number, long flags) {
      this.number = number;
      this.flags = flags;
    }

    private long mask() {
      return 1L << (number - 1);
    }
  }

  /// Installs the handlers.
  ///
  /// @param calls how calls are made
  /// @throws IllegalStateException if somebody else handles one of the signals
  Signals(SystemCalls calls) {
    this.calls = calls;
    process = calls.make(CallNumber.GETPID);
    for (Signal signal : Signal.values()) {
      install(signal);
    }
  }

  @SuppressWarnings("restricted") // a handler can be had no other way
  private static void install(Signal signal) {
    Linker linker = Linker.nativeLinker();
    SymbolLookup lookup = linker.defaultLookup();
    FunctionDescriptor shape =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    MethodHandle sigaction = linker.downcallHandle(lookup.findOrThrow("sigaction"), shape);
    long handler = lookup.findOrThrow("abs").address();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment before = arena.allocate(ACTION);
      MemorySegment action = arena.allocate(ACTION);
      action.set(ValueLayout.JAVA_LONG, 0, handler);
      action.set(ValueLayout.JAVA_LONG, FLAGS_OFFSET, signal.flags);
      if ((int) sigaction.invokeExact(signal.number, action, before) != 0) {
        throw new IllegalStateException("no handler can be installed: signal=" + signal);
      }
      long old = before.get(ValueLayout.JAVA_LONG, 0);
      if (old >= HANDLER_MIN && old != handler) {
        int _ = (int) sigaction.invokeExact(signal.number, before, MemorySegment.NULL);
        throw new IllegalStateException("signal with a handler of somebody else: signal=" + signal);
      }
    } catch (IllegalStateException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("function of C that cannot be called: name=sigaction", e);
    }
  }

  /// Sends a signal to a thread.
  ///
  /// @param signal which
  /// @param thread the kernel's number of it
  void send(Signal signal, long thread) {
    calls.make(CallNumber.TGKILL, process, thread, signal.number);
  }

  /// Blocks requests to yield for the thread that asks.
  void block() {
    mask(SIG_BLOCK);
  }

  /// Lets them through again.
  void unblock() {
    mask(SIG_UNBLOCK);
  }

  private void mask(long how) {
    try (Arena arena = Arena.ofConfined()) {
      long set = arena.allocateFrom(ValueLayout.JAVA_LONG, Signal.YIELD.mask()).address();
      calls.make(CallNumber.RT_SIGPROCMASK, how, set, 0, Long.BYTES);
    }
  }
}
