package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Answer;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Replay.Claim;
import psyscall.model.interpret.Replay.Result;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.rule.Specification;

/// Recorded runs of a process per P that takes ids out of a shared set, one by one.
class ReplayTest {
  private static final Ids<Object> P = Ids.of("P");

  private final Sketch sketch = new Sketch();
  private final IdSet<Object> rest = sketch.field("rest", P.set());
  private final Int taken = sketch.field("taken", Int.range(0, 9));
  private final Interpreter interpreter = new Interpreter(specification(), World.of(P.sort(), 3));
  private final Replay replay = new Replay(interpreter);

  private Specification specification() {
    sketch.initially(
        new Sketch.Text("initial") {
          @Override
          protected void body() {
            set(rest, P.all());
          }
        });
    return sketch.each(
        P.sort(),
        new Sketch.Text("take") {
          @Override
          protected void body() {
            label("look", "");
            await(rest.isEmpty().not());
            goTo("take");
            label("take", "");
            await(rest.isEmpty().not());
            pick("which", rest, p -> remove(rest, p), () -> {});
            set(taken, taken.plus(1));
            goTo("look");
          }
        });
  }

  /// P0 looks, P1 looks, P1 takes P2, P0 takes P0.
  private Behavior recorded() {
    Behavior behavior = new Behavior(interpreter.initial(), List.of());
    for (int step : List.of(0, 3, 5, 0)) {
      behavior = behavior.then(interpreter.successors(behavior.last()).get(step));
    }
    return behavior;
  }

  private static List<Claim> steps(Behavior behavior) {
    List<Claim> claims = new ArrayList<>();
    behavior.transitions().forEach(transition -> claims.add(Claim.Taken.of(transition)));
    return claims;
  }

  private static List<Claim> states(Behavior behavior) {
    List<Claim> claims = new ArrayList<>();
    behavior.transitions().forEach(t -> claims.add(new Claim.Reached(t.target())));
    return claims;
  }

  private void assertImpossible(List<Claim> claims, int position, String why, int allowed) {
    Result result = replay.run(interpreter.initial(), claims);

    assertThat(result).isInstanceOf(Result.Impossible.class);
    Result.Impossible impossible = (Result.Impossible) result;
    assertThat(impossible.position()).isEqualTo(position);
    assertThat(impossible.why()).isEqualTo(why);
    assertThat(impossible.before().length()).isEqualTo(Math.max(0, position - 1));
    assertThat(impossible.allowed())
        .hasSize(allowed)
        .isEqualTo(interpreter.successors(impossible.before().last()));
  }

  @Test
  void recordedRunIsPossible() {
    Behavior behavior = recorded();

    assertThat(behavior.transitions())
        .extracting(transition -> transition.step().toString())
        .containsExactly(
            "P0 take.look", "P1 take.look", "P1 take.take [which=P2]", "P0 take.take [which=P0]");
    assertThat(replay.run(behavior.initial(), steps(behavior)))
        .isEqualTo(new Result.Possible(behavior));
    assertThat(replay.run(behavior.initial(), states(behavior)))
        .isEqualTo(new Result.Possible(behavior));
  }

  @Test
  void stepsMayLeaveOutTheStates() {
    Behavior behavior = recorded();
    List<Claim> claims = new ArrayList<>();
    for (Transition transition : behavior.transitions()) {
      Claim.Taken whole = Claim.Taken.of(transition);
      claims.add(new Claim.Taken(whole.actor(), whole.rule(), whole.answers(), Optional.empty()));
    }

    assertThat(replay.run(behavior.initial(), claims)).isEqualTo(new Result.Possible(behavior));
  }

  @Test
  void cutOutStateIsRefused() {
    List<Claim> claims = states(recorded());
    claims.remove(1);

    assertImpossible(claims, 2, "no step leads to the recorded state", 5);
  }

  @Test
  void cutOutStepIsRefused() {
    List<Claim> claims = steps(recorded());
    claims.remove(1);

    assertImpossible(claims, 2, "step that is not possible: actor=P1, rule=take.take", 5);
  }

  @Test
  void alteredAnswerIsRefused() {
    Behavior behavior = recorded();
    List<Claim> claims = steps(behavior);
    Claim.Taken last = (Claim.Taken) claims.get(3);
    Answer answer = new Answer(last.answers().getFirst().choice(), Scalar.of(2));
    claims.set(3, new Claim.Taken(last.actor(), last.rule(), List.of(answer), last.target()));

    assertImpossible(
        claims, 4, "answers that are not possible: actor=P0, rule=take.take, [which=P2]", 4);
  }

  @Test
  void alteredActorIsRefused() {
    Behavior behavior = recorded();
    List<Claim> claims = steps(behavior);
    Claim.Taken first = (Claim.Taken) claims.getFirst();
    claims.set(
        0, new Claim.Taken(new Actor("P", 2), first.rule(), first.answers(), first.target()));

    assertImpossible(
        claims,
        1,
        "step that leads to another state: actor=P2, rule=take.look, variable=pc.P,"
            + " recorded=[P0: take.take, P1: take.look, P2: take.look],"
            + " possible=[P0: take.look, P1: take.look, P2: take.take]",
        3);
  }

  @Test
  void otherInitialStateIsRefused() {
    State other = interpreter.initial().with(1, Scalar.of(3));

    Result result = replay.run(other, List.of());

    assertThat(result).isInstanceOf(Result.Impossible.class);
    assertThat(((Result.Impossible) result).position()).isZero();
    assertThat(((Result.Impossible) result).why())
        .isEqualTo("not the initial state: variable=taken, recorded=3, possible=0");
  }
}
