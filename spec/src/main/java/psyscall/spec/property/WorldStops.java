package psyscall.spec.property;

import psyscall.spec.state.M;

/// Witness: the world is stopped.
final class WorldStops {
  static final String NAME = "world-stops";

  private WorldStops() {}

  static Property of(RuntimeView view) {
    return new Property.Sometimes(
        new Property.About(
            NAME,
            "a stop-the-world completes",
            "without it nothing about a stopped world is examined",
            view.cite("T9", "stopTheWorldWithSema")),
        M.IDS.exists(m -> view.at(m, "StopTheWorld", "stopped")).term());
  }
}
