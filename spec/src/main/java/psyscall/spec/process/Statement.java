package psyscall.spec.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// What a step does, in order; the abstract syntax of procedures before and after inlining.
///
/// After inlining no [Call], [Return] and [Become] is left and every [Goto] names a label of its
/// process in full.
public sealed interface Statement {

  /// Stores a value.
  ///
  /// @param place a variable, an entry of an array or a field of a record, nested as deep as needed
  /// @param value what is stored
  record Assign(Term place, Term value) implements Statement {}

  /// Branches on a condition.
  record If(Term condition, Block then, Block otherwise) implements Statement {}

  /// Branches on whether an optional is an id, which `bound` stands for in `some`.
  record IfSome(Term optional, Bound bound, Block some, Block none) implements Statement {}

  /// Names a value as it is now; `bound` stands for it in the rest of the block.
  record Let(Bound bound, Term value) implements Statement {}

  /// The id of an optional, which `bound` stands for in the rest of the block; nil ends the run.
  record Require(Bound bound, Term optional, Ending ifNil) implements Statement {}

  /// Chooses between named alternatives.
  record Either(Choice choice, List<Alternative> alternatives) implements Statement {
    /// Copies the alternatives.
    public Either {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// One of the alternatives of an [Either].
  ///
  /// @param name its name, a value of the choice's enumeration
  /// @param body what happens then
  record Alternative(String name, Block body) {}

  /// Chooses a value, which `bound` stands for in `some`; `none` if there is no candidate, which
  /// can be the case of [Domain.ElementOf] only.
  record Pick(Choice choice, Bound bound, Domain domain, Block some, Block none)
      implements Statement {}

  /// The step is possible only if the condition holds here.
  record Await(Term condition) implements Statement {}

  /// One assignment for all individuals at once that fulfil a condition; the values are those
  /// before.
  record Bulk(Bound bound, Term where, Term place, Term value) implements Statement {}

  /// What must hold here; otherwise the run ends in that throw.
  record Assert(Term condition, Ending otherwise) implements Statement {}

  /// Ends the run.
  record Halt(Ending ending) implements Statement {}

  /// Ends the step; the next one of this process begins at the label.
  record Goto(String label) implements Statement {}

  /// Ends the step; the process goes on at the first label of another of its root procedures.
  record Become(String procedure) implements Statement {}

  /// Calls a procedure by inlining it.
  ///
  /// @param procedure the procedure's name
  /// @param arguments one for each parameter
  /// @param continuations what happens in the returning step, per exit, in the order of the text
  /// @param leaves whether control comes back only through `continuations` (the callee has labels
  ///   or explicit returns), not at the next statement
  record Call(
      String procedure, List<Term> arguments, Map<String, Block> continuations, boolean leaves)
      implements Statement {
    /// Copies the lists.
    public Call {
      arguments = List.copyOf(arguments);
      // Map.copyOf would give them an order that differs from run to run.
      continuations = Collections.unmodifiableMap(new LinkedHashMap<>(continuations));
    }
  }

  /// Leaves the procedure by one of its exits.
  record Return(String exit) implements Statement {}

  /// An observable event.
  record Emit(Event event, List<Term> arguments) implements Statement {
    /// Copies the arguments and checks them against the event's parameters.
    public Emit {
      arguments = List.copyOf(arguments);
      event.check(arguments);
    }
  }

  /// What the step does, in one clause; the last one on the path counts.
  record Say(String clause) implements Statement {}

  /// Statements under a lock: possible only while the lock is free, and then all at once.
  record Section(String lock, Term free, Block body) implements Statement {}

  /// The sort of an [Either]'s choice.
  ///
  /// @param name the choice's name
  /// @param alternatives their names
  /// @return an enumeration of them
  static Sort.Enumeration alternatives(String name, List<String> alternatives) {
    return new Sort.Enumeration(name, alternatives);
  }
}
