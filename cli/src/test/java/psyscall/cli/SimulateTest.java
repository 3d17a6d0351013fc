package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.cli.golden.Golden;
import psyscall.cli.session.Interruption;

/// Random walks, from the words of the command line to their verdict.
class SimulateTest {
  @ParameterizedTest
  @CsvSource({
    "simulate-scenario.txt,   0, simulate two-calls-one-p --seed=1 --runs=100",
    "simulate-bug.txt,       12, simulate --bug=go6070 --seed=7",
  })
  void sessionIsAsInItsGoldenFile(String golden, int code, String line) throws IOException {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    Golden.of(golden).matches(Normalised.text(run.out()));
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.complaint()).isEmpty();
    assertThat(run.lines()).allMatch(text -> text.length() <= 130);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simulate two-calls-one-p --seed=42",
        "simulate two-calls-one-p --seed=42 --json",
        "simulate --bug=go6070 --seed=42"
      })
  void oneSeedGivesOneText(String line) {
    assertThat(CommandLineRun.of(line.split(" "))).isEqualTo(CommandLineRun.of(line.split(" ")));
  }

  @Test
  void anotherSeedMakesOtherWalks() {
    String walks = "simulate two-calls-one-p --runs=20 --seed=";

    List<String> first = CommandLineRun.of((walks + 1).split(" ")).lines();
    List<String> second = CommandLineRun.of((walks + 2).split(" ")).lines();

    assertThat(walked(first)).isNotEqualTo(walked(second));
  }

  private static String walked(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("walked ")).findFirst().orElseThrow();
  }

  @Test
  void seedThatIsDrawnIsToldAndMakesTheSameWalksAgain() {
    CommandLineRun drawn =
        CommandLineRun.of(
            () -> 123_456_789, new Interruption(), "simulate", "one-call-sysmon", "--runs=9");
    String options =
        drawn.lines().stream()
            .filter(line -> line.startsWith("walks "))
            .map(line -> line.replaceFirst("walks +", ""))
            .findFirst()
            .orElseThrow();

    CommandLineRun again = CommandLineRun.of(("simulate one-call-sysmon " + options).split(" "));

    assertThat(options).matches("--seed=\\d{1,9} --steps=1000 --runs=9");
    assertThat(again).isEqualTo(drawn);
  }

  @Test
  void checkMakesTheSameWalks() {
    String words = "one-call-sysmon --seed=5";

    CommandLineRun simulate = CommandLineRun.of(("simulate " + words).split(" "));
    CommandLineRun check = CommandLineRun.of(("check --search=random " + words).split(" "));

    assertThat(check.verdict()).isEqualTo(simulate.verdict());
  }

  @Test
  void walksAreNoLongerAndNoMoreThanAsked() {
    CommandLineRun run =
        CommandLineRun.of("simulate", "one-call", "--seed=1", "--steps=7", "--runs=3");

    assertThat(run.code()).isZero();
    assertThat(walked(run.lines()))
        .isEqualTo("walked        3 walks, 21 steps, the longest walk 7, 8 distinct states met");
    assertThat(run.verdict()).startsWith("sampled: ");
  }

  @Test
  void bugMayBeNamedBesideItsScenario() {
    CommandLineRun bug = CommandLineRun.of("simulate", "--bug=go6070", "--seed=7");

    assertThat(CommandLineRun.of("simulate", "one-call-sysmon", "--bug=go6070", "--seed=7"))
        .isEqualTo(bug);
  }

  @Test
  void walksThatAreInterruptedSayWhatTheyMet() {
    Interruption interruption = new Interruption();
    interruption.request();

    CommandLineRun run =
        CommandLineRun.of(
            () -> 0, interruption, "simulate", "two-calls-one-p", "--seed=1", "--runs=1000000");

    assertThat(run.code()).isEqualTo(130);
    assertThat(run.verdict()).startsWith("interrupted: covered states=");
  }
}
