package psyscall.checker.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.interpret.Interpreter;
import psyscall.model.layout.Layout;

/// How many classes of states there are, counted by all permutations of each state.
///
/// @param states how many states were looked at
/// @param orbits how many classes they fall into
/// @param ties how many of them had ties to be broken
record Orbits(int states, int orbits, int ties) {

  /// All states that can be reached.
  static Set<State> reachable(Interpreter interpreter) {
    Set<State> seen = new LinkedHashSet<>();
    Deque<State> open = new ArrayDeque<>();
    seen.add(interpreter.initial());
    open.add(interpreter.initial());
    while (!open.isEmpty()) {
      for (Transition transition : interpreter.successors(open.remove())) {
        if (seen.add(transition.target())) {
          open.add(transition.target());
        }
      }
    }
    return seen;
  }

  /// Checks that representatives are exact and counts them.
  static Orbits checked(Layout layout, Iterable<State> states) {
    Symmetry symmetry = Symmetry.of(layout);
    List<Relabelling> all = Relabelling.all(layout.world());
    Map<List<Long>, List<Long>> representatives = new HashMap<>();
    Map<List<Long>, List<Long>> classes = new HashMap<>();
    int count = 0;
    int ties = 0;
    for (State state : states) {
      long[] words = Relabelling.pack(state, layout);
      symmetry.canonicalise(words, 0);
      ties += symmetry.candidates() > 0 ? 1 : 0;
      count++;
      List<Long> representative = Relabelling.list(words);
      List<Long> least = Relabelling.least(state, layout, all);
      List<Long> ofClass = representatives.putIfAbsent(least, representative);
      if (ofClass == null) {
        List<Long> ofOther = classes.put(representative, least);
        assertThat(ofOther).as("class with the same representative").isNull();
        List<Long> own = Relabelling.least(layout.unpack(words, 0), layout, all);
        assertThat(own).as("class of the representative").isEqualTo(least);
      } else {
        assertThat(representative).as("representative of %s", state).isEqualTo(ofClass);
      }
    }
    return new Orbits(count, representatives.size(), ties);
  }
}
