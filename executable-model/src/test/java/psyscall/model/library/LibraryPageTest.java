package psyscall.model.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.spec.release.Release;

/// The programs of docs/library.md are what it says: each is compiled in memory by `java FILE`,
/// with nothing but the two modules and Commons Math on its class path, and prints what the page
/// prints.
class LibraryPageTest {
  private static final Path PAGE = Path.of("../docs/library.md");
  private static final Pattern PROGRAM =
      Pattern.compile("```java\n(.*?)```\n\nIt prints\n\n```\n(.*?)```\n", Pattern.DOTALL);
  private static final long SECONDS_MAX = 60;
  private static final int LINES_MAX = 10;

  @TempDir Path folder;

  /// A program and what it prints.
  ///
  /// @param number its place on the page, from 1
  /// @param text a whole source file
  /// @param output what it prints
  record PageProgram(int number, String text, String output) {
    @Override
    public String toString() {
      return "program " + number;
    }
  }

  static List<PageProgram> programs() throws IOException {
    Matcher matcher = PROGRAM.matcher(Files.readString(PAGE));
    List<PageProgram> found = new java.util.ArrayList<>();
    while (matcher.find()) {
      found.add(new PageProgram(found.size() + 1, matcher.group(1), matcher.group(2)));
    }
    return found;
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void programPrintsWhatThePageSays(PageProgram program) throws Exception {
    Path source = folder.resolve("Program.java");
    Path output = folder.resolve("output");
    Files.writeString(source, program.text());
    String classPath =
        Stream.of(Model.class, Release.class, RandomGenerator.class)
            .map(LibraryPageTest::place)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    Process process =
        new ProcessBuilder(java, "--class-path", classPath, source.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).as("it ends").isTrue();
    assertThat(output).content().isEqualTo(program.output());
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void firstProgramHasTenLines() throws IOException {
    assertThat(programs()).hasSize(3);
    assertThat(programs().getFirst().text().lines()).hasSizeLessThanOrEqualTo(LINES_MAX);
  }
}
