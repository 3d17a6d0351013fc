package psyscall.checker.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.checker.problem.Explored.Order;
import psyscall.checker.store.IntSequence;
import psyscall.checker.store.StateRange;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.NaiveSearch;
import psyscall.checker.toy.Toy;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;

final class TrailsTest {

  private static Trails trails(Terrain terrain, List<Integer> wanted, int threads) {
    try (Crew crew = Terrain.crew(threads)) {
      return Trails.of(terrain.graph(), terrain.explored().order(), wanted, crew);
    } catch (Unfinished e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Integer> all(Terrain terrain) {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 0; number < terrain.explored().store().size(); number++) {
      numbers.add(number);
    }
    return numbers;
  }

  @ParameterizedTest
  @MethodSource("psyscall.checker.toy.Toy#all")
  void everyStateOfAToyHasAShortestWay(Toy toy) {
    Terrain terrain = Terrain.of(toy);
    NaiveSearch naive = new NaiveSearch(toy.interpreter());
    Trails trails = trails(terrain, all(terrain), 2);
    Behaviors behaviors = new Behaviors(terrain.problem(), terrain.explored().store());

    for (int level = 0; level < terrain.graph().levels().size(); level++) {
      for (StateRange range : terrain.graph().levels().get(level)) {
        int number = range.to() - 1;
        Behavior behavior = behaviors.along(trails.to(number));
        assertThat(behavior.length()).isEqualTo(level);
        assertThat(behavior.last()).isEqualTo(terrain.state(number));
        assertThat(naive.allows(behavior)).isTrue();
      }
    }
  }

  @Test
  void theLeastStateBeforeCountsForAnyNumberOfThreads() {
    Terrain terrain = Terrain.of(Counters.of(3, 4));
    List<Integer> wanted = all(terrain);
    Trails alone = trails(terrain, wanted, 1);
    Trails together = trails(terrain, wanted, 4);

    for (int number : wanted) {
      List<Integer> way = alone.to(number);
      assertThat(together.to(number)).isEqualTo(way);
      for (int at = 1; at < way.size(); at++) {
        assertThat(way.get(at - 1)).isEqualTo(leastBefore(terrain, way.get(at), at - 1));
      }
    }
  }

  private static int leastBefore(Terrain terrain, int number, int level) {
    State state = terrain.state(number);
    StateRange range = terrain.graph().levels().get(level).getFirst();
    int least = -1;
    for (int before = range.from(); before < range.to(); before++) {
      boolean leads =
          terrain.problem().interpreter().successors(terrain.state(before)).stream()
              .anyMatch(transition -> transition.target().equals(state));
      if (leads && (least < 0 || terrain.explored().store().compare(before, least) < 0)) {
        least = before;
      }
    }
    return least;
  }

  @Test
  void aWayToOneStateIsTheSameAsAmongOthers() {
    Terrain terrain = Terrain.of(Counters.of(3, 4));
    int last = (int) terrain.explored().store().size() - 1;

    List<Integer> way = trails(terrain, List.of(last), 2).to(last);

    assertThat(way).hasSize(13).isEqualTo(trails(terrain, all(terrain), 2).to(last));
  }

  @Test
  void theInitialStateIsItsOwnWay() {
    Terrain terrain = Terrain.of(Counters.of(2, 2));

    assertThat(trails(terrain, List.of(0), 1).to(0)).containsExactly(0);
  }

  /// A representative stands for up to six states; the behaviour is one of the toy itself.
  @Test
  void representativesAreReplayedAsStatesOfTheToy() {
    Toy toy = Counters.of(3, 4);
    Terrain terrain = Terrain.symmetric(toy);
    NaiveSearch naive = new NaiveSearch(toy.interpreter());
    List<Integer> wanted = all(terrain);
    Trails trails = trails(terrain, wanted, 2);
    Behaviors behaviors = new Behaviors(terrain.problem(), terrain.explored().store());

    assertThat(wanted).hasSize(35);
    for (int number : wanted) {
      Behavior behavior = behaviors.along(trails.to(number));
      assertThat(naive.allows(behavior)).isTrue();
      assertThat(counts(behavior.last())).isEqualTo(counts(terrain.state(number)));
    }
  }

  private static String counts(State state) {
    return state.value("count").toString().chars().sorted().boxed().toList().toString();
  }

  @Test
  void parentsAreFollowedWhereTheyAreKept() throws Unfinished {
    Terrain terrain = Terrain.of(Counters.of(1, 3));
    IntSequence parents = new IntSequence();
    List.of(-1, 0, 1, 2).forEach(parents::add);
    Order order = new Order.ByParent(terrain.graph().levels(), parents);

    try (Crew crew = Terrain.crew(1)) {
      Trails trails = Trails.of(terrain.graph(), order, Set.of(3), crew);

      assertThat(trails.to(3)).containsExactly(0, 1, 2, 3);
      assertThat(new Behaviors(terrain.problem(), terrain.explored().store()).along(trails.to(3)))
          .extracting(behavior -> behavior.last().value("count").toString())
          .isEqualTo("[3]");
    }
  }

  @Test
  void aWalkIsAWayOfItsOwn() throws Unfinished {
    Terrain terrain = Terrain.of(Counters.of(1, 3));
    Order order = new Order.OnWalks(terrain.graph().levels());

    try (Crew crew = Terrain.crew(1)) {
      Trails trails = Trails.of(terrain.graph(), order, Set.of(), crew);

      assertThatThrownBy(() -> trails.to(3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("state of a walk: number=3");
    }
  }

  @Test
  void whatIsNoWayIsNotReplayed() {
    Terrain terrain = Terrain.of(Counters.of(1, 3));
    Behaviors behaviors = new Behaviors(terrain.problem(), terrain.explored().store());

    assertThatThrownBy(() -> behaviors.along(List.of(1, 2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("way that does not begin at the initial state: way=[1, 2]");
    assertThatThrownBy(() -> behaviors.along(List.of(0, 2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no step to the next state: from=[count=[C0: 0]");
  }

  @Test
  void whenStoppedItSaysHowFarItWas() {
    Terrain terrain = Terrain.of(Counters.of(2, 3));
    int last = (int) terrain.explored().store().size() - 1;

    try (Crew crew = new Crew(1, () -> Optional.of("interrupted"))) {
      assertThatThrownBy(
              () -> Trails.of(terrain.graph(), terrain.explored().order(), List.of(last), crew))
          .isInstanceOf(Unfinished.class)
          .hasMessage("interrupted; covered: the end of a way, back to distance=6");
    }
  }
}
