package psyscall.reports.timeline;

import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;

/// Says what an actor has in a state; a specification decides what is worth a band.
@FunctionalInterface
public interface Bands {
  /// What an actor has.
  ///
  /// @param state the state
  /// @param actor the actor
  /// @return its band
  Band of(State state, Actor actor);

  /// No bands: no actor ever has anything.
  ///
  /// @return bands that are all empty
  static Bands none() {
    return (_, _) -> Band.NOTHING;
  }
}
