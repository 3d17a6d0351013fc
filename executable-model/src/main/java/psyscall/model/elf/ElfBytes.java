package psyscall.model.elf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import psyscall.model.assembly.Printable;
import psyscall.model.assembly.UnreadableCodeException;

/// The bytes of an ELF file, little-endian; each reading is checked against the end.
///
/// @param bytes the whole file
record ElfBytes(MemorySegment bytes) {
  private static final ValueLayout.OfShort U16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt U32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong U64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  long length() {
    return bytes.byteSize();
  }

  int u8(long at) throws UnreadableCodeException {
    require("byte", at, 1);
    return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, at));
  }

  int u16(long at) throws UnreadableCodeException {
    require("number", at, 2);
    return Short.toUnsignedInt(bytes.get(U16, at));
  }

  long u32(long at) throws UnreadableCodeException {
    require("number", at, 4);
    return Integer.toUnsignedLong(bytes.get(U32, at));
  }

  long u64(long at) throws UnreadableCodeException {
    require("number", at, 8);
    return bytes.get(U64, at);
  }

  /// The bytes from an offset on.
  ///
  /// @param what what they are, for the message
  /// @param at offset in the file
  /// @param size how many
  /// @return those bytes, not copied
  /// @throws UnreadableCodeException if the file has no such bytes
  MemorySegment slice(String what, long at, long size) throws UnreadableCodeException {
    require(what, at, size);
    return bytes.asSlice(at, size);
  }

  /// A text that ends with a zero byte, inside a table of texts.
  ///
  /// @param table the section of texts
  /// @param at offset in the table
  /// @param lengthMax the greatest length that is read
  /// @return the text, fit for one line; what is no UTF-8 becomes the replacement character
  /// @throws UnreadableCodeException if it begins or ends outside the table, or is too long
  String text(ElfSection table, long at, int lengthMax) throws UnreadableCodeException {
    if (at < 0 || at >= table.size()) {
      throw new UnreadableCodeException(
          "name outside its table: offset=%d, table size=%d".formatted(at, table.size()));
    }
    long most = Math.min(table.size() - at, lengthMax + 1L);
    MemorySegment part = slice("name", table.offset() + at, most);
    for (int i = 0; i < most; i++) {
      if (part.get(ValueLayout.JAVA_BYTE, i) == 0) {
        byte[] text = part.asSlice(0, i).toArray(ValueLayout.JAVA_BYTE);
        return Printable.of(new String(text, StandardCharsets.UTF_8));
      }
    }
    throw new UnreadableCodeException(
        "name without an end: offset=%d, limit=%d bytes".formatted(at, lengthMax));
  }

  private void require(String what, long at, long size) throws UnreadableCodeException {
    if (at < 0 || size < 0 || size > length() || at > length() - size) {
      throw new UnreadableCodeException(
          "%s past the end of the file: offset=%s, size=%s, file length=%d"
              .formatted(what, Long.toUnsignedString(at), Long.toUnsignedString(size), length()));
    }
  }
}
