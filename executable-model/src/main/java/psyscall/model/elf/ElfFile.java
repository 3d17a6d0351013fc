package psyscall.model.elf;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import psyscall.model.assembly.InputFile;
import psyscall.model.assembly.UnreadableCodeException;

/// An ELF program or shared library for x86-64, of which the sections have been read.
///
/// Whatever else the bytes are, reading them ends with an [UnreadableCodeException]. Object files
/// are refused, since their references are not filled in.
public final class ElfFile {
  private static final int EXECUTABLE = 2;
  private static final int SHARED = 3;
  private static final int X86_64 = 62;

  private final ElfBytes bytes;
  private final List<ElfSection> sections;

  private ElfFile(ElfBytes bytes, List<ElfSection> sections) {
    this.bytes = bytes;
    this.sections = sections;
  }

  /// Maps a file and reads its headers.
  ///
  /// @param path the file, of at most 2 GB
  /// @param arena how long its bytes stay mapped
  /// @return the file
  /// @throws UnreadableCodeException if it is no such file, with its path
  public static ElfFile map(Path path, Arena arena) throws UnreadableCodeException {
    return of(InputFile.map(path, Integer.MAX_VALUE, arena));
  }

  /// Reads the headers of a file that is in memory.
  ///
  /// @param file all bytes of the file
  /// @return the file
  /// @throws UnreadableCodeException if the bytes are no such file
  public static ElfFile of(MemorySegment file) throws UnreadableCodeException {
    var bytes = new ElfBytes(file.asReadOnly());
    if (bytes.length() < 4 || bytes.u32(0) != 0x464c457fL) {
      throw new UnreadableCodeException("not an elf file: it begins otherwise");
    }
    bytes.slice("elf header", 0, 64);
    if (bytes.u8(4) != 2 || bytes.u8(5) != 1 || bytes.u16(0x12) != X86_64) {
      throw new UnreadableCodeException(
          "not for x86-64: class=%d, data=%d, machine=%d, wanted=2, 1, %d"
              .formatted(bytes.u8(4), bytes.u8(5), bytes.u16(0x12), X86_64));
    }
    int type = bytes.u16(0x10);
    if (type != EXECUTABLE && type != SHARED) {
      throw new UnreadableCodeException(
          "neither a program nor a shared library: type=%d, wanted=%d or %d"
              .formatted(type, EXECUTABLE, SHARED));
    }
    return new ElfFile(bytes, ElfSections.of(bytes));
  }

  /// Whether Go's linker made the file.
  ///
  /// @return whether it has Go's table of functions
  public boolean go() {
    return section(".gopclntab").isPresent() || section(".go.buildinfo").isPresent();
  }

  /// All sections, by their index.
  ///
  /// @return the sections
  public List<ElfSection> sections() {
    return sections;
  }

  /// The section of a name.
  ///
  /// @param name the name, such as `.text`
  /// @return the first such section, if there is one
  public Optional<ElfSection> section(String name) {
    return sections.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  ElfBytes bytes() {
    return bytes;
  }
}
