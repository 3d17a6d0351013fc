package psyscall.model.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;
import psyscall.model.behavior.StepVocabulary;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.model.compile.Origin;
import psyscall.model.interpret.Access;
import psyscall.model.interpret.Candidates;
import psyscall.model.interpret.Chooser;
import psyscall.model.interpret.FixedStore;
import psyscall.model.interpret.Interpreter;
import psyscall.model.interpret.StepSemantics;
import psyscall.model.packed.Answers;
import psyscall.model.packed.Pool;
import psyscall.spec.process.Choice;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// An engine that interprets the rules: slow, without limits on sizes, and the one that says what
/// is meant.
public final class InterpretedEngine implements Engine {
  private final Watched watched;
  private final Interpreter interpreter;
  private final StepSemantics semantics;
  private final FixedStore store;
  private final StepVocabulary vocabulary;
  private final List<Actor> actors;
  private final List<Origin> moves = new ArrayList<>();
  private final List<Var> counters = new ArrayList<>();
  private final Map<Choice, Integer> choiceNumbers = new HashMap<>();
  private final Pool pool = new Pool();
  private State before;
  private Optional<TakenStep> last = Optional.empty();
  private Set<Access> reads = Set.of();
  private Set<Access> writes = Set.of();

  /// An engine in the initial state.
  ///
  /// @param specification what it executes
  /// @param world the sizes of the id sorts
  /// @param watched what it can be asked
  public InterpretedEngine(Specification specification, World world, Watched watched) {
    this.watched = watched;
    interpreter = new Interpreter(specification, world);
    semantics = new StepSemantics(specification);
    before = interpreter.initial();
    store = new FixedStore(before, world);
    vocabulary = StepVocabulary.of(specification);
    actors = interpreter.actors();
    for (Actor actor : actors) {
      counters.add(specification.counter(actor.process()));
      for (Rule rule : specification.rules()) {
        if (rule.process().equals(actor.process())) {
          moves.add(new Origin(rule, actor));
        }
      }
    }
    vocabulary.choices().forEach(choice -> choiceNumbers.put(choice, choiceNumbers.size()));
  }

  @Override
  public Specification specification() {
    return semantics.specification();
  }

  @Override
  public StepVocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public List<Origin> moves() {
    return List.copyOf(moves);
  }

  @Override
  public List<Actor> actors() {
    return actors;
  }

  @Override
  public int label(int actor) {
    return (int) read(counters.get(actor), actors.get(actor).self());
  }

  private long read(Var variable, long id) {
    return variable.sort() instanceof Sort.ArrayOf
        ? store.read(variable, id).scalar()
        : store.read(variable).scalar();
  }

  @Override
  public Gauge gauge(Var variable) {
    return id -> read(variable, id);
  }

  @Override
  public Outcome take(int move, Answers answers) {
    Origin origin = moves.get(move);
    State now = store.state();
    return switch (semantics.execute(origin.rule(), origin.actor(), store, chooser(answers))) {
      case psyscall.model.interpret.Outcome.Taken taken -> {
        before = now;
        reads = taken.reads();
        writes = taken.writes();
        last = Optional.of(new TakenStep(taken.step(), store.state()));
        yield Outcome.TAKEN;
      }
      case psyscall.model.interpret.Outcome.Blocked blocked -> {
        reads = blocked.reads();
        yield Outcome.BLOCKED;
      }
      case psyscall.model.interpret.Outcome.Refused refused -> {
        reads = refused.reads();
        yield Outcome.REFUSED;
      }
    };
  }

  /// What the last attempt read.
  ///
  /// @return in order; as long as nothing that overlaps it is written, the same answers lead to the
  ///   same
  public Set<Access> reads() {
    return reads;
  }

  /// What the step that was taken last wrote.
  ///
  /// @return in order
  public Set<Access> writes() {
    return writes;
  }

  private Chooser chooser(Answers answers) {
    return (choice, candidates) -> {
      fill(candidates);
      long position = answers.choose(choiceNumbers.getOrDefault(choice, -1), pool);
      return position < 0 || position >= pool.count()
          ? Optional.empty()
          : Optional.of(value(candidates, position));
    };
  }

  /// A subset by its ids: there may be too many to count them out.
  private Value value(Candidates candidates, long position) {
    return switch (candidates) {
      case Candidates.Subsets _ -> Numbers.set(pool.at(position));
      case Candidates.Elements _, Candidates.Values _, Candidates.Alternatives _ ->
          candidates.at((int) position);
    };
  }

  private void fill(Candidates candidates) {
    switch (candidates) {
      case Candidates.Elements c -> {
        pool.none();
        for (int at = 0; at < c.count(); at++) {
          pool.add(c.set().at(at));
        }
      }
      case Candidates.Subsets c -> pool.subsets(Numbers.of(c.set()));
      case Candidates.Values c -> {
        pool.none();
        for (Value value : c.values()) {
          pool.add(Numbers.of(value));
        }
      }
      case Candidates.Alternatives c -> pool.alternatives(c.count());
    }
  }

  @Override
  public StepView step() {
    return taken();
  }

  private TakenStep taken() {
    return last.orElseThrow(() -> new IllegalStateException("no step yet: steps=0"));
  }

  @Override
  public int eventNumber(int position) {
    return vocabulary.events().indexOf(taken().event(position));
  }

  @Override
  public State state() {
    return store.state();
  }

  @Override
  public Supplier<State> remembered() {
    State now = store.state();
    return () -> now;
  }

  @Override
  public boolean holds(int condition) {
    return interpreter.holds(watched.states().get(condition), store.state());
  }

  @Override
  public boolean holdsOfStep(int condition) {
    return interpreter.holdsOf(
        watched.steps().get(condition), before, taken().step(), store.state());
  }
}
