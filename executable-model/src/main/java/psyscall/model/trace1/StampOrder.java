package psyscall.model.trace1;

import org.jspecify.annotations.Nullable;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// The order of the 1.5 format: by numbers that are counted over all Ps. Time must not run
/// backwards in it; Go refuses such a trace with the same words, since its clocks, and with them
/// the numbers, cannot be trusted.
final class StampOrder implements LaneOrder {
  private final LaneHeap heap;
  private final MovedExits exits;
  private final Lane exitLane;
  private long stamp = Long.MIN_VALUE;
  private long time = Long.MIN_VALUE;

  /// An order over lanes that are before their first event.
  ///
  /// @param scan what was found in the file
  /// @param exitLane a lane without ranges, which stands on one moved event after the other
  StampOrder(BufferScan scan, Lane exitLane) {
    this.exits = scan.exits();
    this.exitLane = exitLane;
    heap = new LaneHeap(scan.lanes().length + 1);
    for (Lane lane : scan.lanes()) {
      if (lane.advance()) {
        heap.add(lane);
      }
    }
    if (exits.next(exitLane)) {
      heap.add(exitLane);
    }
  }

  @Override
  public @Nullable Lane first() throws TraceFault {
    if (heap.isEmpty()) {
      return null;
    }
    Lane lane = heap.first();
    if (lane.key() < stamp) {
      throw disorder(lane, "number=%d, before=%d".formatted(lane.key(), stamp), "numbers");
    }
    if (lane.time() < time) {
      throw disorder(lane, "time=%d, before=%d".formatted(lane.time(), time), "time stamps");
    }
    stamp = lane.key();
    time = lane.time();
    return lane;
  }

  private static TraceFault disorder(Lane lane, String values, String what) {
    return new TraceFault(
        Trouble.NO_ORDER,
        lane.eventStart(),
        "%s out of order: byte=%d, event=%s, %s"
            .formatted(what, lane.eventStart(), EventTable.name(lane.type()), values));
  }

  @Override
  public boolean pass(Lane lane) {
    boolean more = lane == exitLane ? exits.next(exitLane) : lane.advance();
    if (more) {
      heap.firstWentOn();
    } else {
      heap.removeFirst();
    }
    return more || lane == exitLane;
  }

  @Override
  public @Nullable TraceFault stuck() {
    return null;
  }
}
