package psyscall.model.trace1;

import java.util.Arrays;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// Ends of system calls in the 1.5 format. The thread writes one only when it has a P again, but
/// tells its number over all Ps and its time from before; so they come by that number, and not
/// among the events of the P.
///
/// A binary heap in parallel arrays; the least number is at 0.
final class MovedExits {
  private static final int FIRST = 64;
  private static final long BYTES_EACH = 32;

  private final MemoryAllowance allowance;
  private long[] stamps = new long[FIRST];
  private long[] starts = new long[FIRST];
  private long[] times = new long[FIRST];
  private long[] writers = new long[FIRST];
  private int count;

  /// None yet.
  MovedExits(MemoryAllowance allowance) {
    this.allowance = allowance;
  }

  /// Keeps one.
  ///
  /// @param stamp its number over all Ps
  /// @param start its first byte
  /// @param time when it was
  /// @param writer the P that wrote it
  /// @throws TraceFault if there are more than the allowance has room for
  void add(long stamp, long start, long time, long writer) throws TraceFault {
    if (count == stamps.length) {
      grow(start);
    }
    int hole = count++;
    while (hole > 0 && before(stamp, start, (hole - 1) / 2)) {
      copy((hole - 1) / 2, hole);
      hole = (hole - 1) / 2;
    }
    set(hole, stamp, start, time, writer);
  }

  /// Makes a lane stand on the first of them, which is not kept any longer.
  ///
  /// @return whether there was one
  boolean next(Lane lane) {
    if (count == 0) {
      lane.leave();
      return false;
    }
    lane.standOn(starts[0], times[0], stamps[0], writers[0]);
    count--;
    int hole = 0;
    while (2 * hole + 1 < count) {
      int child = 2 * hole + 1;
      if (child + 1 < count && before(stamps[child + 1], starts[child + 1], child)) {
        child++;
      }
      if (!before(stamps[child], starts[child], count)) {
        break;
      }
      copy(child, hole);
      hole = child;
    }
    copy(count, hole);
    return true;
  }

  private boolean before(long stamp, long start, int other) {
    return stamp < stamps[other] || stamp == stamps[other] && start < starts[other];
  }

  private void copy(int from, int to) {
    set(to, stamps[from], starts[from], times[from], writers[from]);
  }

  private void set(int at, long stamp, long start, long time, long writer) {
    stamps[at] = stamp;
    starts[at] = start;
    times[at] = time;
    writers[at] = writer;
  }

  private void grow(long position) throws TraceFault {
    int more = count > Integer.MAX_VALUE / 3 ? Integer.MAX_VALUE - 8 : count * 2;
    allowance.take(more * BYTES_EACH, position);
    stamps = Arrays.copyOf(stamps, more);
    starts = Arrays.copyOf(starts, more);
    times = Arrays.copyOf(times, more);
    writers = Arrays.copyOf(writers, more);
    allowance.giveBack(count == FIRST ? 0 : count * BYTES_EACH);
  }
}
