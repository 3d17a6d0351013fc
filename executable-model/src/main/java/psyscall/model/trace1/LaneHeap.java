package psyscall.model.trace1;

/// Lanes that stand on an event, the one with the least key first; of equal keys the lane that the
/// file named first.
final class LaneHeap {
  private final Lane[] lanes;
  private int count;

  /// An empty heap.
  ///
  /// @param most how many lanes there are, 1 or more
  LaneHeap(int most) {
    lanes = new Lane[most];
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// The first lane.
  Lane first() {
    return lanes[0];
  }

  /// Adds a lane that is not in the heap.
  void add(Lane lane) {
    int hole = count++;
    while (hole > 0 && before(lane, lanes[(hole - 1) / 2])) {
      lanes[hole] = lanes[(hole - 1) / 2];
      hole = (hole - 1) / 2;
    }
    lanes[hole] = lane;
  }

  /// Takes the first lane out.
  void removeFirst() {
    count--;
    sink(lanes[count]);
  }

  /// Puts the first lane where it belongs, after it went to another event.
  void firstWentOn() {
    sink(lanes[0]);
  }

  private void sink(Lane lane) {
    int hole = 0;
    while (2 * hole + 1 < count) {
      int child = 2 * hole + 1;
      if (child + 1 < count && before(lanes[child + 1], lanes[child])) {
        child++;
      }
      if (!before(lanes[child], lane)) {
        break;
      }
      lanes[hole] = lanes[child];
      hole = child;
    }
    lanes[hole] = lane;
  }

  private static boolean before(Lane a, Lane b) {
    return a.key() < b.key() || a.key() == b.key() && a.number() < b.number();
  }
}
