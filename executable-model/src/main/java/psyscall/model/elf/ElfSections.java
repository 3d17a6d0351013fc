package psyscall.model.elf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import psyscall.model.assembly.UnreadableCodeException;

/// Reads the table of sections, and refuses one whose parts lie outside the file or in each other.
final class ElfSections {
  private static final int HEADER = 64;
  private static final int NAME_MAX = 256;
  private static final int COUNT_MAX = 1 << 16;

  private final ElfBytes bytes;
  private final long table;
  private final long count;

  private ElfSections(ElfBytes bytes, long table, long count) {
    this.bytes = bytes;
    this.table = table;
    this.count = count;
  }

  /// The sections of a file whose first 64 bytes have been judged.
  ///
  /// @param bytes the file
  /// @return all sections, by their index
  /// @throws UnreadableCodeException if a part lies outside the file, or two overlap in it
  static List<ElfSection> of(ElfBytes bytes) throws UnreadableCodeException {
    long table = bytes.u64(0x28);
    if (table == 0) {
      throw new UnreadableCodeException(
          "elf file without a table of sections; name one that is not stripped of it");
    }
    int entry = bytes.u16(0x3a);
    if (entry != HEADER) {
      throw new UnreadableCodeException(
          "section headers of a wrong size: size=%d, wanted=%d".formatted(entry, HEADER));
    }
    long count = bytes.u16(0x3c);
    if (count == 0) {
      count = bytes.u64(table + 0x20);
    }
    if (count < 1 || count > COUNT_MAX) {
      throw new UnreadableCodeException(
          "number of sections out of range: count=%s, limit=%d"
              .formatted(Long.toUnsignedString(count), COUNT_MAX));
    }
    bytes.slice("table of sections", table, count * HEADER);
    return new ElfSections(bytes, table, count).all();
  }

  private List<ElfSection> all() throws UnreadableCodeException {
    long names = bytes.u16(0x3e);
    if (names == 0xffff) {
      names = bytes.u32(table + 0x28);
    }
    if (names >= count) {
      throw new UnreadableCodeException(
          "names of sections are in no section: index=%d, sections=%d".formatted(names, count));
    }
    ElfSection texts = at((int) names, "");
    bytes.slice("names of sections", texts.offset(), texts.size());
    List<ElfSection> sections = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sections.add(at(i, name(texts, i)));
    }
    for (ElfSection section : sections) {
      if (section.stored()) {
        bytes.slice("section " + section.name(), section.offset(), section.size());
      }
    }
    refuseOverlaps(sections);
    return List.copyOf(sections);
  }

  private String name(ElfSection texts, int index) throws UnreadableCodeException {
    long at = bytes.u32(table + (long) index * HEADER);
    return at == 0 ? "" : bytes.text(texts, at, NAME_MAX);
  }

  private ElfSection at(int index, String name) throws UnreadableCodeException {
    long at = table + (long) index * HEADER;
    return new ElfSection(
        index,
        name,
        bytes.u32(at + 4),
        bytes.u64(at + 8),
        bytes.u64(at + 0x10),
        bytes.u64(at + 0x18),
        bytes.u64(at + 0x20),
        bytes.u32(at + 0x28),
        bytes.u64(at + 0x38));
  }

  private static void refuseOverlaps(List<ElfSection> sections) throws UnreadableCodeException {
    List<ElfSection> stored =
        sections.stream()
            .filter(ElfSection::stored)
            .sorted(Comparator.comparingLong(ElfSection::offset))
            .toList();
    for (int i = 1; i < stored.size(); i++) {
      ElfSection before = stored.get(i - 1);
      ElfSection after = stored.get(i);
      if (before.offset() + before.size() > after.offset()) {
        throw new UnreadableCodeException(
            "sections overlap in the file: first=%s (index %d), second=%s (index %d)"
                .formatted(before.name(), before.index(), after.name(), after.index()));
      }
    }
  }
}
