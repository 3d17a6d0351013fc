package psyscall.benchmarks.workload;

import java.util.List;
import psyscall.checker.store.MemoryBudget;
import psyscall.checker.store.StateStore;
import psyscall.checker.store.StateWriter;
import psyscall.model.compile.CompiledSpecification;
import psyscall.model.compile.NextState;
import psyscall.model.layout.Layout;
import psyscall.spec.property.Property;
import psyscall.spec.term.Term;

/// Some reachable states of a scenario, packed, in the order in which a search meets them.
///
/// They are spread evenly over a breadth-first prefix that is [#SPREAD] times as long, since the
/// first levels alone are not like the others. A scenario with fewer states gives some of them
/// several times.
public final class StateSample {
  /// How many states of the prefix there are for one of the sample.
  public static final int SPREAD = 16;

  private final CompiledSpecification compiled;
  private final int conditions;
  private final int count;
  private final long[] states;

  private StateSample(CompiledSpecification compiled, int conditions, int count, long[] states) {
    this.compiled = compiled;
    this.conditions = conditions;
    this.count = count;
    this.states = states;
  }

  /// Explores a prefix and takes a sample of it.
  ///
  /// @param subject the scenario; its `always` properties are compiled as conditions
  /// @param count how many states, at least 1
  /// @param spread how many states of the prefix there are for one of the sample, at least 1
  /// @return the sample
  public static StateSample of(Subject subject, int count, int spread) {
    Layout layout = Layout.of(subject.interpreter().specification(), subject.interpreter().world());
    List<Term> always =
        subject.properties().stream()
            .filter(Property.Always.class::isInstance)
            .map(property -> ((Property.Always) property).condition())
            .toList();
    CompiledSpecification compiled = CompiledSpecification.of(layout, always, List.of());
    int words = layout.words();
    int prefixMax = count * spread;
    MemoryBudget budget = new MemoryBudget(Long.MAX_VALUE);
    StateStore store = StateStore.of(words, prefixMax, 1, budget);
    long[] initial = new long[words];
    layout.pack(subject.interpreter().initial(), initial, 0);
    int found = explore(store, compiled, initial, prefixMax);
    long[] states = new long[Math.multiplyExact(count, words)];
    for (int i = 0; i < count; i++) {
      int number = found < prefixMax ? i % found : i * spread;
      store.copy(number, states, i * words);
    }
    return new StateSample(compiled, always.size(), count, states);
  }

  private static int explore(
      StateStore store, CompiledSpecification compiled, long[] initial, int statesMax) {
    StateWriter writer = store.writer();
    NextState next = compiled.nextState();
    int words = store.words();
    long[] targets = new long[compiled.maxSuccessors() * words];
    int[] tags = new int[compiled.maxSuccessors()];
    writer.insert(initial, 0, StateStore.hash(initial, 0, words));
    // A single writer numbers its states without holes.
    int found = 1;
    for (int number = 0; number < found && found < statesMax; number++) {
      int steps = next.successors(store.chunk(number), store.place(number), targets, tags);
      for (int step = 0; step < steps && found < statesMax; step++) {
        long hash = StateStore.hash(targets, step * words, words);
        if (writer.insert(targets, step * words, hash) >= 0) {
          found++;
        }
      }
    }
    return found;
  }

  /// The scenario's steps; condition `i` is its `i`-th `always` property.
  ///
  /// @return the compiled specification
  public CompiledSpecification compiled() {
    return compiled;
  }

  /// How many conditions are compiled.
  ///
  /// @return their number
  public int conditions() {
    return conditions;
  }

  /// How many states there are.
  ///
  /// @return their number
  public int count() {
    return count;
  }

  /// How many words a state has.
  ///
  /// @return at least 1
  public int words() {
    return compiled.layout().words();
  }

  /// The states, one behind the other. Only to be read.
  ///
  /// @return `count * words` words, not a copy
  public long[] states() {
    return states;
  }

  /// How many steps there are out of all states together.
  ///
  /// @return their number
  public long transitions() {
    NextState next = compiled.nextState();
    long[] targets = new long[compiled.maxSuccessors() * words()];
    int[] tags = new int[compiled.maxSuccessors()];
    long transitions = 0;
    for (int i = 0; i < count; i++) {
      transitions += next.successors(states, i * words(), targets, tags);
    }
    return transitions;
  }
}
