package psyscall.checker.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import psyscall.checker.oracle.Conformance.Explained;
import psyscall.checker.oracle.Operators.Mutant;
import psyscall.checker.oracle.Operators.Operator;
import psyscall.model.observe.TraceFault;

/// Real runs, changed at drawn places: what is certainly illegal is refused, at the event that
/// cannot be, and what is certainly legal is not.
class MutatedRunsTest {
  private static final int PLACES = 6;
  private static final int BEHIND = 300;

  private static final List<String> RUNS =
      List.of(
          "releases/go1.5.4-pipe-p2.trace",
          "releases/go1.7.6-signal-p2.trace",
          "releases/go1.10.8-block-p2.trace",
          "releases/go1.14.15-lockos-p2.trace",
          "releases/go1.21.13-pipe-p2.trace",
          "v1/go119-signal-p2.trace",
          "v1/go119-preempt-p2.trace",
          "v1/go120-cgo-p2.trace",
          "v2/go122-pipe-p2.trace",
          "v2/go122-gcstw-p2.trace",
          "v2/go122-signal-p2.trace",
          "releases/go1.23.12-block-p2.trace",
          "releases/go1.24.12-lockos-p2.trace",
          "releases/go1.25.6-gcstw-p2.trace",
          "releases/go1.26.8-cgo-p2.trace",
          "releases/go1.26.8-pipe-p2.trace");

  /// How an operator fared.
  private static final class Tally {
    private int made;
    private int refused;
    private int there;

    private String text() {
      return "%d made, %d refused, %d of them at the event".formatted(made, refused, there);
    }
  }

  @Test
  void illegalChangesAreRefusedAndLegalOnesAreNot() throws IOException, TraceFault {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    List<String> surprises = new ArrayList<>();
    for (String name : RUNS) {
      ToldRun run = Recordings.told(name);
      for (Operator operator : Operators.all()) {
        Tally tally = tallies.computeIfAbsent(operator.name(), _ -> new Tally());
        for (Mutant mutant : mutants(operator, run, name.hashCode())) {
          count(operator, mutant, tally, name, surprises);
        }
      }
    }

    Map<String, String> table = new LinkedHashMap<>();
    tallies.forEach((name, tally) -> table.put(name, tally.text()));
    assertThat(surprises).as("%s", table).isEmpty();
    assertThat(table).hasSize(36);
    assertThat(tallies)
        .as("%s", table)
        .allSatisfy((_, tally) -> assertThat(tally.made).isPositive());
  }

  private static void count(
      Operator operator, Mutant mutant, Tally tally, String name, List<String> surprises) {
    Conformance answer = Recordings.judge(mutant.run());
    tally.made++;
    boolean isRefused = !(answer instanceof Explained || answer.counts().judged() == 0);
    if (isRefused) {
      tally.refused++;
    }
    long at = answer.counts().events();
    if (isRefused && at >= mutant.changedAt() && at <= mutant.refusedAt()) {
      tally.there++;
    } else if (isRefused || !operator.isLegal()) {
      surprises.add(
          "%s of %s: wanted=%d..%d, given=%s"
              .formatted(operator.name(), name, mutant.changedAt(), mutant.refusedAt(), answer));
    }
  }

  /// Some of the places of a run at which an operator can be used, drawn.
  private static List<Mutant> mutants(Operator operator, ToldRun run, int seed) {
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at < run.size(); at++) {
      places.add(at);
    }
    Collections.shuffle(places, new Random(seed));
    List<Mutant> mutants = new ArrayList<>();
    for (int place : places) {
      if (mutants.size() == PLACES) {
        break;
      }
      operator.change().at(run, place).flatMap(MutatedRunsTest::cut).ifPresent(mutants::add);
    }
    return mutants;
  }

  /// As much of an illegal run as is needed to see when it is refused.
  private static Optional<Mutant> cut(Mutant mutant) {
    int at = mutant.refusedAt();
    return Optional.of(
        at < 0
            ? mutant
            : new Mutant(
                mutant.run().first(Math.min(mutant.run().size(), at + BEHIND)),
                mutant.changedAt(),
                at));
  }
}
