package psyscall.model.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
      var candidates = Candidates.of(file, new ElfSymbols(file), SyscallBytes.of(file));
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
