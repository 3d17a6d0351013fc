package psyscall.model.plan9;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.assembly.Correspondence;
import psyscall.model.assembly.Fields;
import psyscall.model.assembly.GoTrees;
import psyscall.model.assembly.Reading;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.model.elf.ElfFile;
import psyscall.model.elf.ElfRoutines;
import psyscall.spec.release.Release;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;

/// Our stubs are Go's, instruction by instruction; skipped where a tree is not in Go's module
/// cache.
class StubsMatchGoTest {
  private final Fields fields = new Fields(Map.of());

  /// Each stub is either in an assembly file, or compiled and linked.
  @ParameterizedTest
  @MethodSource("psyscall.spec.release.Release#all")
  void stubsAreThoseOfGo(Release release, @TempDir Path folder)
      throws IOException, InterruptedException, UnreadableCodeException {
    Path tree = GoTrees.tree(release.name());
    Map<String, Reading> texts = new LinkedHashMap<>();
    for (Path file : Plan9File.sources(tree)) {
      Plan9File.read(file, fields).routines().forEach(r -> texts.put(r.name(), r));
    }
    List<Stub> stubs = Stubs.of(release);
    Set<String> compiled =
        stubs.stream()
            .map(stub -> stub.routine().name())
            .filter(name -> !texts.containsKey(name))
            .collect(Collectors.toSet());
    try (Arena arena = Arena.ofConfined()) {
      ElfFile program = ElfFile.map(GoTrees.linked(tree, folder), arena);
      ElfRoutines.named(program, compiled).forEach(r -> texts.putIfAbsent(r.name(), r));
    }
    List<Object> wrong = new ArrayList<>();
    for (Stub stub : stubs) {
      if (texts.get(stub.routine().name()) instanceof Reading.Whole whole) {
        assertThat(whole.convention()).isEqualTo(stub.routine().convention());
        new Correspondence(fields).compare(stub.routine(), whole.routine()).ifPresent(wrong::add);
      } else {
        wrong.add("not found: " + stub.routine().name());
      }
    }

    assertThat(wrong).isEmpty();
  }
}
