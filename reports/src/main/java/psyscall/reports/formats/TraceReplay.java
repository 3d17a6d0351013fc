package psyscall.reports.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.Value;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;
import psyscall.spec.verdict.Verdict;

/// Runs a recorded trace again in the interpreter and compares every step and every state.
///
/// The model goes on from its own states only, so a trace can never lead it where it does not go by
/// itself. Positions are those of the trace: 0 is the initial state, k the k-th step with the state
/// after it. Whether the last state violates a property is another question; a trace that conforms
/// is a behaviour, of which a judge can ask it.
public final class TraceReplay {
  private static final int ALLOWED_MAX = 8;

  private final Interpreter interpreter;

  /// What a replay finds.
  public sealed interface Outcome {}

  /// Each step can be taken, and leads to the state that the trace tells.
  ///
  /// @param behavior the trace as a behaviour of the model; its length is the number of steps
  public record Conforms(Behavior behavior) implements Outcome {}

  /// The trace is not a behaviour of the model.
  ///
  /// @param accepted the steps before the one that is refused
  /// @param verdict the position that is refused, why, and what is possible there
  public record Refused(Behavior accepted, Verdict.NotConforming<Behavior> verdict)
      implements Outcome {}

  /// Prepares to replay traces of a specification.
  ///
  /// @param interpreter the specification in its world
  public TraceReplay(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /// Replays a trace.
  ///
  /// @param trace states and steps of the interpreter's specification and world
  /// @return whether it conforms
  public Outcome replay(RecordedTrace trace) {
    Behavior behavior = new Behavior(interpreter.initial(), List.of());
    Optional<String> start = difference(trace.initial(), behavior.initial());
    if (start.isPresent()) {
      return refused(behavior, 0, start.get(), "the initial state of the specification");
    }
    List<Transition> taken = new ArrayList<>();
    State state = behavior.initial();
    for (RecordedTrace.Entry entry : trace.steps()) {
      int position = taken.size() + 1;
      List<Transition> possible = interpreter.successors(state);
      Optional<Mismatch> mismatch = mismatch(entry, position, possible);
      if (mismatch.isPresent()) {
        Behavior accepted = new Behavior(behavior.initial(), taken);
        return refused(accepted, position, mismatch.get().why(), mismatch.get().allowed());
      }
      Transition next =
          possible.stream().filter(t -> isStep(t, entry.step())).findFirst().orElseThrow();
      taken.add(next);
      state = next.target();
    }
    behavior = new Behavior(behavior.initial(), taken);
    if (trace.length() != taken.size()) {
      String why = "the trace ends here: claimed=" + trace.length() + " steps";
      return refused(behavior, taken.size() + 1, why, allowed(interpreter.successors(state)));
    }
    return new Conforms(behavior);
  }

  private static Refused refused(Behavior accepted, int position, String why, String allowed) {
    return new Refused(accepted, new Verdict.NotConforming<>(position, why, allowed));
  }

  private record Mismatch(String why, String allowed) {}

  private static boolean isStep(Transition transition, RecordedStep step) {
    return RecordedStep.of(transition.step()).equals(step);
  }

  private Optional<Mismatch> mismatch(
      RecordedTrace.Entry entry, int position, List<Transition> possible) {
    if (entry.number() != position) {
      String why = "the step has another number: recorded=" + entry.number();
      return Optional.of(new Mismatch(why, "number " + position));
    }
    RecordedStep step = entry.step();
    List<Transition> same = possible.stream().filter(t -> isStep(t, step)).toList();
    if (same.isEmpty()) {
      return Optional.of(refusedStep(step, possible));
    }
    return difference(entry.target(), same.getFirst().target())
        .map(why -> new Mismatch(why, "the state that " + step + " leads to"));
  }

  /// Why a step is not among those that are possible, by its nearest relatives there.
  private static Mismatch refusedStep(RecordedStep step, List<Transition> possible) {
    List<RecordedStep> steps = possible.stream().map(t -> RecordedStep.of(t.step())).toList();
    List<RecordedStep> relatives =
        steps.stream()
            .filter(s -> s.actor().equals(step.actor()) && s.label().equals(step.label()))
            .filter(s -> s.arm().equals(step.arm()))
            .toList();
    if (relatives.isEmpty()) {
      return new Mismatch(step + " is not possible", allowed(possible));
    }
    Optional<RecordedStep> twin =
        relatives.stream().filter(s -> s.answers().equals(step.answers())).findFirst();
    return twin.map(model -> otherWords(step, model))
        .orElseGet(() -> new Mismatch("no such answer to a choice: " + step, list(relatives)));
  }

  private static Mismatch otherWords(RecordedStep step, RecordedStep model) {
    if (!step.clause().equals(model.clause())) {
      return new Mismatch("the clause of " + model + " is another", model.clause());
    }
    if (!step.citation().equals(model.citation())) {
      return new Mismatch("the citation of " + model + " is another", model.citation());
    }
    return new Mismatch("the procedure of " + model + " is another", model.procedure());
  }

  private static String allowed(List<Transition> possible) {
    return list(possible.stream().map(t -> RecordedStep.of(t.step())).toList());
  }

  private static String list(List<RecordedStep> steps) {
    if (steps.isEmpty()) {
      return "no step";
    }
    List<String> names =
        new ArrayList<>(steps.stream().limit(ALLOWED_MAX).map(RecordedStep::toString).toList());
    if (steps.size() > ALLOWED_MAX) {
      names.add("and " + (steps.size() - ALLOWED_MAX) + " more");
    }
    return String.join(", ", names);
  }

  /// The first variable that differs, with both values.
  private Optional<String> difference(State recorded, State model) {
    for (Var variable : interpreter.schema().variables()) {
      Value given = recorded.value(variable);
      Value wanted = model.value(variable);
      if (!given.equals(wanted)) {
        return Optional.of(difference(variable.name(), variable.sort(), given, wanted));
      }
    }
    return Optional.empty();
  }

  private static String difference(String place, Sort sort, Value given, Value wanted) {
    if (sort instanceof Sort.ArrayOf(Sort.Individual index, Sort element)
        && given instanceof Array left
        && wanted instanceof Array right) {
      for (int at = 0; at < right.size(); at++) {
        if (!left.at(at).equals(right.at(at))) {
          String entry = place + " of " + index.name() + at;
          return difference(entry, element, left.at(at), right.at(at));
        }
      }
    }
    return "another state: variable="
        + place
        + ", recorded="
        + given.format(sort)
        + ", model="
        + wanted.format(sort);
  }
}
