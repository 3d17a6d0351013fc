package psyscall.checker.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.checker.graph.PossiblePass.Answer;
import psyscall.checker.graph.PossiblePass.Question;
import psyscall.checker.store.MemoryBudget;
import psyscall.checker.toy.Kernel;
import psyscall.checker.toy.Thrower;
import psyscall.checker.toy.Toy;
import psyscall.checker.toy.Wiring;
import psyscall.checker.toy.Wiring.Arrow;
import psyscall.checker.toy.Wiring.Effect;
import psyscall.spec.expr.Bool;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property;

final class PossiblePassTest {
  private static final List<Question> FIRST = List.of(new Question(0, 1));

  private static PossiblePass.Result pass(Terrain terrain, int threads, List<Question> questions) {
    try (Crew crew = Terrain.crew(threads)) {
      return PossiblePass.of(terrain.graph(), questions, crew, terrain.budget());
    } catch (Unfinished e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aStopThatTakesTheProcessorAwayCanAlwaysBeReached() {
    Kernel kernel = Kernel.handingOff();
    Terrain terrain = Terrain.of(kernel.toy(), kernel.canStop());

    assertThat(pass(terrain, 1, FIRST).answers())
        .containsExactly(new Answer(10, OptionalInt.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aStopThatWaitsForTheKernelIsLostAtTheSameStateForAnyNumberOfThreads(int threads) {
    Kernel kernel = Kernel.waiting();
    Terrain terrain = Terrain.of(kernel.toy(), kernel.canStop());

    Answer answer = pass(terrain, threads, FIRST).answers().getFirst();

    assertThat(terrain.state(answer.lost().orElseThrow()).toString())
        .contains("asked=true", "held=true", "stopped=false");
  }

  /// The nodes are met in order; the only way to the goal goes back through all levels and forward
  /// again.
  @Test
  void aWayMayGoBackToEarlierLevels() {
    Toy toy =
        wiring(
            step(StepKind.ENVIRONMENT, 0, 1),
            step(StepKind.ENVIRONMENT, 1, 2),
            step(StepKind.ENVIRONMENT, 2, 3),
            step(StepKind.ENVIRONMENT, 3, 4),
            step(StepKind.PROTOCOL, 4, 1),
            step(StepKind.POLLING, 1, 3),
            step(StepKind.PROTOCOL, 3, 0),
            step(StepKind.PROTOCOL, 0, 2));
    Terrain terrain = Terrain.of(toy, can(toy, 4, 2));

    PossiblePass.Result result = pass(terrain, 1, FIRST);

    assertThat(result.answers()).containsExactly(new Answer(1, OptionalInt.empty()));
    assertThat(result.sweeps()).isEqualTo(7);
  }

  @Test
  void environmentStepsAreNoPartOfTheWay() {
    Toy toy = wiring(step(StepKind.PROTOCOL, 0, 1), step(StepKind.ENVIRONMENT, 1, 2));
    Terrain terrain = Terrain.of(toy, can(toy, 0, 1), can(toy, 0, 2));

    assertThat(pass(terrain, 1, List.of(new Question(0, 1), new Question(2, 3))).answers())
        .containsExactly(new Answer(1, OptionalInt.empty()), new Answer(1, OptionalInt.of(0)));
  }

  @Test
  void questionsTogetherAreAnsweredAsAlone() {
    Kernel kernel = Kernel.waiting();
    Bool moves = kernel.toy().at("calls", "calls.kernel").not();
    Property other = new Property.Possible(Toy.about("other"), Bool.TRUE.term(), moves.term());
    Terrain terrain = Terrain.of(kernel.toy(), kernel.canStop(), other, kernel.canStop());
    Question one = new Question(0, 1);
    Question two = new Question(2, 3);

    List<Answer> together = pass(terrain, 2, List.of(two, one, one)).answers();

    assertThat(together)
        .containsExactly(
            pass(terrain, 1, List.of(two)).answers().getFirst(),
            pass(terrain, 1, List.of(one)).answers().getFirst(),
            pass(terrain, 1, List.of(one)).answers().getFirst());
    assertThat(together.getFirst()).isNotEqualTo(together.getLast());
  }

  @Test
  void anEndedStateCanBeReachedButNotStartedFrom() {
    Toy toy = Thrower.of(3).toy();
    Property theEnd =
        new Property.Possible(Toy.about("the-end"), Bool.TRUE.term(), toy.ended("enough").term());

    assertThat(pass(Terrain.of(toy, theEnd), 1, FIRST).answers())
        .containsExactly(new Answer(4, OptionalInt.empty()));
  }

  @Test
  void withoutAStateToStartFromNothingIsSwept() {
    Kernel kernel = Kernel.waiting();
    Property nowhere =
        new Property.Possible(Toy.about("nowhere"), Bool.FALSE.term(), Bool.FALSE.term());

    PossiblePass.Result result = pass(Terrain.of(kernel.toy(), nowhere), 1, FIRST);

    assertThat(result)
        .isEqualTo(new PossiblePass.Result(List.of(new Answer(0, OptionalInt.empty())), 0));
  }

  @Test
  void memoryIsAskedForAndGivenBack() {
    Kernel kernel = Kernel.waiting();
    Terrain terrain = Terrain.of(kernel.toy(), kernel.canStop());
    long before = terrain.budget().usedBytes();

    assertThat(pass(terrain, 2, FIRST).sweeps()).isPositive();

    assertThat(terrain.budget().usedBytes()).isEqualTo(before);
    try (Crew crew = Terrain.crew(1)) {
      MemoryBudget forOneSet = new MemoryBudget(3000);
      assertThatThrownBy(() -> PossiblePass.of(terrain.graph(), FIRST, crew, forOneSet))
          .isInstanceOf(Unfinished.class)
          .hasMessageStartingWith("memory limit: maxMemoryBytes=3000; covered: all states");
      assertThat(forOneSet.usedBytes()).isZero();
    }
  }

  @Test
  void whenStoppedItSaysHowFarItWas() {
    Kernel kernel = Kernel.waiting();
    Terrain terrain = Terrain.of(kernel.toy(), kernel.canStop());

    try (Crew crew = new Crew(1, () -> Optional.of("interrupted"))) {
      assertThatThrownBy(() -> PossiblePass.of(terrain.graph(), FIRST, crew, terrain.budget()))
          .isInstanceOf(Unfinished.class)
          .hasMessage(
              "interrupted; covered: all states, and of the ways back to the goals sweeps=0");
    }
  }

  private static Property can(Toy toy, int from, int reached) {
    return new Property.Possible(
        Toy.about("can"),
        toy.at("walk", "walk.n" + from).term(),
        toy.at("walk", "walk.n" + reached).term());
  }

  private static Toy wiring(Arrow... arrows) {
    return new Wiring(5, List.of(arrows)).process();
  }

  private static Arrow step(StepKind kind, int from, int to) {
    return new Arrow(from, to, kind, Effect.NOTHING);
  }
}
