package psyscall.model.engine;

import java.util.List;
import java.util.function.Supplier;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;
import psyscall.model.behavior.StepVocabulary;
import psyscall.model.compile.CompiledRules;
import psyscall.model.compile.Origin;
import psyscall.model.layout.Coding;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.model.layout.Slot;
import psyscall.model.packed.Answers;
import psyscall.model.packed.Stepper;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Var;

/// An engine that runs compiled rules on a packed state. Neither an attempt nor a look at the step
/// makes an object.
public final class CompiledEngine implements Engine {
  private final CompiledRules rules;
  private final boolean keepsBefore;
  private final Stepper stepper;
  private final long[] words;
  private final long[] before;
  private final List<Actor> actors;
  private final Bits[] counters;
  private final CompiledStep step;
  private boolean isEnded;

  /// Bits of a word of the state.
  private static final class Bits {
    private final long[] words;
    private final int word;
    private final int shift;
    private final long mask;
    private final long bias;

    Bits(long[] words, Slot slot, long bias) {
      this.words = words;
      this.word = slot.word();
      this.shift = slot.shift();
      this.mask = slot.width() == 0 ? 0 : slot.mask();
      this.bias = bias;
    }

    long value() {
      return ((words[word] >>> shift) & mask) + bias;
    }
  }

  /// An engine in a state.
  ///
  /// @param rules what it executes
  /// @param watched the conditions that were compiled with the rules
  /// @param initial the state in which it begins
  public CompiledEngine(CompiledRules rules, Watched watched, State initial) {
    this.rules = rules;
    keepsBefore = !watched.steps().isEmpty();
    Layout layout = rules.layout();
    stepper = rules.stepper();
    words = new long[layout.words()];
    before = new long[layout.words()];
    layout.pack(initial, words, 0);
    actors = rules.moves().stream().map(Origin::actor).distinct().toList();
    counters = new Bits[actors.size()];
    for (int at = 0; at < counters.length; at++) {
      Actor actor = actors.get(at);
      Leaf leaf = scalar(layout.specification().counter(actor.process()));
      counters[at] =
          bits(leaf, leaf.dims().isEmpty() ? new int[0] : new int[] {(int) actor.self()});
    }
    step = new CompiledStep(rules, stepper, this);
  }

  private static Leaf scalar(Var variable) {
    List<Leaf> leaves = Leaf.of(variable);
    if (leaves.size() != 1 || leaves.getFirst().dims().size() > 1) {
      throw new IllegalArgumentException("no scalar, one or for each: variable=" + variable.name());
    }
    return leaves.getFirst();
  }

  private Bits bits(Leaf leaf, int... ids) {
    return new Bits(words, rules.layout().slot(leaf, ids), Coding.bias(leaf.sort()));
  }

  @Override
  public Specification specification() {
    return rules.layout().specification();
  }

  @Override
  public StepVocabulary vocabulary() {
    return rules.vocabulary();
  }

  @Override
  public List<Origin> moves() {
    return rules.moves();
  }

  @Override
  public List<Actor> actors() {
    return actors;
  }

  @Override
  public int label(int actor) {
    return (int) counters[actor].value();
  }

  @Override
  public Gauge gauge(Var variable) {
    Leaf leaf = scalar(variable);
    if (leaf.dims().isEmpty()) {
      Bits only = bits(leaf);
      return _ -> only.value();
    }
    Bits[] each = new Bits[rules.layout().world().size(leaf.dims().getFirst())];
    for (int id = 0; id < each.length; id++) {
      each[id] = bits(leaf, id);
    }
    return id -> each[id].value();
  }

  @Override
  public Outcome take(int move, Answers answers) {
    if (isEnded) {
      return Outcome.BLOCKED;
    }
    if (keepsBefore) {
      System.arraycopy(words, 0, before, 0, words.length);
    }
    int outcome = stepper.take(move, words, answers);
    if (outcome == Stepper.TAKEN || outcome == Stepper.ENDED) {
      isEnded = outcome == Stepper.ENDED;
      step.taken(move, isEnded);
      return Outcome.TAKEN;
    }
    return outcome == Stepper.REFUSED ? Outcome.REFUSED : Outcome.BLOCKED;
  }

  @Override
  public StepView step() {
    return step;
  }

  @Override
  public int eventNumber(int position) {
    return stepper.event(position);
  }

  @Override
  public State state() {
    return rules.layout().unpack(words, 0);
  }

  @Override
  public Supplier<State> remembered() {
    long[] now = words.clone();
    return () -> rules.layout().unpack(now, 0);
  }

  @Override
  public boolean holds(int condition) {
    return stepper.holds(condition, words, 0);
  }

  @Override
  public boolean holdsOfStep(int condition) {
    int method = rules.stepMethod(condition, step.move());
    return method == CompiledRules.ALWAYS || stepper.holdsOf(method, before, 0, words, 0);
  }
}
