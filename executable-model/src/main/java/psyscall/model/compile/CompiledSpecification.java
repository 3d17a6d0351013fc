package psyscall.model.compile;

import java.lang.invoke.MethodHandle;
import java.util.List;
import psyscall.model.layout.Layout;
import psyscall.spec.term.Term;

/// A specification in a world as a class of its own.
///
/// Immutable, so it may be shared between threads; each thread asks for its own [NextState].
public final class CompiledSpecification {
  /// In place of a method: the step condition holds of every step with that tag.
  public static final int ALWAYS = StepConditions.ALWAYS;

  private final Layout layout;
  private final List<Origin> origins;
  private final StepConditions steps;
  private final int maxSuccessors;
  private final MethodHandle constructor;
  private final int scratchWords;

  private CompiledSpecification(Layout layout, List<Term> conditions, List<Term> stepConditions) {
    this.layout = layout;
    this.origins = Origin.all(layout);
    this.maxSuccessors = SuccessorBound.of(layout.specification(), layout.world());
    this.steps = new StepConditions(layout.specification(), stepConditions, origins);
    Generation.Generated model =
        new ModelClass(layout, origins, conditions, steps.terms()).generate();
    this.constructor = model.constructor(NextState.class);
    this.scratchWords = model.scratchWords();
  }

  /// Compiles a specification.
  ///
  /// @param layout the specification, its world, and where the values lie
  /// @param conditions conditions of states, which [NextState#holds] names by their positions
  /// @param stepConditions conditions of steps, which [#stepMethod] names by their positions
  /// @return the compiled specification
  /// @throws IllegalArgumentException if a rule or a condition makes a method of more than 7,000
  ///   bytecodes, which the virtual machine would not compile, or all of them together need more
  ///   constants than a class has room for, or a state may have more than 2^20 steps
  /// @throws psyscall.model.interpret.ModelError if there is a term that cannot be compiled
  public static CompiledSpecification of(
      Layout layout, List<Term> conditions, List<Term> stepConditions) {
    return new CompiledSpecification(layout, conditions, stepConditions);
  }

  /// Where the values of a state lie.
  ///
  /// @return the layout
  public Layout layout() {
    return layout;
  }

  /// Where steps come from; a step's tag is its position here.
  ///
  /// @return each rule with each of its actors
  public List<Origin> origins() {
    return origins;
  }

  /// How many steps a state can have at most; a bound that is rarely reached.
  ///
  /// @return at most 2^20
  public int maxSuccessors() {
    return maxSuccessors;
  }

  /// The next-state function.
  ///
  /// @return a fresh object, for one thread
  public NextState nextState() {
    try {
      return (NextState) constructor.invokeExact(scratchWords);
    } catch (Throwable e) {
      throw new IllegalStateException("generated class that cannot be instantiated", e);
    }
  }

  /// How a step condition is judged of the steps with a tag.
  ///
  /// @param stepCondition its position in the list that was compiled
  /// @param tag the step's tag
  /// @return the method for [NextState#holdsOf], or [#ALWAYS] if it holds of every such step
  public int stepMethod(int stepCondition, int tag) {
    return steps.method(stepCondition, tag);
  }
}
