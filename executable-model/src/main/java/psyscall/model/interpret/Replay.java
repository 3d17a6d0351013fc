package psyscall.model.interpret;

import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Answer;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Transition;
import psyscall.spec.term.Var;

/// Executes a recorded run again and compares.
///
/// A record claims an initial state and, one after the other, steps or just the states that they
/// led to. The first claim that the specification does not allow is named, with what it allows
/// there.
public final class Replay {
  private final Interpreter interpreter;

  /// Prepares replays.
  ///
  /// @param interpreter the specification in its world
  public Replay(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /// What a record says of one step.
  public sealed interface Claim {

    /// A step was taken.
    ///
    /// @param actor by whom
    /// @param rule the rule's name, `procedure.arm`
    /// @param answers all its answers, in order
    /// @param target the state after it; empty if the record does not say
    record Taken(Actor actor, String rule, List<Answer> answers, Optional<State> target)
        implements Claim {
      /// Copies the answers.
      public Taken {
        answers = List.copyOf(answers);
      }

      /// The claim that a step as a whole was taken.
      ///
      /// @param transition the step and the state after it
      /// @return the claim
      public static Taken of(Transition transition) {
        Step step = transition.step();
        return new Taken(
            step.actor(), step.rule().name(), step.answers(), Optional.of(transition.target()));
      }
    }

    /// Some step led to a state.
    ///
    /// @param target the state
    record Reached(State target) implements Claim {}
  }

  /// What came of a replay.
  public sealed interface Result {

    /// Every claim is right.
    ///
    /// @param behavior the run, with everything that the record left out
    record Possible(Behavior behavior) implements Result {}

    /// A claim is wrong.
    ///
    /// @param position the claim's position, from 1; 0 if the initial state is wrong
    /// @param why what is wrong, in one line
    /// @param before the run as far as it is possible
    /// @param allowed the steps that are possible there
    record Impossible(int position, String why, Behavior before, List<Transition> allowed)
        implements Result {
      /// Copies the steps.
      public Impossible {
        allowed = List.copyOf(allowed);
      }
    }
  }

  /// Executes a record.
  ///
  /// @param initial the claimed initial state
  /// @param claims the claimed steps, in order
  /// @return whether all of it is possible, or what is not
  /// @throws ModelError if the specification makes a mistake on the way
  public Result run(State initial, List<? extends Claim> claims) {
    Behavior behavior = new Behavior(interpreter.initial(), List.of());
    if (!initial.equals(interpreter.initial())) {
      String why = "not the initial state: " + difference(initial, interpreter.initial());
      return impossible(0, why, behavior);
    }
    for (Claim claim : claims) {
      Candidate candidate = match(claim, interpreter.successors(behavior.last()));
      if (candidate.transition().isEmpty()) {
        return impossible(behavior.length() + 1, candidate.why(), behavior);
      }
      behavior = behavior.then(candidate.transition().get());
    }
    return new Result.Possible(behavior);
  }

  private Result impossible(int position, String why, Behavior before) {
    return new Result.Impossible(position, why, before, interpreter.successors(before.last()));
  }

  /// The step that a claim means, or why there is none.
  private record Candidate(Optional<Transition> transition, String why) {
    static Candidate of(Transition transition) {
      return new Candidate(Optional.of(transition), "");
    }

    static Candidate none(String why) {
      return new Candidate(Optional.empty(), why);
    }
  }

  private static Candidate match(Claim claim, List<Transition> possible) {
    return switch (claim) {
      case Claim.Taken taken -> match(taken, possible);
      case Claim.Reached reached ->
          possible.stream()
              .filter(transition -> transition.target().equals(reached.target()))
              .findFirst()
              .map(Candidate::of)
              .orElseGet(() -> Candidate.none("no step leads to the recorded state"));
    };
  }

  private static Candidate match(Claim.Taken claim, List<Transition> possible) {
    String who = "actor=" + claim.actor().name() + ", rule=" + claim.rule();
    List<Transition> same =
        possible.stream()
            .filter(transition -> transition.step().actor().equals(claim.actor()))
            .filter(transition -> transition.step().rule().name().equals(claim.rule()))
            .toList();
    if (same.isEmpty()) {
      return Candidate.none("step that is not possible: " + who);
    }
    Optional<Transition> answered =
        same.stream()
            .filter(transition -> transition.step().answers().equals(claim.answers()))
            .findFirst();
    if (answered.isEmpty()) {
      return Candidate.none("answers that are not possible: " + who + ", " + claim.answers());
    }
    State target = answered.get().target();
    return claim.target().isEmpty() || claim.target().get().equals(target)
        ? Candidate.of(answered.get())
        : Candidate.none(
            "step that leads to another state: "
                + who
                + ", "
                + difference(claim.target().get(), target));
  }

  private static String difference(State recorded, State possible) {
    for (Var variable : possible.schema().variables()) {
      if (!recorded.value(variable).equals(possible.value(variable))) {
        return "variable="
            + variable.name()
            + ", recorded="
            + recorded.format(variable)
            + ", possible="
            + possible.format(variable);
      }
    }
    return "states of two specifications";
  }
}
