package psyscall.checker.plain.graph;

import java.util.List;
import java.util.stream.IntStream;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Var;

/// Tells the kind of an edge, and whether a run ended.
public final class Classification {
  /// The first value of the variable `ending`.
  private static final int RUNNING = 0;

  private final int[] newsworthy;
  private final int ending;

  /// Reads the roles of a specification's variables.
  ///
  /// @param specification what is explored; it has the variable `ending`
  public Classification(Specification specification) {
    List<Var> variables = specification.variables();
    newsworthy =
        IntStream.range(0, variables.size()).filter(at -> !variables.get(at).polled()).toArray();
    ending = variables.indexOf(specification.variable(Specification.ENDING));
  }

  /// The kind of an edge.
  ///
  /// @param before the state the step was taken in
  /// @param transition the step and the state after
  /// @return the kind
  public EdgeKind kind(State before, Transition transition) {
    return switch (transition.step().rule().kind()) {
      case PROTOCOL -> EdgeKind.PROTOCOL;
      case ENVIRONMENT -> EdgeKind.ENVIRONMENT;
      case POLLING -> isNews(before, transition.target()) ? EdgeKind.NEWS : EdgeKind.POLLING;
    };
  }

  /// Whether a run is over in a state.
  ///
  /// @param state any
  /// @return whether its `ending` is not `running`
  public boolean hasEnded(State state) {
    return state.value(ending).scalar() != RUNNING;
  }

  private boolean isNews(State before, State after) {
    for (int variable : newsworthy) {
      if (!before.value(variable).equals(after.value(variable))) {
        return true;
      }
    }
    return false;
  }
}
