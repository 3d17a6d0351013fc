package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.cli.golden.Golden;

class HelpTest {
  private static final List<String> VERBS =
      List.of(
          "check",
          "simulate",
          "replay",
          "list",
          "explain",
          "diff",
          "export",
          "conform",
          "allowed",
          "record",
          "run");

  static List<String> verbs() {
    return VERBS;
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void helpOfAVerbFitsOnAScreen(String verb) throws IOException {
    CommandLineRun run = CommandLineRun.of(verb, "--help");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSizeLessThan(24).allMatch(line -> line.length() <= 100);
    assertThat(run.out()).contains("Usage: psyscall " + verb, "examples:", "exit codes: 0 ");
    Golden.of("help-" + verb + ".txt").matches(run.out());
  }

  @Test
  void rootHelpNamesEachVerb() throws IOException {
    CommandLineRun run = CommandLineRun.of("--help");

    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSizeLessThan(24);
    assertThat(run.lines())
        .filteredOn(line -> VERBS.contains(line.strip().split(" ", 2)[0]))
        .hasSameSizeAs(VERBS);
    Golden.of("help.txt").matches(run.out());
  }

  @Test
  void withoutAVerbTheHelpIsPrinted() {
    assertThat(CommandLineRun.of()).isEqualTo(CommandLineRun.of("--help"));
  }

  @Test
  void namesInExamplesExist() {
    List<String> names =
        Stream.of("check", "simulate", "explain")
            .flatMap(verb -> CommandLineRun.of(verb, "--help").lines().stream())
            .filter(line -> line.startsWith("  psyscall "))
            .flatMap(line -> Stream.of(line.strip().split(" ")).skip(2))
            .map(word -> word.replaceFirst("^--(bug|property)=", ""))
            .filter(word -> !word.startsWith("--"))
            .toList();

    assertThat(names).hasSizeGreaterThanOrEqualTo(4);
    assertThat(names)
        .allSatisfy(name -> assertThat(CommandLineRun.of("explain", name).code()).isZero());
  }

  @Test
  void versionIsOneLine() {
    assertThat(CommandLineRun.of("--version").lines())
        .containsExactly("psyscall " + Version.number());
  }
}
