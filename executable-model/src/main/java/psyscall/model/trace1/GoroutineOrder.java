package psyscall.model.trace1;

import org.jspecify.annotations.Nullable;
import psyscall.model.observe.Kind;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
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
  private final boolean whole;
  private boolean ended;

  /// An order over lanes that are before their first event.
  ///
  /// @param scan what was found in the file
  /// @param table the types of its format
  /// @param allowance asked before anything is allocated whose size the file decides
  /// @throws TraceFault if the allowance has no room for it
  GoroutineOrder(BufferScan scan, EventTable table, MemoryAllowance allowance)
      throws TraceFault {
    lanes = scan.lanes();
    whole = scan.closed();
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
    while (!heap.isEmpty() && !ended) {
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
  public void pass(Lane lane) {
    Move move = table.move(lane.type());
    int goroutine = lane.subject();
    if (move != Move.NONE) {
      goroutines.apply(goroutine, move);
    }
    if (lane.advance()) {
      heap.firstWentOn();
    } else {
      heap.removeFirst();
      ended = !whole && mayGoOn(lane);
    }
    if (move != Move.NONE) {
      parked.wake(goroutine, heap);
    }
  }

  /// Whether a P that has no more events may have had some, and may hold a thread meanwhile.
  private boolean mayGoOn(Lane lane) {
    return lane.processor() != TraceEvent.NONE && table.kind(lane.type()) != Kind.PROC_STOP;
  }

  @Override
  public @Nullable TraceFault stuck() {
    return new Frontier(lanes, table, goroutines).fault();
  }
}
