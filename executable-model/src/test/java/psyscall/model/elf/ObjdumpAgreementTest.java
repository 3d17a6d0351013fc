package psyscall.model.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.assembly.GoTrees;
import psyscall.model.assembly.Objdump;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.model.decode.Decoder;
import psyscall.spec.machine.Placed;

/// Every routine with the bytes of SYSCALL in real binaries, decoded by us and by objdump; skipped
/// where objdump, the Go tree or the library is not there.
class ObjdumpAgreementTest {
  private static final long SEED = 20_250_914;
  private static final int[] OPCODES = {
    0x01, 0x03, 0x0f, 0x29, 0x31, 0x39, 0x3b, 0x40, 0x41, 0x48, 0x4c, 0x50, 0x58, 0x63, 0x64, 0x66,
    0x69, 0x6b, 0x80, 0x81, 0x83, 0x84, 0x85, 0x88, 0x89, 0x8b, 0x8d, 0x8f, 0x90, 0xa9, 0xb8, 0xc3,
    0xc6, 0xc7, 0xcc, 0xcd, 0xe8, 0xe9, 0xeb, 0xf6, 0xf7, 0xfe, 0xff
  };

  /// What objdump shows and we forget: an index that is none, a segment that does not count.
  private static final Pattern UNUSUAL = Pattern.compile("riz|^lea .*fs:|^cs repz");

  /// Mnemonics that we must never stop at, whatever the operands.
  private static final Set<String> SUBSET =
      Set.of(
          "syscall", "ret", "lea", "push", "pop", "call", "neg", "not", "inc", "dec", "mul", "div",
          "cmp", "test", "int", "int3", "jbe", "je", "jne", "jae", "ja", "jb", "endbr64");

  /// What the comparison of one file came to.
  private record Agreement(
      int routines, int whole, int instructions, SortedMap<String, Integer> stops) {}

  @ParameterizedTest
  @ValueSource(strings = {"1.10.8", "1.14.15", "1.19.13", "installed"})
  void goProgramsReadAsObjdumpReadsThem(String release, @TempDir Path folder)
      throws IOException, InterruptedException, UnreadableCodeException {
    Objdump.require();
    Agreement agreement = compare(GoTrees.linked(GoTrees.tree(release), folder));

    assertThat(agreement.routines()).isGreaterThan(30);
    assertThat(agreement.whole()).isEqualTo(agreement.routines());
    assertThat(agreement.stops()).isEmpty();
  }

  @Test
  void libcReadsAsObjdumpReadsIt()
      throws IOException, InterruptedException, UnreadableCodeException {
    Objdump.require();
    Agreement agreement = compare(Objdump.libc());

    assertThat(agreement.routines()).isGreaterThan(200);
    assertThat(agreement.whole()).isGreaterThan(100);
    assertThat(agreement.instructions()).isGreaterThan(5_000);
    assertThat(agreement.stops().keySet()).doesNotContainAnyElementsOf(SUBSET);
  }

  /// Bytes of which every third is an opcode of the subset.
  @Test
  void randomBytesReadAsObjdumpReadsThem(@TempDir Path folder)
      throws IOException, InterruptedException {
    Objdump.require();
    var random = new Random(SEED);
    byte[] bytes = new byte[1 << 18];
    random.nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      if (random.nextInt(3) == 0) {
        bytes[i] = (byte) OPCODES[random.nextInt(OPCODES.length)];
      }
    }
    SortedMap<Long, String> expected =
        Objdump.ofBytes(Files.write(folder.resolve("random"), bytes));
    int decoded = 0;
    List<String> differences = new ArrayList<>();
    for (Map.Entry<Long, String> entry : expected.entrySet()) {
      int at = Math.toIntExact(entry.getKey());
      List<Placed> ours =
          Decoder.sweep(Arrays.copyOfRange(bytes, at, Math.min(at + 15, bytes.length)), at)
              .instructions();
      if (!ours.isEmpty() && !UNUSUAL.matcher(entry.getValue()).find()) {
        decoded++;
        if (!IntelText.of(ours.getFirst()).equals(entry.getValue())) {
          differences.add(IntelText.of(ours.getFirst()) + " / " + entry.getValue());
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(decoded).isGreaterThan(40_000);
  }

  private static Agreement compare(Path path)
      throws IOException, InterruptedException, UnreadableCodeException {
    SortedMap<Long, String> expected = Objdump.of(path);
    int routines = 0;
    int whole = 0;
    int instructions = 0;
    SortedMap<String, Integer> stops = new TreeMap<>();
    List<String> differences = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      ElfFile file = ElfFile.map(path, arena);
      var candidates =
          Candidates.of(file, new ElfSymbols(file), Candidates.around(SyscallBytes.of(file)));
      for (Candidates.Extent extent : candidates.keySet()) {
        ElfSection section = file.sections().get(extent.section());
        byte[] code =
            file.bytes()
                .slice("code", section.fileOffset(extent.address()), extent.size())
                .toArray(ValueLayout.JAVA_BYTE);
        boolean enters =
            expected
                .subMap(extent.address(), extent.address() + extent.size())
                .containsValue("syscall");
        assertThat(Decoder.mayEnter(code)).as("%s", candidates.get(extent)).isEqualTo(enters);
        if (!enters) {
          continue;
        }
        routines++;
        Decoder.Sweep sweep = Decoder.sweep(code, extent.address());
        for (Placed placed : sweep.instructions()) {
          String theirs = expected.getOrDefault(placed.address(), "nothing");
          if (!IntelText.of(placed).equals(theirs)) {
            differences.add(
                "%s %x: ours=%s, objdump=%s"
                    .formatted(
                        candidates.get(extent), placed.address(), IntelText.of(placed), theirs));
          }
        }
        instructions += sweep.instructions().size();
        whole += sweep.stop().isEmpty() ? 1 : 0;
        sweep
            .stop()
            .map(stop -> expected.getOrDefault(stop.address(), "nothing"))
            .ifPresent(text -> stops.merge(text.replaceFirst(" .*", ""), 1, Integer::sum));
      }
      assertThat(differences).isEmpty();
      return new Agreement(routines, whole, instructions, stops);
    }
  }
}
