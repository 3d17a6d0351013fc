package psyscall.model.trace1;

import org.jspecify.annotations.Nullable;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// The order of the 1.5 format: by numbers that are counted over all Ps. Time must not run
/// backwards in it; Go refuses such a trace with the same words, since its clocks, and with them
/// the numbers, cannot be trusted.
///
/// Each event takes the next number. One that ends a system call takes two, when the call ends and
/// when it is written; it comes at the first. So in a file that lacks events the first number that
/// nobody has is where something is missing.
final class StampOrder implements LaneOrder {
  private final EventTable table;
  private final LaneHeap heap;
  private final MovedExits exits;
  private final Lane exitLane;
  private final boolean whole;
  private long stamp = Long.MIN_VALUE;
  private long time = Long.MIN_VALUE;

  /// An order over lanes that are before their first event.
  ///
  /// @param scan what was found in the file
  /// @param table the types of its format
  /// @param exitLane a lane without ranges, which stands on one moved event after the other
  StampOrder(BufferScan scan, EventTable table, Lane exitLane) {
    this.table = table;
    this.exits = scan.exits();
    this.exitLane = exitLane;
    whole = scan.closed();
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
    while (!heap.isEmpty()) {
      Lane lane = heap.first();
      if (!whole && stamp != Long.MIN_VALUE && lane.key() > stamp + 1) {
        return null;
      }
      if (lane.key() < stamp) {
        throw disorder(lane, "number=%d, before=%d".formatted(lane.key(), stamp), "numbers");
      }
      stamp = lane.key();
      if (lane == exitLane || !table.moved(lane.type())) {
        if (lane.time() < time) {
          throw disorder(lane, "time=%d, before=%d".formatted(lane.time(), time), "time stamps");
        }
        time = lane.time();
        return lane;
      }
      pass(lane);
    }
    return null;
  }

  private static TraceFault disorder(Lane lane, String values, String what) {
    return new TraceFault(
        Trouble.NO_ORDER,
        lane.eventStart(),
        "%s out of order: byte=%d, event=%s, %s"
            .formatted(what, lane.eventStart(), EventTable.name(lane.type()), values));
  }

  @Override
  public void pass(Lane lane) {
    boolean more = lane == exitLane ? exits.next(exitLane) : lane.advance();
    if (more) {
      heap.firstWentOn();
    } else {
      heap.removeFirst();
    }
  }

  @Override
  public @Nullable TraceFault stuck() {
    return null;
  }
}
