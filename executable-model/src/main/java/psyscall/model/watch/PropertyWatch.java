package psyscall.model.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.model.engine.StepView;
import psyscall.model.interpret.Interpreter;
import psyscall.model.run.Objection;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Judges claims by the interpreter, on states and steps that are objects: for drivers that have
/// them anyway.
///
/// A claim about states is not evaluated again where a step left all that it reads as it was: it
/// holds as it did before.
public final class PropertyWatch implements ClaimWatch {
  private final Interpreter interpreter;
  private final List<Judge> judges = new ArrayList<>();
  private final Deque<Moment> last = new ArrayDeque<>();
  private State now;
  private long steps;
  private Optional<Objection> objection = Optional.empty();

  private record Moment(State before, Transition transition, long nanos) {}

  /// A claim with the positions of the variables that it reads.
  private record Judge(Property property, BitSet reads) {
    @SuppressWarnings("ReferenceEquality") // A step leaves what it does not change as it is.
    boolean isTouched(State before, State after) {
      return reads.stream().anyMatch(at -> before.value(at) != after.value(at));
    }
  }

  /// Judges nothing yet.
  ///
  /// @param claims about each state or each step; the first that is broken is the one that is told
  /// @param specification the rules of the run
  /// @param world its sizes
  /// @throws IllegalArgumentException if a claim is of another kind
  public PropertyWatch(List<Property> claims, Specification specification, World world) {
    interpreter = new Interpreter(specification, world);
    now = interpreter.initial();
    for (Property claim : claims) {
      BitSet reads = new BitSet();
      reads(condition(claim), reads);
      judges.add(new Judge(claim, reads));
    }
  }

  /// The term of a claim about each state or each step.
  static Term condition(Property claim) {
    return switch (claim) {
      case Property.Always always -> always.condition();
      case Property.OnStep step -> step.condition();
      case Property.Quiet _, Property.Possible _, Property.Sometimes _, Property.DeadlockFree _ ->
          throw refused(claim);
    };
  }

  /// Says that a claim is of another kind.
  static IllegalArgumentException refused(Property claim) {
    return new IllegalArgumentException(
        "a claim that no single run can judge: name=" + claim.name());
  }

  private void reads(Term term, BitSet found) {
    if (term instanceof Term.Read(Var variable)) {
      found.set(interpreter.schema().indexOf(variable));
    }
    Traversal.parts(term).forEach(part -> reads(part, found));
  }

  @Override
  public void began(State initial) {
    now = initial;
    for (Judge judge : judges) {
      if (judge.property() instanceof Property.Always always
          && !interpreter.holds(always.condition(), initial)) {
        objectTo(judge.property());
        return;
      }
    }
  }

  @Override
  public void stepped(long nanos, StepView view) {
    Step step = view.step();
    State after = view.state();
    steps++;
    if (last.size() == LAST_STEPS) {
      last.removeFirst();
    }
    last.addLast(new Moment(now, new Transition(step, after), nanos));
    State before = now;
    now = after;
    for (Judge judge : judges) {
      if (!holds(judge, before, step, after)) {
        objectTo(judge.property());
        return;
      }
    }
  }

  private boolean holds(Judge judge, State before, Step step, State after) {
    return switch (judge.property()) {
      case Property.Always always ->
          !judge.isTouched(before, after) || interpreter.holds(always.condition(), after);
      case Property.OnStep claim -> interpreter.holdsOf(claim.condition(), before, step, after);
      case Property.Quiet _, Property.Possible _, Property.Sometimes _, Property.DeadlockFree _ ->
          throw new IllegalStateException("refused before: name=" + judge.property().name());
    };
  }

  private void objectTo(Property property) {
    State start = last.isEmpty() ? now : last.getFirst().before();
    Behavior behavior = new Behavior(start, last.stream().map(Moment::transition).toList());
    objection =
        Optional.of(new Objection(property, behavior, last.stream().map(Moment::nanos).toList()));
  }

  @Override
  public Optional<Objection> objection() {
    return objection;
  }

  @Override
  public List<String> names() {
    return judges.stream().map(judge -> judge.property().name()).toList();
  }

  @Override
  public long steps() {
    return steps;
  }
}
