package psyscall.model.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import psyscall.model.behavior.Actor;
import psyscall.model.compile.Origin;
import psyscall.model.engine.Engine;
import psyscall.model.kernel.VirtualKernel;
import psyscall.spec.rule.Rule;
import psyscall.spec.runtime.GoRuntime;

/// The place of an actor in time.
final class Lane {
  private static final long NOWHERE = -1;
  private static final long EVERYWHERE = -2;

  private final int actor;
  private final int[][] moves;
  private final boolean isThread;
  private long freeNanos;
  private long wakeNanos = VirtualKernel.NEVER;
  private long blockedIn = NOWHERE;
  private long[] guards = {};

  /// @param actor its number
  /// @param moves for each label the moves there, in the order in which they are tried
  Lane(int actor, int[][] moves, boolean isThread) {
    this.actor = actor;
    this.moves = moves;
    this.isThread = isThread;
  }

  /// One for each actor, in their order.
  static Lane[] of(Engine engine) {
    List<Origin> all = engine.moves();
    List<Actor> actors = engine.actors();
    Lane[] lanes = new Lane[actors.size()];
    for (int at = 0; at < lanes.length; at++) {
      Actor actor = actors.get(at);
      List<String> labels = engine.specification().labels(actor.process()).values();
      int[][] moves = new int[labels.size()][];
      Arrays.fill(moves, new int[0]);
      for (int rank = 0; rank < Timetable.RANKS; rank++) {
        for (int move = 0; move < all.size(); move++) {
          Rule rule = all.get(move).rule();
          if (all.get(move).actor().equals(actor) && Timetable.rank(rule) == rank) {
            int label = labels.indexOf(rule.label());
            moves[label] =
                IntStream.concat(IntStream.of(moves[label]), IntStream.of(move)).toArray();
          }
        }
      }
      lanes[at] = new Lane(at, moves, actor.process().equals(GoRuntime.THREADS));
    }
    return lanes;
  }

  /// The actor's number.
  int actor() {
    return actor;
  }

  /// Whether the actor is a thread.
  boolean isThread() {
    return isThread;
  }

  /// The moves at a label, in that order.
  int[] moves(int label) {
    return moves[label];
  }

  /// It takes a step.
  ///
  /// @param until when the step is over
  void busy(long until) {
    freeNanos = until;
    blockedIn = NOWHERE;
  }

  /// It cannot move, in this state or others, until somebody disturbs it.
  ///
  /// @param what decides whether it can
  /// @param until when time alone may change that
  void waits(long[] what, long until) {
    blockedIn = EVERYWHERE;
    guards = what;
    wakeNanos = until;
  }

  /// Whether it waits to be disturbed.
  boolean isWaiting() {
    return blockedIn == EVERYWHERE;
  }

  /// What decides whether it can move, while it waits.
  long[] guards() {
    return guards;
  }

  /// It may be able to move again.
  void disturb() {
    blockedIn = NOWHERE;
  }

  /// It cannot move in this state.
  ///
  /// @param state which state that was, as a number
  /// @param until when time alone may change that
  void blocked(long state, long until) {
    blockedIn = state;
    wakeNanos = until;
  }

  /// When it is worth a try again, as far as is known in a state.
  ///
  /// @param state which state it is, as a number
  /// @return a time, perhaps one that is over
  long tryNanos(long state) {
    return blockedIn == state || blockedIn == EVERYWHERE
        ? Math.max(freeNanos, wakeNanos)
        : freeNanos;
  }
}
