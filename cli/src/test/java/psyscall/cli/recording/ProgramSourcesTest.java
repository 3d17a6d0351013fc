package psyscall.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.cli.style.SourceTree;

class ProgramSourcesTest {
  private static final Path SOURCES = SourceTree.find().root().resolve("conformance/go");

  @TempDir private Path folder;

  @Test
  void everyGoFileIsCarried() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".go")))
          .containsExactlyInAnyOrderElementsOf(ProgramSources.FILES);
    }
  }

  @Test
  void whatIsCarriedIsWhatIsInTheTree() throws IOException {
    ProgramSources.writeTo(folder);

    for (String file : ProgramSources.FILES) {
      assertThat(folder.resolve(file)).as(file).hasSameTextualContentAs(SOURCES.resolve(file));
    }
  }

  @Test
  void scenariosAreThoseOfTheGoProgram() throws IOException {
    List<String> inGo =
        Stream.of("main.go", "callbacks.go")
            .map(SOURCES::resolve)
            .flatMap(file -> names(file).stream())
            .toList();

    assertThat(ScenarioProgram.ALL)
        .extracting(ScenarioProgram::name)
        .containsExactlyInAnyOrderElementsOf(inGo)
        .isSorted();
  }

  /// The keys of the table, and what is added to it.
  private static List<String> names(Path file) {
    try {
      return Pattern.compile("(?m)^\\t\"(\\w+)\":|scenarios\\[\"(\\w+)\"\\]")
          .matcher(Files.readString(file))
          .results()
          .map(ProgramSourcesTest::name)
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String name(MatchResult match) {
    return match.group(1) != null ? match.group(1) : match.group(2);
  }
}
