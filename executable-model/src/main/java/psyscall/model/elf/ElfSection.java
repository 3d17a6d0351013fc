package psyscall.model.elf;

/// A section of an ELF file, as its header says; the bytes it names are inside the file.
///
/// @param index its place in the table
/// @param name its name
/// @param type `sh_type`
/// @param flags `sh_flags`
/// @param address where it lies at run time
/// @param offset where it lies in the file
/// @param size its bytes
/// @param link `sh_link`: the table of names of a table of symbols
/// @param entrySize bytes of one entry, of a table
public record ElfSection(
    int index,
    String name,
    long type,
    long flags,
    long address,
    long offset,
    long size,
    long link,
    long entrySize) {
  static final long PROGBITS = 1;
  static final long SYMTAB = 2;
  static final long STRTAB = 3;
  static final long NOBITS = 8;
  static final long DYNSYM = 11;
  private static final long EXECUTABLE = 4;

  /// Whether it holds machine code.
  ///
  /// @return whether its bytes are in the file and may be executed
  public boolean code() {
    return type == PROGBITS && (flags & EXECUTABLE) != 0;
  }

  /// Whether its bytes are in the file.
  ///
  /// @return whether it has bytes, and they are in the file
  boolean stored() {
    return type != 0 && type != NOBITS && size != 0;
  }

  /// Whether it holds symbols.
  ///
  /// @return whether it is a table of symbols
  boolean symbols() {
    return type == SYMTAB || type == DYNSYM;
  }

  /// Where a run time address lies in the file.
  ///
  /// @param at an address inside the section
  /// @return its offset in the file
  long fileOffset(long at) {
    return at - address + offset;
  }
}
