package psyscall.checker.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import psyscall.checker.problem.Explored.Order;
import psyscall.checker.store.IntSequence;
import psyscall.checker.store.StateStore;

/// The ways from the initial state to states that were met.
///
/// After a breadth-first search nothing is stored of how a state was met. A state of one level has
/// a predecessor in the level before, so the levels are gone through backwards, from that of the
/// deepest wanted state: the steps out of all states of a level are taken again, and of those that
/// lead to a wanted state the least by content is wanted next. All wanted states share one way
/// through the levels; it costs less than the search did, no memory, and a way is the same for any
/// number of threads.
public final class Trails {
  /// Of each state on a way the one before it.
  private final Map<Integer, Integer> before = new HashMap<>();

  private final Order order;

  private Trails(Order order) {
    this.order = order;
  }

  /// Finds the ways to states.
  ///
  /// @param graph what was explored
  /// @param order how
  /// @param wanted the numbers of the states
  /// @param crew who looks
  /// @return ways to all of them
  /// @throws Unfinished if the crew was told to end
  public static Trails of(ImplicitGraph graph, Order order, Collection<Integer> wanted, Crew crew)
      throws Unfinished {
    Trails trails = new Trails(order);
    if (order instanceof Order.ByLevel && !wanted.isEmpty()) {
      trails.goBack(graph, wanted, crew);
    }
    return trails;
  }

  /// A way to a state.
  ///
  /// @param state one of those that were wanted
  /// @return the numbers of the states from the initial one to it, both included
  /// @throws IllegalArgumentException if it was met on a walk, which is a way of its own
  public List<Integer> to(int state) {
    List<Integer> back = new ArrayList<>();
    for (int at = state; at != StateStore.NONE; at = before(at)) {
      back.add(at);
    }
    return List.copyOf(back.reversed());
  }

  private int before(int state) {
    return switch (order) {
      case Order.ByLevel _ -> before.getOrDefault(state, StateStore.NONE);
      case Order.ByParent(_, IntSequence parents) -> parents.at(state);
      case Order.OnWalks _ ->
          throw new IllegalArgumentException("state of a walk: number=" + state);
    };
  }

  private void goBack(ImplicitGraph graph, Collection<Integer> wanted, Crew crew)
      throws Unfinished {
    List<List<Integer>> byLevel = byLevel(graph, wanted);
    List<Search> searches = crew.staff(() -> new Search(graph));
    SortedSet<Integer> current = new TreeSet<>();
    for (int level = byLevel.size() - 1; level > 0; level--) {
      current.addAll(byLevel.get(level));
      if (!current.isEmpty()) {
        current = stepBack(graph, level, current, searches, crew);
      }
    }
  }

  private SortedSet<Integer> stepBack(
      ImplicitGraph graph, int level, SortedSet<Integer> current, List<Search> searches, Crew crew)
      throws Unfinished {
    Targets targets = new Targets(graph.store(), current);
    searches.forEach(search -> search.begin(targets));
    try {
      crew.run(graph.level(level - 1), searches);
    } catch (Unfinished e) {
      throw e.having("the end of a way, back to distance=" + level);
    }
    SortedSet<Integer> next = new TreeSet<>();
    for (int target = 0; target < targets.numbers.length; target++) {
      int least = StateStore.NONE;
      for (Search search : searches) {
        least = LeastStates.lesser(graph.store(), least, search.least[target]);
      }
      if (least == StateStore.NONE) {
        throw new IllegalStateException(
            "state without one before it: number=" + targets.numbers[target] + ", level=" + level);
      }
      before.put(targets.numbers[target], least);
      next.add(least);
    }
    return next;
  }

  private static List<List<Integer>> byLevel(ImplicitGraph graph, Collection<Integer> wanted) {
    List<List<Integer>> byLevel = new ArrayList<>();
    graph
        .levels()
        .forEach(
            level ->
                byLevel.add(
                    wanted.stream()
                        .filter(
                            n ->
                                level.stream()
                                    .anyMatch(range -> range.from() <= n && n < range.to()))
                        .toList()));
    return byLevel;
  }

  /// States that are looked for, which are few: compared by hash first, and before that by one bit
  /// of it.
  private static final class Targets {
    private final StateStore store;
    private final int[] numbers;
    private final long[] hashes;
    private long bits;

    Targets(StateStore store, SortedSet<Integer> wanted) {
      this.store = store;
      this.numbers = wanted.stream().mapToInt(Integer::intValue).toArray();
      this.hashes = new long[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        int place = store.place(numbers[i]);
        hashes[i] = StateStore.hash(store.chunk(numbers[i]), place, store.words());
        bits |= 1L << hashes[i];
      }
    }

    /// The position of a state among them, or -1.
    int find(long[] states, int at) {
      long hash = StateStore.hash(states, at, store.words());
      if ((bits >>> hash & 1) == 0) {
        return -1;
      }
      for (int i = 0; i < numbers.length; i++) {
        if (hashes[i] == hash && isSame(numbers[i], states, at)) {
          return i;
        }
      }
      return -1;
    }

    private boolean isSame(int number, long[] states, int at) {
      int place = store.place(number);
      int words = store.words();
      return Arrays.equals(store.chunk(number), place, place + words, states, at, at + words);
    }
  }

  /// One thread's search of a level for states from which a step leads to a target.
  private static final class Search implements Crew.Visitor {
    private final Cursor cursor;
    private final StateStore store;
    private Targets targets;
    private int[] least = {};

    Search(ImplicitGraph graph) {
      this.cursor = graph.cursor();
      this.store = graph.store();
      this.targets = new Targets(store, new TreeSet<>());
    }

    void begin(Targets wanted) {
      targets = wanted;
      least = new int[wanted.numbers.length];
      Arrays.fill(least, StateStore.NONE);
    }

    @Override
    public void visit(int from, int to) {
      for (int number = from; number < to; number++) {
        cursor.moveTo(number);
        int steps = cursor.expand();
        for (int step = 0; step < steps; step++) {
          int target = targets.find(cursor.targets(), cursor.canonical(step));
          if (target >= 0) {
            least[target] = LeastStates.lesser(store, least[target], number);
          }
        }
      }
    }
  }
}
