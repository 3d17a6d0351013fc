package psyscall.model.plan9;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.assembly.Correspondence;
import psyscall.model.assembly.Fields;
import psyscall.model.assembly.GoTrees;
import psyscall.model.assembly.Reading;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.model.elf.ElfFile;
import psyscall.model.elf.ElfRoutines;
import psyscall.spec.machine.Instruction;

/// Real assembly of Go, as text and linked; skipped where a tree is not in Go's module cache.
class GoSourcesTest {
  private final Fields fields = new Fields(Map.of());

  @ParameterizedTest
  @CsvSource({"1.10.8, 39, 43", "1.14.15, 46, 52", "1.19.13, 45, 51", "1.22.0, 40, 46"})
  void everyRoutineWithSyscallIsRead(String release, int routines, int sites)
      throws UnreadableCodeException {
    List<Reading> entering = entering(GoTrees.tree(release));

    assertThat(entering).hasSize(routines);
    assertThat(entering)
        .allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.Whole.class));
    assertThat(entering.stream().mapToLong(GoSourcesTest::sites).sum()).isEqualTo(sites);
  }

  @ParameterizedTest
  @CsvSource({"1.10.8, 33", "1.14.15, 39", "1.19.13, 39", "1.22.0, 34"})
  void whatTheLinkerKeepsIsTheSame(String release, int kept, @TempDir Path folder)
      throws IOException, InterruptedException, UnreadableCodeException {
    assertThat(same(GoTrees.tree(release), folder)).hasSize(kept);
  }

  @Test
  void installedReleaseIsReadToo(@TempDir Path folder)
      throws IOException, InterruptedException, UnreadableCodeException {
    assertThat(same(GoTrees.tree("installed"), folder)).hasSizeGreaterThan(30);
  }

  /// Compares all routines with SYSCALL of a linked program with the text of its tree.
  ///
  /// @return the names of those that are equal; there are no others
  private List<String> same(Path tree, Path folder)
      throws IOException, InterruptedException, UnreadableCodeException {
    Map<String, Reading> texts = new LinkedHashMap<>();
    entering(tree).forEach(reading -> texts.put(reading.name(), reading));
    Path program = GoTrees.linked(tree, folder);
    var correspondence = new Correspondence(fields);
    List<String> same = new ArrayList<>();
    List<Object> wrong = new ArrayList<>();

    try (Arena arena = Arena.ofConfined()) {
      for (Reading reading : ElfRoutines.of(ElfFile.map(program, arena)).routines()) {
        if (reading instanceof Reading.Whole binary
            && texts.get(reading.name()) instanceof Reading.Whole text
            && text.convention() == binary.convention()) {
          Optional<Correspondence.Difference> difference =
              correspondence.compare(text.routine(), binary.routine());
          difference.ifPresent(wrong::add);
          same.add(reading.name());
        } else {
          wrong.add(reading);
        }
      }
    }

    assertThat(wrong).isEmpty();
    return same;
  }

  private List<Reading> entering(Path tree) throws UnreadableCodeException {
    List<Reading> entering = new ArrayList<>();
    for (Path file : Plan9File.sources(tree)) {
      entering.addAll(Plan9File.read(file, fields).entering());
    }
    return entering;
  }

  private static long sites(Reading reading) {
    return reading instanceof Reading.Whole whole
        ? whole.routine().text().stream().filter(Instruction.Syscall.class::isInstance).count()
        : 0;
  }
}
