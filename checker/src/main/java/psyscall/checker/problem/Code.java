package psyscall.checker.problem;

import java.util.List;
import psyscall.model.compile.CompiledSpecification;
import psyscall.model.compile.NextState;
import psyscall.model.compile.Origin;

/// The next-state function of a specification, with what can be said of it beforehand.
public interface Code {
  /// What [#stepMethod] says of a condition that needs no look at the step.
  int ALWAYS = -1;

  /// A next-state function for one thread.
  ///
  /// @return a fresh one
  NextState nextState();

  /// Where steps come from, by tag.
  ///
  /// @return an immutable list
  List<Origin> origins();

  /// How many steps one state can have at most.
  ///
  /// @return the number of targets that [NextState#successors] may write
  int maxSuccessors();

  /// How a step condition is evaluated of the steps with a tag.
  ///
  /// @param stepCondition its position in [Conditions#ofSteps]
  /// @param tag a position in [#origins]
  /// @return [#ALWAYS], or what [NextState#holdsOf] wants
  int stepMethod(int stepCondition, int tag);

  /// The code of a compiled specification.
  ///
  /// @param compiled the specification
  /// @return a view of it
  static Code of(CompiledSpecification compiled) {
    return new Compiled(compiled);
  }

  /// A view of a compiled specification.
  ///
  /// @param compiled the specification
  record Compiled(CompiledSpecification compiled) implements Code {
    @Override
    public NextState nextState() {
      return compiled.nextState();
    }

    @Override
    public List<Origin> origins() {
      return compiled.origins();
    }

    @Override
    public int maxSuccessors() {
      return compiled.maxSuccessors();
    }

    @Override
    public int stepMethod(int stepCondition, int tag) {
      return compiled.stepMethod(stepCondition, tag);
    }
  }
}
