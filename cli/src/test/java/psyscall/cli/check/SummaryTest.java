package psyscall.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.cli.session.ExitCode;
import psyscall.spec.mutation.Mutations;

class SummaryTest {
  private final Outcome holds = Runs.run(Check.of(Runs.scenario("one-call")));
  private final Outcome found =
      Runs.run(Check.of(Mutations.named("go6070").orElseThrow(), Runs.scenario("one-call-sysmon")));

  private static Summary summary(Tolerance tolerance, Outcome... outcomes) {
    return new Summary(List.of(outcomes), List.of(), tolerance, Summary.End.OF_ITSELF);
  }

  @Test
  void gravestOutcomeDecides() {
    Summary summary = summary(Tolerance.AS_VIOLATED, holds, found);

    assertThat(summary.exit()).isEqualTo(ExitCode.SAFETY);
    assertThat(summary.decisive()).contains(found);
  }

  @Test
  void knownViolationsAreForgivenInTheWholeSet() {
    Summary summary = summary(Tolerance.AS_EXPECTED, holds, found);

    assertThat(summary.exit()).isEqualTo(ExitCode.HOLDS);
    assertThat(summary.decisive()).contains(holds);
    assertThat(summary.traced()).as("its trace is kept all the same").contains(found);
  }

  @Test
  void interruptionStandsWhateverWasFound() {
    Summary summary =
        new Summary(List.of(found), List.of(), Tolerance.AS_VIOLATED, Summary.End.INTERRUPTED);

    assertThat(summary.exit()).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void nothingSearchedIsVacuous() {
    assertThat(summary(Tolerance.AS_EXPECTED).exit()).isEqualTo(ExitCode.VACUOUS);
  }
}
