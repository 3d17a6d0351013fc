package psyscall.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import psyscall.checker.search.Strategy;
import psyscall.checker.search.Usage;
import psyscall.cli.check.Check;
import psyscall.cli.check.CheckRun;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.PreparedCheck;
import psyscall.cli.check.Summary;
import psyscall.cli.check.Tolerance;
import psyscall.cli.golden.Golden;
import psyscall.cli.input.Bounds;
import psyscall.cli.input.Manner;
import psyscall.cli.session.Interruption;
import psyscall.cli.session.Session;
import psyscall.reports.timeline.Look;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

class SetReportTest {
  private final StringWriter out = new StringWriter();
  private final Session session =
      new Session(
          "1.2.3",
          new PrintWriter(out),
          new PrintWriter(new StringWriter()),
          Session.Screen.FILE,
          Look.DEFAULT,
          System::nanoTime,
          2,
          new Interruption());
  private final Bounds bounds = Bounds.parse(Optional.empty(), Optional.of("1h"), Optional.empty());

  @Test
  void eachSearchHasALineAndTheShortestCounterexampleIsDrawn() throws IOException {
    Mutation bug = Mutations.named("go6070").orElseThrow();
    Manner manner =
        Manner.parse(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), session);
    List<PreparedCheck> checks =
        Stream.of(Check.of(scenario("one-call")), Check.of(bug, bug.world()))
            .map(check -> PreparedCheck.of(check, manner))
            .toList();
    SetReport report = new SetReport(session);

    report.header(checks, bounds);
    List<Outcome> outcomes =
        checks.stream().map(check -> new CheckRun(session, bounds.limits()).run(check)).toList();
    outcomes.forEach(report::outcome);
    report.counterexamples(outcomes);
    session.say(
        VerdictLine.of(
            new Summary(outcomes, List.of(), Tolerance.AS_EXPECTED, Summary.End.OF_ITSELF)));

    Golden.of("check-set.txt").matches(out.toString().replaceAll("\\d+\\.\\d s\\b", "N.N s"));
  }

  @Test
  void useOfSymmetryIsToldForEachWhereItDiffers() {
    Manner manner = new Manner(1, new Strategy.BreadthFirst(), Manner.Symmetry.WHERE_SOUND);
    PreparedCheck plain = PreparedCheck.of(Check.of(scenario("one-call")), manner);
    PreparedCheck refused =
        new PreparedCheck(
            Check.of(scenario("hand-off")),
            manner,
            plain.interpreter(),
            plain.properties(),
            new Usage.Refused("a test"));

    new SetReport(session).header(List.of(plain, refused), bounds);

    assertThat(out.toString())
        .contains(
            "symmetry      on: states that differ only by names of Ms, Ps and Gs count as one"
                + " (one-call)\n",
            "              off, it would not be sound: a test (hand-off)\n");
  }

  private static Scenario scenario(String name) {
    return Scenarios.named(name).orElseThrow();
  }
}
