package psyscall.model.elf;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.assembly.UnreadableCodeException;

/// Goes through the tables of symbols, and refuses symbols that point past the end.
final class ElfSymbols {
  private static final int ENTRY = 24;
  private static final int COUNT_MAX = 1 << 20;
  private static final int NAME_MAX = 4096;
  private static final int RESERVED = 0xff00;

  private final ElfFile file;
  private final List<ElfSection> tables = new ArrayList<>();

  ElfSymbols(ElfFile file) throws UnreadableCodeException {
    this.file = file;
    long count = 0;
    for (ElfSection section : file.sections()) {
      if (section.symbols()) {
        judge(section);
        tables.add(section);
        count += section.size() / ENTRY;
      }
    }
    if (count > COUNT_MAX) {
      throw new UnreadableCodeException(
          "too many symbols: count=%d, limit=%d".formatted(count, COUNT_MAX));
    }
  }

  /// Something that is shown every symbol.
  interface Visitor {
    /// Sees the next symbol.
    ///
    /// @param symbol one that is in a section
    /// @throws UnreadableCodeException if the symbol cannot be
    void visit(ElfSymbol symbol) throws UnreadableCodeException;
  }

  /// Shows all symbols that lie in a section, in the order of the tables.
  ///
  /// @param visitor who sees them
  /// @throws UnreadableCodeException if one lies in no section that there is
  void each(Visitor visitor) throws UnreadableCodeException {
    for (ElfSection table : tables) {
      ElfSection names = file.sections().get((int) table.link());
      for (long at = 0; at < table.size(); at += ENTRY) {
        ElfSymbol symbol = read(names, table.offset() + at);
        if (symbol.section() == 0 || symbol.section() >= RESERVED) {
          continue;
        }
        if (symbol.section() >= file.sections().size()) {
          throw new UnreadableCodeException(
              "symbol in no section: table=%s, index=%d, section=%d, sections=%d"
                  .formatted(table.name(), at / ENTRY, symbol.section(), file.sections().size()));
        }
        refusePastTheEnd(table, at / ENTRY, symbol);
        visitor.visit(symbol);
      }
    }
  }

  /// A symbol's name.
  ///
  /// @param symbol the symbol
  /// @return its name
  /// @throws UnreadableCodeException if it lies outside its table, or is too long
  String name(ElfSymbol symbol) throws UnreadableCodeException {
    return file.bytes().text(symbol.names(), symbol.name(), NAME_MAX);
  }

  private void refusePastTheEnd(ElfSection table, long index, ElfSymbol symbol)
      throws UnreadableCodeException {
    ElfSection section = file.sections().get(symbol.section());
    if (!symbol.function() || !section.code()) {
      return;
    }
    long from = symbol.value() - section.address();
    boolean inside =
        from >= 0
            && from <= section.size()
            && symbol.size() >= 0
            && symbol.size() <= section.size() - from;
    if (!inside) {
      throw new UnreadableCodeException(
          "symbol past the end of its section: table=%s, index=%d, value=0x%x, size=%s, section=%s"
              .formatted(
                  table.name(),
                  index,
                  symbol.value(),
                  Long.toUnsignedString(symbol.size()),
                  section.name()));
    }
  }

  private ElfSymbol read(ElfSection names, long at) throws UnreadableCodeException {
    ElfBytes bytes = file.bytes();
    int kind = bytes.u8(at + 4);
    return new ElfSymbol(
        names,
        bytes.u32(at),
        kind & 15,
        kind >> 4,
        bytes.u16(at + 6),
        bytes.u64(at + 8),
        bytes.u64(at + 16));
  }

  private void judge(ElfSection table) throws UnreadableCodeException {
    if (table.entrySize() != ENTRY || table.size() % ENTRY != 0) {
      throw new UnreadableCodeException(
          "table of symbols of a wrong size: section=%s, size=%d, entry size=%s, wanted=%d"
              .formatted(
                  table.name(), table.size(), Long.toUnsignedString(table.entrySize()), ENTRY));
    }
    boolean named =
        table.link() < file.sections().size()
            && file.sections().get((int) table.link()).type() == ElfSection.STRTAB;
    if (!named) {
      throw new UnreadableCodeException(
          "table of symbols without names: section=%s, link=%d"
              .formatted(table.name(), table.link()));
    }
  }
}
