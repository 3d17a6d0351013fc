package psyscall.model.trampoline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.spec.kernel.UserView.Clobbers;

class HostTest {
  private static final String X86_64 = "7f454c46020101000000000000000000" + "03003e00";

  @TempDir private Path folder = Path.of("");

  private Host host(String header, String processors) throws IOException {
    Path executable = folder.resolve("exe");
    Path list = folder.resolve("cpuinfo");
    Files.write(executable, HexFormat.of().parseHex(header));
    Files.writeString(list, processors);
    return new Host(executable, list);
  }

  @Test
  void programForX86With64BitsIsFit() throws IOException {
    assertThat(host(X86_64, "").missing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // AArch64, i386, Mach-O, nothing.
    "7f454c46020101000000000000000000" + "0300b700",
    "7f454c46010101000000000000000000" + "03000300",
    "cffaedfe070000010300000002000000" + "10000000",
    "''",
  })
  void otherProgramIsNot(String header) throws IOException {
    assertThat(host(header, "").missing())
        .hasValueSatisfying(why -> assertThat(why).startsWith("not x86-64: "));
  }

  @Test
  void otherSystemIsNot() {
    Path nowhere = folder.resolve("nowhere");

    assertThat(new Host(nowhere, nowhere).missing())
        .hasValueSatisfying(why -> assertThat(why).startsWith("not Linux: there is no "));
    assertThat(new Host(nowhere, nowhere).clobbers()).isEqualTo(Clobbers.CLASSIC);
  }

  @Test
  void fredIsAFlagOfTheProcessor() throws IOException {
    String flags = "processor\t: 0\nflags\t\t: fpu vme fred lkgs\n\nflags\t\t: fpu\n";

    assertThat(host(X86_64, flags).clobbers()).isEqualTo(Clobbers.FRED);
    assertThat(host(X86_64, flags.replace("fred", "fredo")).clobbers()).isEqualTo(Clobbers.CLASSIC);
    assertThat(host(X86_64, "bugs\t\t: fred\n").clobbers()).isEqualTo(Clobbers.CLASSIC);
  }
}
