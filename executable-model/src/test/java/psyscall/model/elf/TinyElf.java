package psyscall.model.elf;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes small ELF programs: one section of code, one of symbols, two of names.
final class TinyElf {
  static final long BASE = 0x401000;
  static final int SECTIONS = 5;
  static final int TEXT = 1;
  static final int SYMBOLS = 2;

  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private final List<Symbol> symbols = new ArrayList<>();

  private record Symbol(String name, long value, long size) {}

  /// Adds a routine behind the others.
  TinyElf routine(String name, byte[] bytes) {
    symbols.add(new Symbol(name, BASE + code.size(), bytes.length));
    code.writeBytes(bytes);
    return this;
  }

  /// Adds a symbol of its own.
  TinyElf symbol(String name, long value, long size) {
    symbols.add(new Symbol(name, value, size));
    return this;
  }

  /// The file. Its parts follow each other: header, code, symbols, names, names of sections, table
  /// of sections.
  byte[] bytes() {
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    names.write(0);
    byte[] symbolBytes = new byte[24 * (symbols.size() + 1)];
    ByteBuffer table = little(symbolBytes);
    table.position(24);
    for (Symbol symbol : symbols) {
      table.putInt(names.size()).put((byte) 0x12).put((byte) 0).putShort((short) TEXT);
      table.putLong(symbol.value()).putLong(symbol.size());
      names.writeBytes(symbol.name().getBytes(StandardCharsets.UTF_8));
      names.write(0);
    }
    byte[] sectionNames = "\0.text\0.symtab\0.strtab\0.shstrtab\0".getBytes(StandardCharsets.UTF_8);
    int textAt = 64;
    int tableAt = textAt + code.size();
    int namesAt = tableAt + symbolBytes.length;
    int sectionNamesAt = namesAt + names.size();
    int headersAt = sectionNamesAt + sectionNames.length;
    byte[] fileBytes = new byte[headersAt + 64 * SECTIONS];
    ByteBuffer file = little(fileBytes);
    file.putInt(0x464c457f).put((byte) 2).put((byte) 1).put((byte) 1).position(16);
    file.putShort((short) 2).putShort((short) 62).putInt(1).putLong(BASE).putLong(0);
    file.putLong(headersAt).putInt(0).putShort((short) 64).putShort((short) 0);
    file.putShort((short) 0).putShort((short) 64).putShort((short) SECTIONS).putShort((short) 4);
    file.put(code.toByteArray()).put(symbolBytes).put(names.toByteArray()).put(sectionNames);
    file.position(headersAt + 64);
    section(file, 1, 1, 6, BASE, textAt, code.size(), 0, 0);
    section(file, 7, 2, 0, 0, tableAt, symbolBytes.length, 3, 24);
    section(file, 15, 3, 0, 0, namesAt, names.size(), 0, 0);
    section(file, 23, 3, 0, 0, sectionNamesAt, sectionNames.length, 0, 0);
    return fileBytes;
  }

  private static void section(
      ByteBuffer file,
      int name,
      int type,
      long flags,
      long address,
      long at,
      long size,
      int link,
      long entry) {
    file.putInt(name).putInt(type).putLong(flags).putLong(address).putLong(at).putLong(size);
    file.putInt(link).putInt(0).putLong(1).putLong(entry);
  }

  /// Where a field of a section's header lies in the file.
  static int headerField(byte[] file, int section, int field) {
    return (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(0x28)
        + 64 * section
        + field;
  }

  /// The file with another number of 64 bits at a place.
  static byte[] with(byte[] file, int at, long value) {
    byte[] changed = file.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(at, value);
    return changed;
  }

  static MemorySegment segment(byte[] file) {
    return MemorySegment.ofArray(file);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
