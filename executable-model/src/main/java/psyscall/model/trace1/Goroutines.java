package psyscall.model.trace1;

import java.util.Arrays;
import psyscall.model.observe.LongIndex;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

/// The number and the state of each goroutine, as far as the order asks for them.
final class Goroutines {
  /// Not created yet; also the end of one is not noticed.
  static final int DEAD = 0;

  /// May run.
  static final int RUNNABLE = 1;

  /// Runs, or is in a system call that has its P.
  static final int RUNNING = 2;

  /// Waits, or is in a system call without a P.
  static final int WAITING = 3;

  /// How many states there are.
  static final int STATES = 4;

  /// Stands for the collections.
  static final int COLLECTIONS = 0;

  /// Stands for no goroutine: what is told of goroutine 0.
  static final int NOBODY = 1;

  private static final int RESERVED = 1;
  private static final int FIRST = 64;
  private static final long BYTES_EACH = 9;

  private final LongIndex index;
  private final MemoryAllowance allowance;
  private long[] numbers = new long[FIRST];
  private byte[] states = new byte[FIRST];

  /// All dead.
  Goroutines(MemoryAllowance allowance) throws TraceFault {
    this.allowance = allowance;
    index = new LongIndex(allowance);
    index.add(0, 0);
  }

  /// The dense number of the goroutine that the event of a lane moves.
  ///
  /// @throws TraceFault if there are more goroutines than the allowance has room for
  int moved(Lane lane, Move move) throws TraceFault {
    return switch (move) {
      case PARK, YIELD -> lane.currentIndex();
      case COLLECT -> COLLECTIONS;
      case NONE -> NOBODY;
      case CREATE, TELL, START, START_HERE, READY, READY_HERE ->
          dense(lane.first(), lane.eventStart());
    };
  }

  private int dense(long id, long position) throws TraceFault {
    int dense = index.add(id, position) + RESERVED;
    if (dense >= states.length) {
      int more = states.length > Integer.MAX_VALUE / 3 ? Integer.MAX_VALUE - 8 : states.length * 2;
      allowance.take(more * BYTES_EACH, position);
      long before = states.length == FIRST ? 0 : states.length * BYTES_EACH;
      numbers = Arrays.copyOf(numbers, more);
      states = Arrays.copyOf(states, more);
      allowance.giveBack(before);
    }
    return dense;
  }

  /// The number that the event of a lane asks for, 0 if it asks for none.
  static long wanted(Lane lane, Move move) {
    return switch (move) {
      case CREATE, NONE, START_HERE, PARK, YIELD, READY_HERE -> 0;
      case TELL -> 1;
      case START, READY -> lane.second();
      case COLLECT -> lane.first();
    };
  }

  /// Whether the event of a lane may be the next.
  ///
  /// @param goroutine the goroutine that it moves
  boolean allow(int goroutine, Lane lane, Move move) {
    return states[goroutine] == move.from()
        && (!move.numbered() || numbers[goroutine] == wanted(lane, move));
  }

  /// Moves a goroutine.
  void apply(int goroutine, Move move) {
    states[goroutine] = (byte) move.to();
    if (move.counted()) {
      numbers[goroutine]++;
    }
  }

  /// The state of a goroutine.
  int state(int goroutine) {
    return states[goroutine];
  }

  /// The number of a goroutine.
  long number(int goroutine) {
    return numbers[goroutine];
  }

  /// The id that the trace has for a goroutine.
  ///
  /// @return the id, or [TraceEvent#NONE] for collections
  long id(int goroutine) {
    return goroutine == COLLECTIONS ? TraceEvent.NONE : index.id(goroutine - RESERVED);
  }
}
