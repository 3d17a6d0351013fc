package psyscall.checker.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import psyscall.checker.judge.Finding;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.Searches;
import psyscall.checker.toy.Toy;
import psyscall.model.behavior.Behavior;
import psyscall.spec.expr.Bool;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

final class ExplorationTest {
  private static final Behavior TRACE =
      new Behavior(Counters.of(1, 1).interpreter().initial(), List.of());
  private static final Property SAFETY = new Property.Always(Toy.about("safety"), Bool.TRUE.term());
  private static final Property POSSIBLE =
      new Property.Possible(Toy.about("possible"), Bool.TRUE.term(), Bool.TRUE.term());

  private static Exploration exploration(List<Finding> findings) {
    return new Exploration(
        new Counts(1, 1, 0, 0),
        Optional.empty(),
        OptionalLong.empty(),
        new TreeMap<>(),
        findings,
        Optional.empty());
  }

  @Test
  void theGravestVerdictIsTheVerdictOfAll() {
    List<Finding> byGravity =
        List.of(
            new Finding(SAFETY, new Verdict.Violated<>("safety", "why", TRACE), 1),
            new Finding(SAFETY, new Verdict.Deadlock<>(TRACE), 1),
            new Finding(POSSIBLE, new Verdict.Violated<>("possible", "why", TRACE), 1),
            new Finding(SAFETY, new Verdict.Vacuous<>("why"), 0),
            new Finding(SAFETY, new Verdict.Inconclusive<>("limit"), 1),
            new Finding(SAFETY, new Verdict.Holds<>(Extent.EXHAUSTIVE), 1));

    for (int gravest = 0; gravest < byGravity.size(); gravest++) {
      List<Finding> findings = new ArrayList<>(byGravity.subList(gravest, byGravity.size()));
      Collections.reverse(findings);
      assertThat(exploration(findings).verdict())
          .as("gravest of %s", findings)
          .isEqualTo(byGravity.get(gravest).verdict());
    }
  }

  @Test
  void withoutAPropertyItIsVacuous() {
    assertThat(Searches.whole(Counters.of(2, 3)).verdict())
        .isEqualTo(new Verdict.Vacuous<>("no property was asked for"));
  }

  @Test
  void aPropertyThatWasNotAskedForHasNoFinding() {
    assertThatThrownBy(() -> exploration(List.of()).finding("safety"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown property: name=safety");
  }
}
