package psyscall.checker.judge;

import java.util.Optional;
import psyscall.checker.judge.Ruling.Refuted;
import psyscall.checker.judge.Ruling.Settled;
import psyscall.checker.problem.Explored;
import psyscall.checker.problem.Explored.Order;
import psyscall.checker.problem.Explored.Sighting;
import psyscall.model.behavior.Behavior;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

/// Rules on properties by what was seen of them while steps were taken.
///
/// What was seen counts however much was explored; that there is nothing to be seen is known only
/// when all was explored, and after random walks only of what they met.
///
/// @param explored what the search left behind
record SightRulings(Explored explored) {

  /// The condition holds in every state that was met.
  Ruling always(Sighting sighting) {
    long examined = explored.store().size();
    return refuted(sighting, examined)
        .orElseGet(() -> unlessCut(new Verdict.Holds<>(extent()), examined));
  }

  /// The condition holds of every step that was taken; vacuous if there was none.
  Ruling onStep(Sighting sighting) {
    long examined = explored.transitions();
    return refuted(sighting, examined)
        .orElseGet(
            () ->
                unlessCut(
                    examined == 0
                        ? new Verdict.Vacuous<>("no step is possible")
                        : new Verdict.Holds<>(extent()),
                    examined));
  }

  /// A state with the condition was met: one is enough, however much was explored.
  Ruling sometimes(Property.Sometimes property, Sighting sighting) {
    long examined = explored.store().size();
    if (sighting.state().isPresent()) {
      return new Settled(new Verdict.Holds<>(extentOfOne()), examined);
    }
    String witness = ": witness=" + property.name();
    return unlessCut(
        switch (explored.order()) {
          case Order.ByLevel _, Order.ByParent _ -> new Verdict.Vacuous<>("not reached" + witness);
          case Order.OnWalks _ ->
              new Verdict.Inconclusive<>("not reached by random walks" + witness);
        },
        examined);
  }

  /// A property of the graph, after random walks: they may have met a state without any step.
  Ruling ofGraph(Sighting sighting, long examined) {
    return refuted(sighting, examined)
        .orElseGet(
            () ->
                unlessCut(
                    new Verdict.Inconclusive<>("judged on all states only, not on random walks"),
                    examined));
  }

  private static Optional<Ruling> refuted(Sighting sighting, long examined) {
    return sighting.state().isPresent()
        ? Optional.of(new Refuted(sighting.state().getAsInt(), sighting.walk(), examined))
        : Optional.empty();
  }

  private Ruling unlessCut(Verdict<Behavior> verdict, long examined) {
    return new Settled(
        explored.cut().<Verdict<Behavior>>map(Verdict.Inconclusive::new).orElse(verdict), examined);
  }

  private Extent extent() {
    return switch (explored.order()) {
      case Order.ByLevel _, Order.ByParent _ -> Extent.EXHAUSTIVE;
      case Order.OnWalks _ -> Extent.SAMPLED;
    };
  }

  private Extent extentOfOne() {
    Extent extent = extent();
    return explored.cut().isPresent() && extent == Extent.EXHAUSTIVE
        ? Extent.WITHIN_BOUNDS
        : extent;
  }
}
