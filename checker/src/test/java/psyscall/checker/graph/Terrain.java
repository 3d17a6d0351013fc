package psyscall.checker.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import psyscall.checker.problem.BitMask;
import psyscall.checker.problem.Explored;
import psyscall.checker.problem.Explored.Order;
import psyscall.checker.problem.Explored.Sighting;
import psyscall.checker.problem.Problem;
import psyscall.checker.problem.Tags;
import psyscall.checker.reduction.Reduction;
import psyscall.checker.reduction.Symmetry;
import psyscall.checker.reduction.Unreduced;
import psyscall.checker.store.IntSequence;
import psyscall.checker.store.MemoryBudget;
import psyscall.checker.store.StateRange;
import psyscall.checker.store.StateStore;
import psyscall.checker.store.StateWriter;
import psyscall.checker.toy.Toy;
import psyscall.model.behavior.State;
import psyscall.model.compile.NextState;
import psyscall.model.layout.Layout;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property;

/// A toy, explored level by level with nothing but a store and the next-state function.
///
/// @param problem what was explored
/// @param explored what there is
/// @param budget what the store's memory was taken from
public record Terrain(Problem problem, Explored explored, MemoryBudget budget) {
  private static final int STATES_MAX = 100_000;

  /// Explores a toy without symmetry.
  ///
  /// @param toy what is explored
  /// @param properties whose conditions are compiled
  /// @return all of it
  public static Terrain of(Toy toy, Property... properties) {
    return of(toy, new Unreduced(), properties);
  }

  /// Explores a toy up to permutations of its individuals.
  ///
  /// @param toy what is explored
  /// @param properties whose conditions are compiled
  /// @return all of it
  public static Terrain symmetric(Toy toy, Property... properties) {
    return of(toy, Symmetry.of(Layout.of(toy.specification(), toy.world())), properties);
  }

  private static Terrain of(Toy toy, Reduction reduction, Property... properties) {
    Layout layout = Layout.of(toy.specification(), toy.world());
    Problem problem = Problem.of(toy.interpreter(), layout, reduction, List.of(properties));
    MemoryBudget budget = new MemoryBudget(Long.MAX_VALUE);
    StateStore store = StateStore.of(problem.words(), STATES_MAX, 1, budget);
    return new Loop(problem, store).terrain(budget);
  }

  /// Its graph.
  ///
  /// @return the graph
  public ImplicitGraph graph() {
    return ImplicitGraph.of(problem, explored);
  }

  /// The state of a number.
  ///
  /// @param number its number
  /// @return the state, or its representative
  public State state(int number) {
    return problem.layout().unpack(explored.store().chunk(number), explored.store().place(number));
  }

  /// A crew that is never told to end.
  ///
  /// @param threads how many
  /// @return the crew
  public static Crew crew(int threads) {
    return new Crew(threads, Optional::empty);
  }

  /// The states are numbered as they are met, so a level is one range.
  private static final class Loop {
    private final Problem problem;
    private final StateStore store;
    private final StateWriter writer;
    private final NextState next;
    private final Reduction reduction;
    private final Tags tags;
    private final BitMask news;
    private final BitMask ending;
    private final IntSequence candidates = new IntSequence();
    private final long[] targets;
    private final int[] tagsOf;
    private long transitions;

    Loop(Problem problem, StateStore store) {
      this.problem = problem;
      this.store = store;
      this.writer = store.writer();
      this.next = problem.code().nextState();
      this.reduction = problem.reduction().forThread();
      this.tags = Tags.of(problem);
      this.news = BitMask.news(problem.layout());
      this.ending = BitMask.ending(problem.layout());
      this.targets = new long[problem.code().maxSuccessors() * problem.words()];
      this.tagsOf = new int[problem.code().maxSuccessors()];
    }

    Terrain terrain(MemoryBudget budget) {
      long[] initial = new long[problem.words()];
      problem.layout().pack(problem.interpreter().initial(), initial, 0);
      meet(initial, 0);
      List<List<StateRange>> levels = new ArrayList<>();
      int from = 0;
      for (int to = 1; from < to; to = (int) store.size()) {
        levels.add(List.of(new StateRange(from, to)));
        for (int number = from; number < to; number++) {
          expand(number);
        }
        from = to;
      }
      List<Sighting> sightings = Collections.nCopies(problem.properties().size(), Sighting.NONE);
      Explored explored =
          new Explored(
              store,
              new Order.ByLevel(levels),
              List.of(candidates),
              sightings,
              store.size(),
              transitions,
              Optional.empty());
      return new Terrain(problem, explored, budget);
    }

    private void meet(long[] states, int at) {
      reduction.canonicalise(states, at);
      if (writer.insert(states, at, StateStore.hash(states, at, problem.words()))
          == StateWriter.REFUSED) {
        throw new IllegalStateException("toy too large: limit=" + STATES_MAX);
      }
    }

    private void expand(int number) {
      long[] chunk = store.chunk(number);
      int place = store.place(number);
      int steps = next.successors(chunk, place, targets, tagsOf);
      boolean moves = ending.isSet(chunk, place);
      for (int step = 0; step < steps; step++) {
        int at = step * problem.words();
        StepKind kind = tags.kind(tagsOf[step]);
        boolean isNews = news.differs(chunk, place, targets, at);
        moves |= kind == StepKind.PROTOCOL || (kind == StepKind.POLLING && isNews);
        meet(targets, at);
      }
      transitions += steps;
      if (!moves) {
        candidates.add(number);
      }
    }
  }
}
