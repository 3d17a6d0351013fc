package psyscall.model.elf;

/// A symbol, as its table says.
///
/// @param names the section with its name
/// @param name offset of the name there
/// @param type `st_info & 15`
/// @param binding `st_info >> 4`
/// @param section the section it is in, by its index
/// @param value its address
/// @param size its bytes, or 0 if unknown
record ElfSymbol(
    ElfSection names, long name, int type, int binding, int section, long value, long size) {
  private static final int OBJECT = 1;
  private static final int FUNCTION = 2;

  boolean function() {
    return type == FUNCTION;
  }

  /// How well it names its address, for choosing among several.
  ///
  /// @return less is better
  int rank() {
    int unsized = size == 0 ? 4 : 0;
    int untyped = type == OBJECT || type == FUNCTION ? 0 : 2;
    int local = binding == 0 ? 1 : 0;
    return unsized + untyped + local;
  }
}
