package psyscall.checker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import psyscall.checker.graph.Terrain;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.Kernel;
import psyscall.checker.toy.Toy;
import psyscall.spec.expr.Bool;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Verdict;

/// Passes and searches for a way that are ended before they are done.
class EndedVerdictsTest {
  private static final Toy COUNTERS = Counters.of(2, 3);
  private static final Property NEVER_QUIET =
      new Property.Quiet(Toy.about("never-quiet"), Bool.FALSE.term());

  @Test
  void aPassThatIsEndedLeavesOnlyItsOwnPropertiesOpen() {
    Kernel kernel = Kernel.waiting();
    Terrain terrain = Terrain.of(kernel.toy(), kernel.canStop(), NEVER_QUIET);

    Judgement judgement = afterTheQuietPass(terrain);

    assertThat(judgement.findings().getFirst().verdict()).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(judgement.findings().getFirst().examined()).isZero();
    assertThat(judgement.findings().getLast().verdict()).isInstanceOf(Verdict.Violated.class);
    assertThat(judgement.findings().getLast().examined())
        .isEqualTo(judgement.quietStates().orElseThrow())
        .isPositive();
  }

  /// Lets the passes ask once more often each time, until the first of the two gets to its end.
  private static Judgement afterTheQuietPass(Terrain terrain) {
    for (int asks = 0; ; asks++) {
      AtomicInteger left = new AtomicInteger(asks);
      Judgement judgement =
          judge(
              terrain,
              () -> left.getAndDecrement() > 0 ? Optional.empty() : Optional.of("enough"),
              Optional::empty);
      if (judgement.quietStates().isPresent()) {
        return judgement;
      }
    }
  }

  @Test
  void anInterruptionEndsTheSearchForAWayOnlyIfItComesMeanwhile() {
    Terrain terrain = Terrain.of(COUNTERS, NEVER_QUIET);
    AtomicInteger asked = new AtomicInteger();

    Judgement meanwhile =
        judge(
            terrain,
            Optional::empty,
            () -> asked.getAndIncrement() > 2 ? Optional.of("interrupted") : Optional.empty());
    Judgement before = judge(terrain, Optional::empty, () -> Optional.of("interrupted"));

    assertThat(meanwhile.findings().getFirst().verdict())
        .isEqualTo(
            new Verdict.Inconclusive<>(
                "violated, and the way there not found: interrupted;"
                    + " covered: the end of a way, back to distance=4"));
    assertThat(before.findings().getFirst().verdict()).isInstanceOf(Verdict.Violated.class);
  }

  private static Judgement judge(
      Terrain terrain, Supplier<Optional<String>> passes, Supplier<Optional<String>> trails) {
    return Verdicts.of(
        terrain.problem(), terrain.explored(), new Allowance(1, terrain.budget(), passes, trails));
  }
}
