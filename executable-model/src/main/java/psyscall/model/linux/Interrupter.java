package psyscall.model.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import psyscall.model.linux.SystemCalls.Number;

/// Sends SIGURG to threads of this process, as Go's `signalM` does: what becomes of a call that
/// waits is then the kernel's affair.
///
/// The handler does nothing: it is C's `abs`, which has the shape of a handler and touches no
/// memory. It is installed with SA_RESTART, as Go's is, and stays: without it Linux ignores the
/// signal. The virtual machine uses SIGURG for nothing.
final class Interrupter {
  private static final int SIGURG = 23;
  private static final long SA_RESTART = 0x1000_0000;
  private static final long IGNORED_MAX = 1;
  private static final int MASK_BYTES = 128;

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

  /// Installs the handler.
  ///
  /// @param calls how calls are made
  /// @throws IllegalStateException if somebody else handles the signal
  Interrupter(SystemCalls calls) {
    this.calls = calls;
    process = calls.make(Number.GETPID);
    install();
  }

  @SuppressWarnings("restricted") // a handler can be had no other way
  private static void install() {
    Linker linker = Linker.nativeLinker();
    SymbolLookup lookup = linker.defaultLookup();
    MethodHandle sigaction =
        linker.downcallHandle(
            lookup.findOrThrow("sigaction"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS));
    long handler = lookup.findOrThrow("abs").address();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment before = arena.allocate(ACTION);
      MemorySegment action = arena.allocate(ACTION);
      action.set(ValueLayout.JAVA_LONG, 0, handler);
      action.set(ValueLayout.JAVA_LONG, FLAGS_OFFSET, SA_RESTART);
      int answer = (int) sigaction.invokeExact(SIGURG, MemorySegment.NULL, before);
      long old = before.get(ValueLayout.JAVA_LONG, 0);
      if (answer == 0 && old > IGNORED_MAX && old != handler) {
        throw new IllegalStateException("SIGURG has a handler of somebody else");
      }
      if (answer != 0 || (int) sigaction.invokeExact(SIGURG, action, MemorySegment.NULL) != 0) {
        throw new IllegalStateException("no handler of SIGURG can be installed");
      }
    } catch (IllegalStateException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("function of C that cannot be called: name=sigaction", e);
    }
  }

  /// Interrupts a thread.
  ///
  /// @param thread the kernel's number of it
  void interrupt(long thread) {
    calls.make(Number.TGKILL, process, thread, SIGURG);
  }
}
