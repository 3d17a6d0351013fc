package psyscall.checker.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.Locks;
import psyscall.checker.toy.NaiveSearch;
import psyscall.checker.toy.Thrower;
import psyscall.checker.toy.Toy;
import psyscall.model.behavior.Behavior;
import psyscall.spec.expr.Bool;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

final class RandomWalkTest {
  private static final Property ALWAYS = new Property.Always(Toy.about("always"), Bool.TRUE.term());
  private static final Property FREE =
      new Property.DeadlockFree(Toy.about("free"), Bool.FALSE.term());
  private static final Property QUIET = new Property.Quiet(Toy.about("quiet"), Bool.TRUE.term());

  private static Exploration walk(Toy toy, Strategy.RandomWalk walks, Property... properties) {
    return Search.explore(
        toy.interpreter(),
        List.of(properties),
        SearchOptions.WHOLE_GRAPH.strategy(walks),
        Supervision.of(() -> 0));
  }

  @Test
  void walksOfCountersEndWhereAllHaveCounted() {
    Exploration found =
        walk(Counters.of(2, 3), new Strategy.RandomWalk(7, 100, 50), ALWAYS, FREE, QUIET);

    assertThat(found.counts().transitions()).isEqualTo(50 * 6);
    assertThat(found.counts().depth()).isEqualTo(6);
    assertThat(found.counts().states()).isBetween(7L, 16L);
    assertThat(found.finding("always").verdict()).isEqualTo(new Verdict.Holds<>(Extent.SAMPLED));
    assertThat(found.finding("quiet").verdict()).isInstanceOf(Verdict.Inconclusive.class);
    Verdict.Deadlock<Behavior> deadlock =
        (Verdict.Deadlock<Behavior>) found.finding("free").verdict();
    assertThat(deadlock.trace().length()).isEqualTo(6);
  }

  @Test
  void aWalkEndsAfterItsSteps() {
    Exploration found = walk(Counters.of(2, 30), new Strategy.RandomWalk(1, 4, 3), FREE);

    assertThat(found.counts().transitions()).isEqualTo(12);
    assertThat(found.counts().depth()).isEqualTo(4);
    assertThat(found.finding("free").verdict()).isNotInstanceOf(Verdict.Deadlock.class);
  }

  @Test
  void aSeedDeterminesTheWalks() {
    Toy toy = Toy.twoPhaseCommit(3);
    Exploration one = walk(toy, new Strategy.RandomWalk(42, 20, 5), ALWAYS, FREE);
    Exploration same = walk(toy, new Strategy.RandomWalk(42, 20, 5), ALWAYS, FREE);
    Exploration other = walk(toy, new Strategy.RandomWalk(43, 20, 5), ALWAYS, FREE);

    assertThat(same.toString()).isEqualTo(one.toString());
    assertThat(other.coverage()).isNotEqualTo(one.coverage());
  }

  @Test
  void aViolationAtTheStartIsTold() {
    Property never = new Property.Always(Toy.about("never"), Bool.FALSE.term());

    Exploration found = walk(Counters.of(2, 3), new Strategy.RandomWalk(1, 4, 3), never);

    Verdict.Violated<Behavior> violated = (Verdict.Violated<Behavior>) found.verdict();
    assertThat(violated.trace().length()).isZero();
  }

  @Test
  void aViolationIsToldWithTheWalkToIt() {
    Locks locks = Locks.split(2);

    Exploration found = walk(locks.toy(), new Strategy.RandomWalk(3, 50, 100), locks.exclusion());

    Verdict.Violated<Behavior> violated = (Verdict.Violated<Behavior>) found.verdict();
    assertThat(violated.trace().length()).isBetween(4, 50);
    assertThat(new NaiveSearch(locks.toy().interpreter()).allows(violated.trace())).isTrue();
  }

  @Test
  void anEndedRunIsNoDeadlock() {
    Exploration found = walk(Thrower.of(3).toy(), new Strategy.RandomWalk(3, 50, 100), FREE);

    assertThat(found.finding("free").verdict()).isNotInstanceOf(Verdict.Deadlock.class);
  }

  @Test
  void depthFirstTellsAWayThatIsPossible() {
    Locks locks = Locks.split(2);

    Exploration found =
        Search.explore(
            locks.toy().interpreter(),
            List.of(locks.exclusion()),
            SearchOptions.WHOLE_GRAPH.strategy(new Strategy.DepthFirst()),
            Supervision.of(() -> 0));

    Verdict.Violated<Behavior> violated = (Verdict.Violated<Behavior>) found.verdict();
    assertThat(violated.trace().length()).isGreaterThanOrEqualTo(4);
    assertThat(new NaiveSearch(locks.toy().interpreter()).allows(violated.trace())).isTrue();
  }

  @Test
  void severalThreadsOnlyTakeTheSearchByLevels() {
    SearchOptions deep = SearchOptions.WHOLE_GRAPH.strategy(new Strategy.DepthFirst());

    assertThatThrownBy(() -> deep.threads(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only breadth first takes several threads: threads=2, strategy=DepthFirst[]");
    assertThatThrownBy(() -> SearchOptions.WHOLE_GRAPH.threads(0))
        .hasMessage("number of threads: threads=0, limit=1..64");
    assertThatThrownBy(() -> new Strategy.RandomWalk(1, 0, 1))
        .hasMessage("steps of a walk: steps=0, limit=1..");
  }
}
