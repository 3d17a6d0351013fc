package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Answer;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Transition;
import psyscall.spec.analysis.Footprint;
import psyscall.spec.analysis.Place;
import psyscall.spec.rule.Rule;
import psyscall.spec.term.Var;

/// What a rule is said to touch against what its steps touch: on every transition of every toy.
/// What is said to decide whether it is possible against what an attempt reads that is not.
class FootprintAgreementTest {

  @ParameterizedTest
  @MethodSource({
    "psyscall.model.interpret.ToyWorld#all",
    "psyscall.model.interpret.ToyWorld#runtime"
  })
  void stepsTouchNothingElse(ToyWorld toy) {
    Interpreter interpreter = toy.interpreter();
    StepSemantics semantics = new StepSemantics(toy.specification());
    Map<Rule, Footprint> footprints = new HashMap<>();
    for (Rule rule : toy.specification().rules()) {
      footprints.put(rule, Footprint.of(rule, toy.specification()));
    }

    for (State state : ToyWorld.reachable(interpreter)) {
      for (Transition transition : interpreter.successors(state)) {
        Step step = transition.step();
        Footprint footprint = Objects.requireNonNull(footprints.get(step.rule()));
        Outcome.Taken taken = again(transition, state, semantics, toy);

        assertThat(outside(taken.reads(), footprint.reads(), step.actor().self()))
            .as("reads of %s outside %s", step.rule().label(), footprint.reads())
            .isEmpty();
        Set<Access> writes = new LinkedHashSet<>(taken.writes());
        writes.removeIf(access -> step.ending().isPresent() && isLocal(access));
        assertThat(outside(writes, footprint.writes(), step.actor().self()))
            .as("writes of %s outside %s", step.rule().label(), footprint.writes())
            .isEmpty();
        assertThat(step.answers()).extracting(Answer::choice).isSubsetOf(footprint.choices());
      }
    }
  }

  @ParameterizedTest
  @MethodSource({
    "psyscall.model.interpret.ToyWorld#all",
    "psyscall.model.interpret.ToyWorld#runtime"
  })
  void whoWaitsHasReadNothingElse(ToyWorld toy) {
    Interpreter interpreter = toy.interpreter();
    StepSemantics semantics = new StepSemantics(toy.specification());
    Map<Rule, Set<Place>> enabling = new HashMap<>();
    for (Rule rule : toy.specification().rules()) {
      enabling.put(rule, Footprint.enabling(rule, toy.specification()));
    }

    for (State state : ToyWorld.reachable(interpreter)) {
      for (Actor actor : interpreter.actors()) {
        for (Rule rule : semantics.rules(actor, new FixedStore(state, toy.world()))) {
          Outcome outcome =
              semantics.execute(
                  rule,
                  actor,
                  new FixedStore(state, toy.world()),
                  (_, candidates) -> Optional.of(candidates.at(0)));
          if (outcome instanceof Outcome.Blocked(Set<Access> reads)) {
            assertThat(outside(reads, Objects.requireNonNull(enabling.get(rule)), actor.self()))
                .as("reads of %s outside %s", rule.label(), enabling.get(rule))
                .isEmpty();
          }
        }
      }
    }
  }

  private static Outcome.Taken again(
      Transition transition, State state, StepSemantics semantics, ToyWorld toy) {
    Step step = transition.step();
    FixedStore store = new FixedStore(state, toy.world());
    Iterator<Answer> answers = step.answers().iterator();
    Outcome outcome =
        semantics.execute(
            step.rule(), step.actor(), store, (_, _) -> Optional.of(answers.next().value()));

    assertThat(outcome).isInstanceOf(Outcome.Taken.class);
    assertThat(store.state()).isEqualTo(transition.target());
    return (Outcome.Taken) outcome;
  }

  /// Whether it is one of the locals that a step resets which ends the run; see [EndedRunTest].
  private static boolean isLocal(Access access) {
    return switch (access) {
      case Access.Whole(Var variable) -> isLocal(variable);
      case Access.Entry(Var variable, _) -> isLocal(variable);
      case Access.Universe _ -> false;
    };
  }

  private static boolean isLocal(Var variable) {
    return variable.role() == Var.Role.LOCAL || variable.role() == Var.Role.POLLED_LOCAL;
  }

  private static List<Access> outside(Set<Access> touched, Set<Place> places, long self) {
    return touched.stream()
        .filter(access -> places.stream().noneMatch(place -> covers(place, access, self)))
        .toList();
  }

  private static boolean covers(Place place, Access access, long self) {
    return switch (access) {
      case Access.Whole(Var variable) ->
          place.variable().equals(variable) && place.at() == Place.At.WHOLE;
      case Access.Entry(Var variable, long id) ->
          place.variable().equals(variable) && (place.at() != Place.At.SELF || id == self);
      case Access.Universe _ -> true;
    };
  }
}
