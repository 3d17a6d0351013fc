package psyscall.model.run;

import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import psyscall.model.compile.Origin;
import psyscall.model.engine.Engine;
import psyscall.spec.analysis.Footprint;
import psyscall.spec.analysis.Place;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Var;

/// Which steps can let an actor move that cannot: those that store to what its guards read.
///
/// That is read from the text of a rule when it is asked for first. Entries of arrays are told
/// apart where they are the actor's own. A step that ends the run disturbs nobody.
class Disturbance {
  private final Specification specification;
  private final List<Origin> moves;
  private final int entries;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final IdentityHashMap<Rule, Touched> touched = new IdentityHashMap<>();
  private final boolean[] isKnown;
  private final boolean[] makesChoices;
  private final long[][] writes;
  private final long[][] guards;
  private final long[][] together;

  /// What a rule touches.
  ///
  /// @param writes what it stores to
  /// @param guards what decides whether it is possible, choices aside
  /// @param makesChoices whether it makes any
  private record Touched(Set<Place> writes, Set<Place> guards, boolean makesChoices) {
    static Touched of(Rule rule, Specification specification) {
      Footprint footprint = Footprint.of(rule, specification);
      return new Touched(
          footprint.writes(),
          Footprint.enabling(rule, specification),
          !footprint.choices().isEmpty());
    }
  }

  /// @param engine executes the rules
  Disturbance(Engine engine) {
    specification = engine.specification();
    moves = engine.moves();
    entries = 1 + (int) engine.actors().stream().mapToLong(actor -> actor.self()).max().orElse(0);
    for (Var variable : specification.variables()) {
      numbers.put(variable.name(), numbers.size());
    }
    isKnown = new boolean[moves.size()];
    makesChoices = new boolean[moves.size()];
    writes = new long[moves.size()][0];
    guards = new long[moves.size()][0];
    together = new long[moves.size()][0];
  }

  /// Whether the state alone decides whether a move is possible: it makes no choice, which others
  /// answer.
  ///
  /// @param move its number
  boolean isDecidedByState(int move) {
    learn(move);
    return !makesChoices[move];
  }

  /// What decides whether any move at a label is possible: a bit for each entry of a variable.
  ///
  /// @param all the moves there, at least one
  /// @return not to be changed
  long[] guards(int[] all) {
    int first = all[0];
    if (together[first].length == 0) {
      BitSet union = new BitSet();
      for (int move : all) {
        learn(move);
        union.or(BitSet.valueOf(guards[move]));
      }
      together[first] = union.toLongArray();
    }
    return together[first];
  }

  /// Whether a step can make possible what was not.
  ///
  /// @param step the number of the move that was made
  /// @param what decides about the others
  boolean reaches(int step, long[] what) {
    learn(step);
    long[] stored = writes[step];
    for (int word = Math.min(stored.length, what.length) - 1; word >= 0; word--) {
      if ((stored[word] & what[word]) != 0) {
        return true;
      }
    }
    return false;
  }

  private void learn(int move) {
    if (!isKnown[move]) {
      isKnown[move] = true;
      Touched places =
          touched.computeIfAbsent(moves.get(move).rule(), rule -> Touched.of(rule, specification));
      writes[move] = bits(places.writes(), move);
      guards[move] = bits(places.guards(), move);
      makesChoices[move] = places.makesChoices();
    }
  }

  /// A bit for each entry that each variable could have.
  private long[] bits(Set<Place> places, int move) {
    BitSet bits = new BitSet();
    for (Place place : places) {
      if (place.variable().role() != Var.Role.ENDING) {
        int from = entries * numbers.getOrDefault(place.variable().name(), 0);
        switch (place.at()) {
          case SELF -> bits.set(from + (int) moves.get(move).actor().self());
          case SOME, WHOLE -> bits.set(from, from + entries);
        }
      }
    }
    return bits.toLongArray();
  }
}
