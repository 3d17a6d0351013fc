package psyscall.model.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.assembly.GoTrees;
import psyscall.model.assembly.Objdump;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.model.elf.ElfFile;
import psyscall.model.elf.ElfSection;

/// Lengths of all instructions of real binaries, beside objdump's; skipped where it or the binary
/// is not there.
class LengthsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0f 0b",
        "f0 0f b1 0f",
        "66 0f ef c0",
        "c5 fd 7f 07",
        "62 f1 7d 48 e7 44 24 01",
        "c8 00 00 00",
        "48 b8 00 00 00 00 00 00 00 00",
        "66 b8 00 00",
        "66 05 00 00",
        "f7 05 00 00 00 00 01 00 00 00",
        "f7 d8",
        "66 f7 c1 00 00",
        "c4 e3 79 14 c0 00",
        "66 0f 3a 0f c1 08",
        "0f 38 f0 07",
        "0f ba 25 00 00 00 00 05",
        "a0 00 00 00 00 00 00 00 00",
        "8d 84 85 00 00 00 00"
      })
  void lengthIsThatOfAllBytes(String bytes) {
    byte[] code = HexFormat.ofDelimiter(" ").parseHex(bytes);
    byte[] more = HexFormat.ofDelimiter(" ").parseHex(bytes + " 00 00");

    assertThat(Lengths.of(more, 0)).isEqualTo(code.length);
    assertThat(Lengths.of(Arrays.copyOf(code, code.length - 1), 0)).isEqualTo(Lengths.UNKNOWN);
  }

  @Test
  void invalidOpcodesHaveNoLength() {
    for (String bytes : List.of("06 00", "ea 00", "0f 04 00", "c4 e0 00 00 00")) {
      assertThat(Lengths.of(HexFormat.ofDelimiter(" ").parseHex(bytes), 0))
          .as(bytes)
          .isEqualTo(Lengths.UNKNOWN);
    }
  }

  @Test
  void libcHasTheLengthsThatObjdumpSees()
      throws IOException, InterruptedException, UnreadableCodeException {
    Objdump.require();
    assertThat(compare(Objdump.libc())).isGreaterThan(200_000);
  }

  @Test
  void goProgramHasTheLengthsThatObjdumpSees(@TempDir Path folder)
      throws IOException, InterruptedException, UnreadableCodeException {
    Objdump.require();
    assertThat(compare(GoTrees.linked(GoTrees.tree("1.19.13"), folder))).isGreaterThan(100_000);
  }

  /// How many instructions were compared.
  private static int compare(Path path)
      throws IOException, InterruptedException, UnreadableCodeException {
    SortedMap<Long, String> expected = Objdump.of(path);
    byte[] file = Files.readAllBytes(path);
    List<String> differences = new ArrayList<>();
    int compared = 0;
    try (Arena arena = Arena.ofConfined()) {
      for (ElfSection section : ElfFile.map(path, arena).sections()) {
        if (!section.code()) {
          continue;
        }
        List<Long> starts =
            new ArrayList<>(
                expected.subMap(section.address(), section.address() + section.size()).keySet());
        for (int i = 0; i + 1 < starts.size(); i++) {
          long length = starts.get(i + 1) - starts.get(i);
          int at = (int) (starts.get(i) - section.address() + section.offset());
          if (Lengths.of(file, at) != length && differences.size() < 20) {
            differences.add(
                "%x: ours=%d, objdump=%d %s"
                    .formatted(
                        starts.get(i), Lengths.of(file, at), length, expected.get(starts.get(i))));
          }
          compared++;
        }
      }
    }
    assertThat(differences).isEmpty();
    return compared;
  }
}
