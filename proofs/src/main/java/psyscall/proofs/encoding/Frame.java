package psyscall.proofs.encoding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import psyscall.spec.rule.Rule;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// What a term is about: the state, the names in sight, who takes the step, and which step.
///
/// @param state the image of each variable
/// @param names what the bound variables stand for
/// @param self whose step; empty for terms that belong to no process, or to a single one
/// @param taken the step that a step property speaks of
public record Frame(
    Function<Var, Image> state,
    Map<Bound, Image> names,
    Optional<Self> self,
    Optional<Taken> taken) {
  /// About no state at all.
  public static final Frame NOTHING =
      of(
          variable -> {
            throw new IllegalArgumentException("term about a state: variable=" + variable.name());
          });

  /// Who takes a step, in a process over individuals.
  ///
  /// @param sort whose individuals the process is over
  /// @param index which of them
  public record Self(Sort.Individual sort, int index) {}

  /// A step.
  ///
  /// @param rule which rule
  /// @param after the state after it
  public record Taken(Rule rule, Function<Var, Image> after) {}

  /// Terms about a state.
  ///
  /// @param state the image of each variable
  /// @return the frame
  public static Frame of(Function<Var, Image> state) {
    return new Frame(state, Map.of(), Optional.empty(), Optional.empty());
  }

  /// The terms of a process.
  ///
  /// @param who whose step; empty for a single process
  /// @return the frame
  public Frame by(Optional<Self> who) {
    return new Frame(state, names, who, taken);
  }

  /// The terms of a property about a step from this state.
  ///
  /// @param rule which rule
  /// @param after the state after it
  /// @return the frame
  public Frame taking(Rule rule, Function<Var, Image> after) {
    return new Frame(state, names, self, Optional.of(new Taken(rule, after)));
  }

  /// The frame inside a binder.
  ///
  /// @param bound what it binds
  /// @param image what that stands for
  /// @return the frame
  public Frame with(Bound bound, Image image) {
    Map<Bound, Image> more = new HashMap<>(names);
    more.put(bound, image);
    return new Frame(state, more, self, taken);
  }

  /// The same terms in the state after the step.
  Frame next() {
    Taken step =
        taken.orElseThrow(() -> new IllegalArgumentException("term outside a step property"));
    return new Frame(step.after(), names, self, Optional.empty());
  }
}
