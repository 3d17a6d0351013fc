package psyscall.cli.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.assembly.Fields;
import psyscall.model.assembly.InputFile;
import psyscall.model.assembly.Reading;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.model.elf.ElfFile;
import psyscall.model.elf.ElfRoutines;
import psyscall.model.plan9.Plan9File;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Routine;

/// A file that somebody named, with its routines that enter the kernel.
///
/// @param path as it was named
/// @param kind what it is, in a few words
/// @param entering each routine with SYSCALL, read or not, in the order of the file
/// @param program all routines that were read, for looking up callees
/// @param strays addresses of the bytes of SYSCALL that no function covers
public record CodeFile(
    Path path, String kind, List<Reading> entering, Program program, List<Long> strays) {
  private static final String ELF = "\u007fELF";

  /// Copies the lists.
  public CodeFile {
    entering = List.copyOf(entering);
    strays = List.copyOf(strays);
  }

  /// Reads a file: an ELF file if it begins as one, else Go assembly.
  ///
  /// @param path the file
  /// @return its routines
  /// @throws UnreadableInput if it is neither
  public static CodeFile read(Path path) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = InputFile.map(path, Integer.MAX_VALUE, arena);
      return isElf(bytes) ? elf(path, ElfFile.of(bytes)) : assembly(path);
    } catch (UnreadableCodeException problem) {
      String message = String.valueOf(problem.getMessage());
      String place = message.contains("path=") ? "" : ", path=" + path;
      throw new UnreadableInput(message + place);
    }
  }

  private static boolean isElf(MemorySegment bytes) {
    if (bytes.byteSize() < ELF.length()) {
      return false;
    }
    for (int at = 0; at < ELF.length(); at++) {
      if (bytes.get(ValueLayout.JAVA_BYTE, at) != ELF.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  private static CodeFile elf(Path path, ElfFile file) throws UnreadableCodeException {
    ElfRoutines.Found found = ElfRoutines.of(file);
    return new CodeFile(
        path,
        file.go() ? "ELF, made by Go" : "ELF",
        found.routines(),
        program(found.routines()),
        found.strays());
  }

  private static CodeFile assembly(Path path) throws UnreadableCodeException {
    Plan9File file = Plan9File.read(path, new Fields(Map.of()));
    return new CodeFile(path, "Go assembly", file.entering(), program(file.routines()), List.of());
  }

  private static Program program(List<Reading> readings) {
    List<Routine> routines = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Whole whole) {
        routines.add(whole.routine());
      }
    }
    return new Program(routines);
  }
}
