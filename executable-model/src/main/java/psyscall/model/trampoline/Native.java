package psyscall.model.trampoline;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The few functions of C that are needed, called through the foreign-function interface.
public final class Native {
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int PROT_EXEC = 4;
  private static final int MAP_PRIVATE = 2;
  private static final int MAP_ANONYMOUS = 0x20;
  private static final int O_CLOEXEC = 0x80000;
  private static final long MAP_FAILED = -1;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

  private final Linker linker = Linker.nativeLinker();
  private final SymbolLookup lookup = linker.defaultLookup();
  private final MethodHandle mmap =
      function("mmap", FunctionDescriptor.of(LONG, LONG, LONG, INT, INT, INT, LONG));
  private final MethodHandle mprotect =
      function("mprotect", FunctionDescriptor.of(INT, LONG, LONG, INT));
  private final MethodHandle munmap = function("munmap", FunctionDescriptor.of(INT, LONG, LONG));
  private final MethodHandle open =
      function("open", FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT));
  private final MethodHandle close = function("close", FunctionDescriptor.of(INT, INT));

  /// Looks the functions up.
  public Native() {}

  @SuppressWarnings("restricted") // calling C is what this class is for
  private MethodHandle function(String name, FunctionDescriptor descriptor) {
    return linker.downcallHandle(lookup.findOrThrow(name), descriptor);
  }

  /// A function of two numbers at an address.
  ///
  /// @param address where its code begins
  /// @return a handle of type `(long, long)void`
  @SuppressWarnings("restricted") // the code there is this package's own
  MethodHandle code(long address) {
    return linker.downcallHandle(
        MemorySegment.ofAddress(address), FunctionDescriptor.ofVoid(LONG, LONG));
  }

  /// Fresh memory that can be read and written.
  ///
  /// @param bytes how much
  /// @return the memory, until [#unmap]; empty if there is none to be had
  @SuppressWarnings("restricted") // as long as what was mapped
  Optional<MemorySegment> map(long bytes) {
    long address =
        (long) invoke(mmap, 0L, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0L);
    return address == MAP_FAILED
        ? Optional.empty()
        : Optional.of(MemorySegment.ofAddress(address).reinterpret(bytes));
  }

  /// Makes memory executable, and not writable any more.
  ///
  /// @param address a page's beginning
  /// @param bytes how much
  /// @return whether that was allowed
  boolean protect(long address, long bytes) {
    return (int) invoke(mprotect, address, bytes, PROT_READ | PROT_EXEC) == 0;
  }

  /// Gives memory back.
  ///
  /// @param memory what [#map] gave
  void unmap(MemorySegment memory) {
    invoke(munmap, memory.address(), memory.byteSize());
  }

  /// Opens a file to be read.
  ///
  /// @param path its name
  /// @return its descriptor, or a negative number
  public int open(String path) {
    try (Arena arena = Arena.ofConfined()) {
      return (int) invoke(open, arena.allocateFrom(path), O_CLOEXEC);
    }
  }

  /// Closes a descriptor.
  ///
  /// @param descriptor what [#open] gave
  public void close(int descriptor) {
    invoke(close, descriptor);
  }

  private static Object invoke(MethodHandle handle, Object... arguments) {
    try {
      return handle.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException("function of C that cannot be called", e);
    }
  }
}
