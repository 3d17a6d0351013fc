package psyscall.model.elf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.stream.LongStream;
import psyscall.model.assembly.UnreadableCodeException;

/// Where the two bytes of SYSCALL, 0F 05, occur in the sections of machine code. They need not be
/// an instruction there.
final class SyscallBytes {
  private static final int COUNT_MAX = 1 << 16;
  private static final int CHUNK = 1 << 16;

  private final LongStream.Builder builder = LongStream.builder();
  private final ElfFile file;
  private int count;

  private SyscallBytes(ElfFile file) {
    this.file = file;
  }

  /// Looks for them.
  ///
  /// @param file the file
  /// @return run time addresses, ascending
  /// @throws UnreadableCodeException if there are too many
  static long[] of(ElfFile file) throws UnreadableCodeException {
    var search = new SyscallBytes(file);
    for (ElfSection section : file.sections()) {
      if (section.code() && section.stored()) {
        search.section(section);
      }
    }
    long[] addresses = search.builder.build().toArray();
    Arrays.sort(addresses);
    return addresses;
  }

  private void section(ElfSection section) throws UnreadableCodeException {
    MemorySegment code = file.bytes().slice("code", section.offset(), section.size());
    byte[] chunk = new byte[(int) Math.min(CHUNK, section.size())];
    int before = 0;
    for (long start = 0; start < section.size(); start += CHUNK) {
      int length = (int) Math.min(CHUNK, section.size() - start);
      MemorySegment.copy(code, ValueLayout.JAVA_BYTE, start, chunk, 0, length);
      for (int i = 0; i < length; i++) {
        if (before == 0x0f && chunk[i] == 0x05) {
          add(section.address() + start + i - 1);
        }
        before = chunk[i];
      }
    }
  }

  private void add(long address) throws UnreadableCodeException {
    count++;
    if (count > COUNT_MAX) {
      throw new UnreadableCodeException(
          "too many places with the bytes of SYSCALL: limit=" + COUNT_MAX);
    }
    builder.add(address);
  }
}
