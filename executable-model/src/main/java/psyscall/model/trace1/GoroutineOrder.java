package psyscall.model.trace1;

import org.jspecify.annotations.Nullable;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// The order from Go 1.7 on: of the events whose goroutine is ready for them, the earliest.
///
/// A heap has the lanes by time. The first of them either may go on, or is parked until its
/// goroutine moves; so a lane is asked again only when that can change the answer.
final class GoroutineOrder implements LaneOrder {
  private final Lane[] lanes;
  private final EventTable table;
  private final LaneHeap heap;
  private final Goroutines goroutines;
  private final ParkedLanes parked;

  /// An order over lanes that are before their first event.
  ///
  /// @throws TraceFault if the allowance has no room for it
  GoroutineOrder(Lane[] lanes, EventTable table, MemoryAllowance allowance) throws TraceFault {
    this.lanes = lanes;
    this.table = table;
    allowance.take(lanes.length * ParkedLanes.BYTES_EACH, 0);
    goroutines = new Goroutines(allowance);
    parked = new ParkedLanes(lanes, table, goroutines, allowance);
    heap = new LaneHeap(lanes.length);
    for (Lane lane : lanes) {
      if (lane.advance()) {
        heap.add(lane);
      }
    }
  }

  @Override
  public @Nullable Lane first() throws TraceFault {
    while (!heap.isEmpty()) {
      Lane lane = heap.first();
      Move move = table.move(lane.type());
      if (move == Move.NONE) {
        return lane;
      }
      int goroutine = goroutines.moved(lane, move);
      lane.about(goroutine);
      if (goroutines.allow(goroutine, lane, move)) {
        return lane;
      }
      heap.removeFirst();
      parked.add(lane);
    }
    return null;
  }

  @Override
  public boolean pass(Lane lane) {
    Move move = table.move(lane.type());
    int goroutine = lane.subject();
    if (move != Move.NONE) {
      goroutines.apply(goroutine, move);
    }
    boolean more = lane.advance();
    if (more) {
      heap.firstWentOn();
    } else {
      heap.removeFirst();
    }
    if (move != Move.NONE) {
      parked.wake(goroutine, heap);
    }
    return more;
  }

  @Override
  public @Nullable TraceFault stuck() {
    return new Frontier(lanes, table, goroutines).fault();
  }
}
