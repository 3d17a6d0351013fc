package psyscall.model.compile;

import java.lang.invoke.MethodHandle;
import java.util.List;
import psyscall.model.behavior.StepVocabulary;
import psyscall.model.layout.Layout;
import psyscall.model.packed.Stepper;
import psyscall.spec.term.Term;

/// A specification in a world as a class that takes one step at a time, in place, with answers from
/// outside: for drivers.
///
/// Immutable, so it may be shared between threads; each thread asks for its own [Stepper].
public final class CompiledRules {
  /// In place of a method: the step condition holds of every step of that move.
  public static final int ALWAYS = StepConditions.ALWAYS;

  private final Layout layout;
  private final StepVocabulary vocabulary;
  private final List<Origin> moves;
  private final StepConditions steps;
  private final MethodHandle constructor;
  private final int scratchWords;

  private CompiledRules(Layout layout, List<Term> conditions, List<Term> stepConditions) {
    this.layout = layout;
    this.vocabulary = StepVocabulary.of(layout.specification());
    this.moves = Origin.all(layout);
    this.steps = new StepConditions(layout.specification(), stepConditions, moves);
    Generation.Generated made =
        new StepperClass(layout, vocabulary, moves, conditions, steps.terms()).generate();
    this.constructor = made.constructor(Stepper.class);
    this.scratchWords = made.scratchWords();
  }

  /// Compiles a specification.
  ///
  /// @param layout the specification, its world, and where the values lie
  /// @param conditions conditions of states, which [Stepper#holds] names by their positions
  /// @param stepConditions conditions of steps, which [#stepMethod] names by their positions
  /// @return the compiled rules
  /// @throws IllegalArgumentException if a rule or a condition makes a method of more than 65,535
  ///   bytecodes, or all of them together need more constants than a class has room for
  /// @throws psyscall.model.interpret.ModelError if there is a term that cannot be compiled
  public static CompiledRules of(Layout layout, List<Term> conditions, List<Term> stepConditions) {
    return new CompiledRules(layout, conditions, stepConditions);
  }

  /// Where the values of a state lie.
  ///
  /// @return the layout
  public Layout layout() {
    return layout;
  }

  /// What steps are made of, by number.
  ///
  /// @return the vocabulary
  public StepVocabulary vocabulary() {
    return vocabulary;
  }

  /// What can be done; a move's number is its position here.
  ///
  /// @return each rule with each of its actors
  public List<Origin> moves() {
    return moves;
  }

  /// What takes the steps.
  ///
  /// @return a fresh object, for one thread
  public Stepper stepper() {
    try {
      return (Stepper) constructor.invokeExact(scratchWords);
    } catch (Throwable e) {
      throw new IllegalStateException("generated class that cannot be instantiated", e);
    }
  }

  /// How a step condition is judged of the steps of a move.
  ///
  /// @param stepCondition its position in the list that was compiled
  /// @param move the step's move
  /// @return the method for [Stepper#holdsOf], or [#ALWAYS] if it holds of every such step
  public int stepMethod(int stepCondition, int move) {
    return steps.method(stepCondition, move);
  }
}
