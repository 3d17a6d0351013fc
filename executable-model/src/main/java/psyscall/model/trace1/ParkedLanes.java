package psyscall.model.trace1;

import java.util.Arrays;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// Lanes whose next event has to wait for a goroutine.
///
/// For each goroutine and each of its states there are two queues: events that ask for a number, by
/// that number, and events that do not. When the goroutine moves, at most the first of each queue
/// may go on; so a file in which a million Ps wait for one goroutine costs no more for each event
/// than another. A queue is a pairing heap, its links are arrays by the number of the lane.
final class ParkedLanes {
  /// What the links of one lane take.
  static final long BYTES_EACH = 16;

  private static final int NONE = -1;
  private static final int QUEUES = 2 * Goroutines.STATES;

  private final Lane[] lanes;
  private final Goroutines goroutines;
  private final EventTable table;
  private final MemoryAllowance allowance;
  private final long[] wanted;
  private final int[] children;
  private final int[] siblings;
  private int[] places = new int[64];
  private int[] roots = new int[64 * QUEUES];
  private int placeCount;

  /// No lane is parked.
  ParkedLanes(
      Lane[] lanes, EventTable table, Goroutines goroutines, MemoryAllowance allowance) {
    this.lanes = lanes;
    this.table = table;
    this.goroutines = goroutines;
    this.allowance = allowance;
    wanted = new long[lanes.length];
    children = new int[lanes.length];
    siblings = new int[lanes.length];
  }

  /// Parks a lane until the goroutine that its event moves is ready for it.
  ///
  /// @throws TraceFault if more goroutines are waited for than the allowance has room for
  void add(Lane lane) throws TraceFault {
    Move move = table.move(lane.type());
    int number = lane.number();
    wanted[number] = Goroutines.wanted(lane, move);
    children[number] = NONE;
    siblings[number] = NONE;
    int queue = queue(lane.subject(), move.from(), move.numbered(), lane.eventStart());
    roots[queue] = merged(roots[queue], number);
  }

  /// Puts those lanes into a heap that may go on because a goroutine has moved.
  void wake(int goroutine, LaneHeap heap) {
    if (goroutine >= places.length || places[goroutine] == 0) {
      return;
    }
    int queues = (places[goroutine] - 1) * QUEUES + 2 * goroutines.state(goroutine);
    if (roots[queues] != NONE) {
      heap.add(taken(queues));
    }
    int numbered = queues + 1;
    long number = goroutines.number(goroutine);
    // Numbers only rise: who asks for a smaller one waits for ever.
    while (roots[numbered] != NONE && Long.compareUnsigned(wanted[roots[numbered]], number) < 0) {
      taken(numbered);
    }
    if (roots[numbered] != NONE && wanted[roots[numbered]] == number) {
      heap.add(taken(numbered));
    }
  }

  private int queue(int goroutine, int state, boolean numbered, long position) throws TraceFault {
    if (goroutine >= places.length) {
      int more = Math.max(goroutine + 1, (int) Math.min(Integer.MAX_VALUE - 8, 2L * places.length));
      allowance.take(4L * (more - places.length), position);
      places = Arrays.copyOf(places, more);
    }
    if (places[goroutine] == 0) {
      if (roots.length == placeCount * QUEUES) {
        long more = 2L * roots.length;
        allowance.take(more < Integer.MAX_VALUE ? 4L * roots.length : Long.MAX_VALUE, position);
        roots = Arrays.copyOf(roots, (int) more);
      }
      Arrays.fill(roots, placeCount * QUEUES, (placeCount + 1) * QUEUES, NONE);
      places[goroutine] = ++placeCount;
    }
    return (places[goroutine] - 1) * QUEUES + 2 * state + (numbered ? 1 : 0);
  }

  private Lane taken(int queue) {
    int first = roots[queue];
    roots[queue] = pairs(children[first]);
    return lanes[first];
  }

  /// Merges siblings: two and two from the left, the pairs from the right.
  private int pairs(int left) {
    int rest = left;
    int done = NONE;
    while (rest != NONE) {
      int a = rest;
      int b = siblings[a];
      rest = b == NONE ? NONE : siblings[b];
      siblings[a] = NONE;
      if (b != NONE) {
        siblings[b] = NONE;
      }
      int pair = merged(a, b);
      siblings[pair] = done;
      done = pair;
    }
    int all = NONE;
    while (done != NONE) {
      int next = siblings[done];
      siblings[done] = NONE;
      all = merged(all, done);
      done = next;
    }
    return all;
  }

  private int merged(int a, int b) {
    if (a == NONE || b == NONE) {
      return a == NONE ? b : a;
    }
    int first = before(b, a) ? b : a;
    int other = first == a ? b : a;
    siblings[other] = children[first];
    children[first] = other;
    return first;
  }

  private boolean before(int a, int b) {
    int byNumber = Long.compareUnsigned(wanted[a], wanted[b]);
    if (byNumber != 0) {
      return byNumber < 0;
    }
    long timeA = lanes[a].key();
    long timeB = lanes[b].key();
    return timeA < timeB || timeA == timeB && a < b;
  }
}
