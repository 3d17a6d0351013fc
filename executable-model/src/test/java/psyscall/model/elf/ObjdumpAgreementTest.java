package psyscall.model.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.assembly.GoTrees;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.model.decode.Decoder;
import psyscall.spec.machine.Placed;

/// Every routine with the bytes of SYSCALL in real binaries, decoded by us and by objdump; skipped
/// where objdump, the Go tree or the library is not there.
class ObjdumpAgreementTest {
  private static final Pattern LINE = Pattern.compile(" *([0-9a-f]+):\t(.*)");

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
    requireObjdump();
    Agreement agreement = compare(GoTrees.linked(GoTrees.tree(release), folder));

    assertThat(agreement.routines()).isGreaterThan(30);
    assertThat(agreement.whole()).isEqualTo(agreement.routines());
    assertThat(agreement.stops()).isEmpty();
  }

  @Test
  void libcReadsAsObjdumpReadsIt()
      throws IOException, InterruptedException, UnreadableCodeException {
    requireObjdump();
    Optional<Path> libc =
        Stream.of("/lib/x86_64-linux-gnu/libc.so.6", "/lib64/libc.so.6", "/usr/lib/libc.so.6")
            .map(Path::of)
            .filter(Files::isRegularFile)
            .findFirst();
    assumeThat(libc).as("libc of x86-64").isPresent();
    Agreement agreement = compare(libc.orElseThrow());

    assertThat(agreement.routines()).isGreaterThan(200);
    assertThat(agreement.whole()).isGreaterThan(100);
    assertThat(agreement.instructions()).isGreaterThan(5_000);
    assertThat(agreement.stops().keySet()).doesNotContainAnyElementsOf(SUBSET);
  }

  private static void requireObjdump() {
    assumeThat(GoTrees.command("objdump")).as("objdump").isPresent();
  }

  private static Agreement compare(Path path)
      throws IOException, InterruptedException, UnreadableCodeException {
    Map<Long, String> expected = objdump(path);
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
      return new Agreement(candidates.size(), whole, instructions, stops);
    }
  }

  private static Map<Long, String> objdump(Path path) throws IOException, InterruptedException {
    Map<Long, String> lines = new HashMap<>();
    String[] command = {
      "objdump", "-d", "-w", "-M", "intel", "--no-show-raw-insn", path.toString()
    };
    GoTrees.run(Map.of("LC_ALL", "C"), command)
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(
            line -> lines.put(Long.parseUnsignedLong(line.group(1), 16), normal(line.group(2))));
    return lines;
  }

  private static String normal(String text) {
    String bare = text.replaceFirst(" *[#<].*", "").replace("+0x0]", "]").strip();
    String spaced = bare.replaceAll("\\s+", " ").replaceFirst("^movabs ", "mov ");
    if (spaced.matches(".*\\bnop\\b.*|xchg ax,ax|endbr64")) {
      return "nop";
    }
    return spaced.replaceFirst("^repz ret", "ret");
  }
}
