package psyscall.model.trace1;

import java.util.List;
import org.jspecify.annotations.Nullable;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// What the lanes wait for when none of them can go on.
///
/// @param lanes all lanes
/// @param table the types of the format
/// @param goroutines what is known of the goroutines
record Frontier(Lane[] lanes, EventTable table, Goroutines goroutines) {
  private static final int TOLD_MAX = 8;
  private static final List<String> STATES = List.of("unknown", "runnable", "running", "waiting");

  /// The fault that tells it: the lane with the earliest event first, then the others.
  ///
  /// @return the fault, or null if no lane waits
  @Nullable TraceFault fault() {
    Lane earliest = null;
    int waiting = 0;
    for (Lane lane : lanes) {
      if (lane.standing()) {
        waiting++;
        if (earliest == null || lane.time() < earliest.time()) {
          earliest = lane;
        }
      }
    }
    return earliest == null ? null : fault(earliest, waiting);
  }

  private TraceFault fault(Lane earliest, int waiting) {
    StringBuilder text = new StringBuilder("no consistent order of the events: ");
    text.append(waits(earliest));
    int told = 1;
    for (int at = 0; at < lanes.length && told < TOLD_MAX; at++) {
      if (lanes[at].standing() && lanes[at] != earliest) {
        text.append("; ").append(waits(lanes[at]));
        told++;
      }
    }
    if (told < waiting) {
      text.append("; and %d more".formatted(waiting - told));
    }
    return new TraceFault(Trouble.NO_ORDER, earliest.eventStart(), text.toString());
  }

  private String waits(Lane lane) {
    Move move = table.move(lane.type());
    int goroutine = lane.subject();
    String who =
        switch (move) {
          case COLLECT -> "the collector";
          case NONE, CREATE, TELL, START, START_HERE, PARK, YIELD, READY, READY_HERE ->
              "goroutine " + Long.toUnsignedString(goroutines.id(goroutine));
        };
    String wanted =
        (move == Move.COLLECT ? "" : " to be " + state(move.from()))
            + (move.numbered() ? " with number " + text(Goroutines.wanted(lane, move)) : "");
    return "%s at byte %d is %s and waits for %s%s, which %s"
        .formatted(
            lane.processor() == -1 ? "no P" : "P " + text(lane.processor()),
            lane.eventStart(),
            EventTable.name(lane.type()),
            who,
            wanted,
            is(goroutine, move));
  }

  private String is(int goroutine, Move move) {
    String number = text(goroutines.number(goroutine));
    if (move == Move.COLLECT) {
      return "has number " + number;
    }
    return goroutines.state(goroutine) == Goroutines.DEAD
        ? "was never created (no GoCreate)"
        : "is %s with number %s".formatted(state(goroutines.state(goroutine)), number);
  }

  private static String state(int state) {
    return STATES.get(state);
  }

  private static String text(long number) {
    return Long.toUnsignedString(number);
  }
}
