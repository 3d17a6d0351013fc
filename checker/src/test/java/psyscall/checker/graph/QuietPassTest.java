package psyscall.checker.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import psyscall.checker.store.MemoryBudget;
import psyscall.checker.toy.Poller;
import psyscall.checker.toy.Toy;
import psyscall.checker.toy.Wiring;
import psyscall.checker.toy.Wiring.Arrow;
import psyscall.checker.toy.Wiring.Effect;
import psyscall.spec.expr.Bool;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property;

final class QuietPassTest {

  private static Toy poller(int nodes, Arrow... arrows) {
    return new Wiring(nodes, Arrays.asList(arrows)).poller();
  }

  private static Arrow polling(int from, int to) {
    return new Arrow(from, to, StepKind.POLLING, Effect.NOTHING);
  }

  private static Arrow of(StepKind kind, int from, int to) {
    return new Arrow(from, to, kind, Effect.NOTHING);
  }

  private static QuietPass pass(Terrain terrain) {
    return pass(terrain, 2);
  }

  private static QuietPass pass(Terrain terrain, int workers) {
    try (Crew crew = Terrain.crew(workers)) {
      return QuietPass.of(terrain.graph(), terrain.explored().candidates(), crew, terrain.budget());
    } catch (Unfinished e) {
      throw new IllegalStateException(e);
    }
  }

  private static long quiet(Toy toy) {
    try (QuietPass pass = pass(Terrain.of(toy))) {
      return pass.count();
    }
  }

  @Test
  void aPollingLoopIsQuiet() {
    assertThat(quiet(poller(2, polling(0, 1), polling(1, 0)))).isEqualTo(2);
  }

  @Test
  void aPollerOnTheWayToNewsIsNotQuiet() {
    Arrow news = new Arrow(2, 3, StepKind.POLLING, Effect.NEWS);

    assertThat(quiet(poller(4, polling(0, 1), polling(1, 2), news))).isEqualTo(1);
  }

  @Test
  void aPollerOnTheWayToAProtocolStepIsNotQuiet() {
    assertThat(quiet(poller(3, polling(0, 1), of(StepKind.PROTOCOL, 1, 2)))).isEqualTo(1);
  }

  @Test
  void whatComesAfterTheEnvironmentMovesDoesNotCount() {
    Toy toy = poller(2, of(StepKind.ENVIRONMENT, 0, 1), of(StepKind.PROTOCOL, 1, 0));

    assertThat(quiet(toy)).isEqualTo(1);
  }

  @Test
  void anEndedRunIsNotQuiet() {
    Arrow end = new Arrow(0, 0, StepKind.ENVIRONMENT, Effect.END);

    assertThat(quiet(poller(1, end))).isEqualTo(1);
  }

  /// The loop 1, 2 is met before the way back from it is known to lead on.
  @Test
  void aChainAgainstTheOrderOfTheLevelsTakesMoreRounds() {
    Toy toy =
        poller(
            4,
            of(StepKind.ENVIRONMENT, 0, 1),
            of(StepKind.ENVIRONMENT, 0, 3),
            of(StepKind.ENVIRONMENT, 1, 2),
            polling(2, 1),
            polling(1, 3),
            of(StepKind.PROTOCOL, 3, 0));
    Terrain terrain = Terrain.of(toy);

    // Two workers may look at both levels at a time, and need a round less then.
    try (QuietPass pass = pass(terrain, 1)) {
      assertThat(pass.count()).isEqualTo(1);
      assertThat(pass.rounds()).isEqualTo(3);
    }
  }

  @Test
  void theFailingStateIsOfTheFirstLevelThatHasOne() throws Unfinished {
    Property deadlockFree = new Property.DeadlockFree(Toy.about("free"), Bool.FALSE.term());
    Property never = new Property.Quiet(Toy.about("never"), Bool.FALSE.term());
    Property ever = new Property.Quiet(Toy.about("ever"), Bool.TRUE.term());
    Toy toy =
        poller(
            4,
            of(StepKind.PROTOCOL, 0, 1),
            of(StepKind.ENVIRONMENT, 1, 2),
            of(StepKind.PROTOCOL, 2, 3));
    Terrain terrain = Terrain.of(toy, deadlockFree, never, ever);

    try (QuietPass pass = pass(terrain);
        Crew crew = Terrain.crew(3)) {
      List<OptionalInt> failing =
          pass.failing(
              List.of(
                  new QuietPass.Question.GoesOn(0),
                  new QuietPass.Question.Holds(1),
                  new QuietPass.Question.Holds(2)),
              crew);

      assertThat(failing)
          .containsExactly(OptionalInt.of(3), OptionalInt.of(1), OptionalInt.empty());
    }
  }

  @Test
  void itsMemoryIsGivenBack() {
    Terrain terrain = Terrain.of(Poller.blind().toy());
    long before = terrain.budget().usedBytes();

    QuietPass pass = pass(terrain);

    assertThat(terrain.budget().usedBytes()).isEqualTo(before + 2056);
    pass.close();
    assertThat(terrain.budget().usedBytes()).isEqualTo(before);
  }

  @Test
  void withoutMemoryItSaysSo() {
    Terrain terrain = Terrain.of(Poller.blind().toy());
    MemoryBudget none = new MemoryBudget(2000);

    try (Crew crew = Terrain.crew(1)) {
      assertThatThrownBy(
              () -> QuietPass.of(terrain.graph(), terrain.explored().candidates(), crew, none))
          .isInstanceOf(Unfinished.class)
          .hasMessage("memory limit: maxMemoryBytes=2000");
    }
  }

  @Test
  void whenStoppedItSaysHowFarItWas() {
    Terrain terrain = Terrain.of(Poller.blind().toy());

    // A second worker could have visited all before the first one asks.
    try (Crew crew = new Crew(1, () -> Optional.of("interrupted"))) {
      assertThatThrownBy(
              () ->
                  QuietPass.of(
                      terrain.graph(), terrain.explored().candidates(), crew, terrain.budget()))
          .isInstanceOf(Unfinished.class)
          .hasMessage("interrupted; covered: all states, and of the quiet ones rounds=0");
    }
  }
}
