package psyscall.checker.problem;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.compile.NextState;
import psyscall.model.compile.Origin;
import psyscall.model.interpret.Interpreter;
import psyscall.model.layout.Layout;
import psyscall.spec.rule.Rule;

/// The steps of packed states by the interpreter: what the compiler must agree with, for tests of a
/// search that are not to depend on the compiler.
///
/// @param interpreter what steps and terms mean
/// @param layout how states are packed
/// @param conditions what is evaluated
/// @param origins each actor with each rule
public record InterpretedCode(
    Interpreter interpreter, Layout layout, Conditions conditions, List<Origin> origins)
    implements Code {
  private static final int SUCCESSORS_MAX = 256;

  /// Replaces the code of a problem.
  ///
  /// @param problem any
  /// @return the same problem, interpreted
  public static Problem in(Problem problem) {
    List<Origin> origins = new ArrayList<>();
    for (Actor actor : problem.interpreter().actors()) {
      for (Rule rule : problem.interpreter().specification().rules()) {
        if (rule.process().equals(actor.process())) {
          origins.add(new Origin(rule, actor));
        }
      }
    }
    Code code =
        new InterpretedCode(
            problem.interpreter(), problem.layout(), problem.conditions(), List.copyOf(origins));
    return new Problem(
        problem.interpreter(),
        problem.layout(),
        code,
        problem.reduction(),
        problem.properties(),
        problem.conditions(),
        problem.statesPerWorker());
  }

  @Override
  public NextState nextState() {
    return new Interpreted(this);
  }

  @Override
  public int maxSuccessors() {
    return SUCCESSORS_MAX;
  }

  /// One method for each condition: the step is found again by the states before and after.
  @Override
  public int stepMethod(int stepCondition, int tag) {
    return stepCondition * origins.size() + tag;
  }

  private int tag(Transition transition) {
    for (int tag = 0; tag < origins.size(); tag++) {
      Origin origin = origins.get(tag);
      if (origin.rule().equals(transition.step().rule())
          && origin.actor().equals(transition.step().actor())) {
        return tag;
      }
    }
    throw new IllegalStateException("step from nowhere: step=" + transition.step());
  }

  private static final class Interpreted extends NextState {
    private final InterpretedCode code;

    Interpreted(InterpretedCode code) {
      super(0);
      this.code = code;
    }

    @Override
    public int successors(long[] states, int at, long[] targets, int[] tags) {
      List<Transition> transitions = code.interpreter.successors(code.layout.unpack(states, at));
      for (int i = 0; i < transitions.size(); i++) {
        code.layout.pack(transitions.get(i).target(), targets, i * code.layout.words());
        tags[i] = code.tag(transitions.get(i));
      }
      return transitions.size();
    }

    @Override
    public boolean holds(int condition, long[] states, int at) {
      return code.interpreter.holds(
          code.conditions.ofStates().get(condition), code.layout.unpack(states, at));
    }

    @Override
    public boolean holdsOf(int method, long[] before, int beforeAt, long[] after, int afterAt) {
      int tag = method % code.origins.size();
      State from = code.layout.unpack(before, beforeAt);
      State to = code.layout.unpack(after, afterAt);
      return code.interpreter.successors(from).stream()
          .filter(step -> code.tag(step) == tag && step.target().equals(to))
          .allMatch(
              step ->
                  code.interpreter.holdsOf(
                      code.conditions.ofSteps().get(method / code.origins.size()),
                      from,
                      step.step(),
                      to));
    }
  }
}
