package psyscall.reports.automaton;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import psyscall.model.behavior.State;
import psyscall.spec.state.LifecycleState;

/// A change of status that an event makes.
///
/// @param subject whose
/// @param from the status before
/// @param event the event's name
/// @param to the status after, another one
record Move(Subject subject, String from, String event, String to) {

  /// What an event moves: each change once, however many individuals make it.
  static Set<Move> between(LifecycleState state, State before, String event, State after) {
    Set<Move> moves = new LinkedHashSet<>();
    for (Subject subject : Subject.values()) {
      List<String> from = subject.statuses(state, before);
      List<String> to = subject.statuses(state, after);
      for (int at = 0; at < from.size(); at++) {
        if (!from.get(at).equals(to.get(at))) {
          moves.add(new Move(subject, from.get(at), event, to.get(at)));
        }
      }
    }
    return moves;
  }
}
