package psyscall.reports.goroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTreeTest {
  private static final Path FAKE = Path.of("src", "test", "resources", "goroot");

  @TempDir private Path folder = Path.of("");

  private static Resolution resolve(String file, String functions, String lines)
      throws GoTreeException {
    return GoTree.open(FAKE)
        .resolve(new Place(file, List.of(functions.split(", ", -1)), Lines.parse(lines)));
  }

  @Test
  void versionIsTheFirstLineOfItsFile() throws GoTreeException, IOException {
    assertThat(GoTree.open(FAKE).version()).contains("go1.10.8");

    Path scheduler = folder.resolve("src/runtime/proc.go");
    Files.createDirectories(scheduler.getParent());
    Files.writeString(scheduler, "package runtime\n");
    assertThat(GoTree.open(folder).version()).isEmpty();
    Files.writeString(folder.resolve("VERSION"), "\ngo1.22.0\ntime 2024-01-30T23:59:59Z\n");
    assertThat(GoTree.open(folder).version()).contains("go1.22.0");
  }

  @Test
  void functionsAreFound() throws GoTreeException {
    Resolution found =
        GoTree.open(FAKE).resolve(Place.of("runtime/proc.go", "entersyscall_sysmon"));

    assertThat(found).isInstanceOf(Resolution.Found.class);
    assertThat(((Resolution.Found) found).functions())
        .extracting(GoFunction::lines)
        .containsExactly(new Lines(13, 23));
  }

  @Test
  void partsAreKnownByTheirNames() throws GoTreeException {
    assertThat(resolve("runtime/proc.go", "checkdead", "33"))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found ->
                assertThat(found.parts())
                    .extracting(GoFunction::name)
                    .containsExactly("checkdead1", "checkdead_all"));
    assertThat(resolve("runtime/proc.go", "badluck", ""))
        .isInstanceOfSatisfying(
            Resolution.Found.class, found -> assertThat(found.parts()).isEmpty());
  }

  @Test
  void modelsOwnStepIsNotLookedFor() throws GoTreeException {
    assertThat(GoTree.open(FAKE).resolve(Place.of("", "user code")))
        .isEqualTo(new Resolution.Own());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runtime/none.go | f                   |       | no such file",
        "runtime/proc.go | exitsyscall         |       | no such function: name=exitsyscall",
        "runtime/proc.go | commented           |       | no such function: name=commented",
        "runtime/proc.go | entersyscall_sysmon | 20, 24 | not a line of entersyscall_sysmon:"
            + " lines=24",
        "runtime/proc.go | entersyscall_sysmon | 14–24 | not a line of entersyscall_sysmon:"
            + " lines=14–24",
        "runtime/proc.go | entersyscall_sysmon | 14–15 | no throw there: lines=14–15",
        "runtime/proc.go | badluck, notewakeup | 37    | no cited line throws in a function:"
            + " name=notewakeup",
      })
  void whatIsMissingIsNamed(String file, String function, String lines, String why)
      throws GoTreeException {
    assertThat(resolve(file, function, lines == null ? "" : lines))
        .isEqualTo(new Resolution.Missing(why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "entersyscall_sysmon          | 20         | [13–23]",
        "entersyscall_sysmon          | 14–23      | [13–23]",
        "checkdead                    | 33         | [32–34]",
        "checkdead                    | 41         | [40–42]",
        "checkdead                    | 33, 41     | [32–34, 40–42]",
        "badluck, entersyscall_sysmon | 20, 37     | [36–38, 13–23]",
      })
  void throwsAreFoundInTheirFunctions(String functions, String lines, String found)
      throws GoTreeException {
    assertThat(resolve("runtime/proc.go", functions, lines))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            it ->
                assertThat(it.functions().stream().map(GoFunction::lines).toList())
                    .hasToString(found));
  }

  @Test
  void whatIsNoGoTreeIsRefused() throws IOException {
    assertRefused(folder.resolve("none"), "no such folder: goroot=" + folder.resolve("none"));
    Path file = Files.writeString(folder.resolve("file"), "go1.10.8");
    assertRefused(file, "not a folder: goroot=" + file);
    assertRefused(
        folder,
        "not a Go tree: goroot="
            + folder
            + ", missing=src/runtime/proc.go; give what 'go env GOROOT' prints");
    Files.createDirectories(folder.resolve("src/runtime/proc.go"));
    assertThatExceptionOfType(GoTreeException.class).isThrownBy(() -> GoTree.open(folder));
  }

  @Test
  void fileThatCannotBeReadIsNamed() throws IOException, GoTreeException {
    Files.createDirectories(folder.resolve("src/runtime/stack.go"));
    Files.writeString(folder.resolve("src/runtime/proc.go"), "package runtime\n");
    GoTree tree = GoTree.open(folder);

    assertThatExceptionOfType(GoTreeException.class)
        .isThrownBy(() -> tree.resolve(Place.of("runtime/stack.go", "newstack")))
        .withMessage(
            "cannot read the Go tree: file="
                + folder.resolve("src/runtime/stack.go")
                + ", is a folder");
  }

  @Test
  void fileThatIsNotTextDeclaresNothing() throws IOException, GoTreeException {
    Files.createDirectories(folder.resolve("src/runtime"));
    Files.write(folder.resolve("src/runtime/proc.go"), new byte[] {0, -1, -2, '{', '(', '"', 13});

    assertThat(GoTree.open(folder).resolve(Place.of("runtime/proc.go", "retake")))
        .isEqualTo(new Resolution.Missing("no such function: name=retake"));
  }

  private static void assertRefused(Path root, String message) {
    assertThatExceptionOfType(GoTreeException.class)
        .isThrownBy(() -> GoTree.open(root))
        .withMessage(message);
  }
}
