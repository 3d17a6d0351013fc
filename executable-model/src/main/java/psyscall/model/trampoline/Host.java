package psyscall.model.trampoline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import psyscall.spec.kernel.UserView.Clobbers;

/// What this machine is, as far as it matters for SYSCALL. The answers come from files, since the
/// virtual machine's own names tell nothing of an emulator.
///
/// @param executable the program that runs this process
/// @param processors the kernel's list of processors
public record Host(Path executable, Path processors) {
  /// An ELF file of 64 bits, little-endian.
  private static final String ELF64 = "7f454c460201";

  private static final int MACHINE_OFFSET = 18;
  private static final String X86_64 = "3e00";
  private static final int HEADER_BYTES = 20;
  private static final String FLAGS = "flags";
  private static final String FRED = "fred";

  /// The machine that this runs on.
  ///
  /// @return the host
  public static Host here() {
    return new Host(Path.of("/proc/self/exe"), Path.of("/proc/cpuinfo"));
  }

  /// Why no SYSCALL can be made.
  ///
  /// @return what is missing, or nothing
  public Optional<String> missing() {
    if (!Files.exists(executable)) {
      return Optional.of("not Linux: there is no " + executable);
    }
    try (InputStream in = Files.newInputStream(executable)) {
      String header = HexFormat.of().formatHex(in.readNBytes(HEADER_BYTES));
      boolean isFit = header.startsWith(ELF64) && header.startsWith(X86_64, 2 * MACHINE_OFFSET);
      return isFit
          ? Optional.empty()
          : Optional.of("not x86-64: the header of " + executable + " says so");
    } catch (IOException e) {
      return Optional.of("not known to be x86-64: cannot read " + executable);
    }
  }

  /// What is left in RCX and R11: with FRED their old values, as the flags of the processor tell,
  /// from which the kernel takes what it does not use.
  ///
  /// @return the exact contract
  public Clobbers clobbers() {
    try (InputStream in = Files.newInputStream(processors)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      boolean fred =
          text.lines()
              .filter(line -> line.startsWith(FLAGS))
              .anyMatch(line -> List.of(line.split("\\s+", -1)).contains(FRED));
      return fred ? Clobbers.FRED : Clobbers.CLASSIC;
    } catch (IOException _) {
      return Clobbers.CLASSIC;
    }
  }
}
