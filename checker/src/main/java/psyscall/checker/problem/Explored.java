package psyscall.checker.problem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import psyscall.checker.store.IntSequence;
import psyscall.checker.store.StateRange;
import psyscall.checker.store.StateStore;

/// What a search leaves behind for the verdicts.
///
/// @param store the states
/// @param order how they were met
/// @param candidates numbers of expanded states, in pieces, from which neither a protocol step nor
///   a polling step with news leads, and which are not ended: those that may be quiet. Empty if no
///   property is judged on the graph
/// @param sightings what was seen of each property, in order
/// @param expanded how many states had all their steps taken
/// @param transitions how many steps those were
/// @param cut why the search ended before all was explored, with what was covered
public record Explored(
    StateStore store,
    Order order,
    List<IntSequence> candidates,
    List<Sighting> sightings,
    long expanded,
    long transitions,
    Optional<String> cut) {
  /// Copies the lists.
  public Explored {
    candidates = List.copyOf(candidates);
    sightings = List.copyOf(sightings);
  }

  /// How states were met, from which the way to a state is known.
  public sealed interface Order {

    /// All states as ranges, those met first first; none is in two.
    ///
    /// @return one list for each level; one level in all if the search has none
    List<List<StateRange>> levels();

    /// By distance from the initial state: a shortest way goes from level to level.
    ///
    /// @param levels the states at distance 0, 1 and so on; the last level may be incomplete
    record ByLevel(List<List<StateRange>> levels) implements Order {}

    /// Deepest first.
    ///
    /// @param levels one list of all states
    /// @param parents at a state's number the number of the state that it was met from, -1 for the
    ///   initial one; following them takes a way, which need not be shortest
    record ByParent(List<List<StateRange>> levels, IntSequence parents) implements Order {}

    /// On random walks: what was sighted has its walk with it.
    ///
    /// @param levels one list of all states
    record OnWalks(List<List<StateRange>> levels) implements Order {}
  }

  /// What was seen of a property while steps were taken.
  ///
  /// @param state the number of the state that tells: for an `always` property one where it does
  ///   not hold, for a step property one out of which a step violates it, for a `sometimes`
  ///   property one where it holds, for a deadlock property on walks one without a step; breadth
  ///   first the least by content (unsigned words) of the first level that has one
  /// @param walk the numbers of the states from the initial one to that state, both included, if it
  ///   was sighted on a walk; otherwise empty
  public record Sighting(OptionalInt state, List<Integer> walk) {
    /// Nothing was seen.
    public static final Sighting NONE = new Sighting(OptionalInt.empty(), List.of());

    /// Copies the walk.
    public Sighting {
      walk = List.copyOf(walk);
    }
  }
}
