package psyscall.checker.oracle;

import java.util.Arrays;
import psyscall.checker.conformance.OpenLifecycle;
import psyscall.model.observe.LongIndex;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;

/// Small numbers for the goroutines, threads and Ps of a trace, and a few marks on each.
///
/// A goroutine that ends gives its number back, so that a trace of any length needs memory only for
/// those that are alive at a time. Threads whose id is told have even numbers; the odd ones are for
/// threads that must exist but are not told: the thread of a goroutine that was in a system call
/// when the trace began.
final class Individuals {
  /// A goroutine's mark: it was created or told of.
  static final int ANNOUNCED = 1;

  /// A goroutine's mark: it runs again already, its start is only told later.
  static final int AWAITS_START = 2;

  /// A goroutine's mark: its call has ended, the end is only told later.
  static final int LEFT_EARLY = 4;

  /// Go's limit was 1,024 and is none today; more than this is no machine.
  private static final int PROCESSORS_MAX = 1 << 14;

  private final OpenLifecycle lifecycle;
  private final MemoryAllowance memory;
  private final LongIndex goroutines;
  private final LongIndex threads;
  private final LongIndex processors;
  private byte[] marks = new byte[64];
  private boolean[] isKnown = new boolean[64];
  private int goroutinesSeen;
  private int processorsSeen;

  Individuals(OpenLifecycle lifecycle, MemoryAllowance memory) {
    this.lifecycle = lifecycle;
    this.memory = memory;
    goroutines = new LongIndex(memory);
    threads = new LongIndex(memory);
    processors = new LongIndex(memory);
  }

  /// The number of a goroutine; one that is not known is dead.
  int goroutine(long id, long position) throws TraceFault {
    if (id == TraceEvent.NONE) {
      return Cast.NOBODY;
    }
    int number = goroutines.add(id, position);
    if (number >= goroutinesSeen) {
      if (number >= marks.length) {
        memory.take(marks.length, position);
        marks = Arrays.copyOf(marks, marks.length * 2);
      }
      goroutinesSeen = number + 1;
      lifecycle.assumeGoroutine(number, GStatus.Gdead, Cast.NOBODY);
    }
    return number;
  }

  /// The number of a goroutine that may have none.
  int known(long id) {
    return goroutines.of(id);
  }

  /// The number of a thread.
  int thread(long id, long position) throws TraceFault {
    return id == TraceEvent.NONE ? Cast.NOBODY : 2 * threads.add(id, position);
  }

  /// The number of the thread that a goroutine must be on although it is not told.
  static int unknownThread(int goroutine) {
    return 2 * goroutine + 1;
  }

  static boolean isUnknownThread(int thread) {
    return (thread & 1) != 0 && thread != Cast.NOBODY;
  }

  /// The number of a P; one that is not known is idle.
  int processor(long id, long position) throws TraceFault {
    if (id == TraceEvent.NONE) {
      return Cast.NOBODY;
    }
    int number = processors.add(id, position);
    if (number >= processorsSeen) {
      if (number >= PROCESSORS_MAX) {
        throw new TraceFault(
            TraceFault.Trouble.MEMORY,
            position,
            "more Ps than can be judged: limit=%d, P=%d".formatted(PROCESSORS_MAX, id));
      }
      if (number >= isKnown.length) {
        isKnown = Arrays.copyOf(isKnown, isKnown.length * 2);
      }
      processorsSeen = number + 1;
      lifecycle.assumeProcessor(number, Holder.IdleList, Cast.NOBODY);
    }
    return number;
  }

  /// A goroutine has ended: another may have its number.
  void forget(int goroutine) {
    if (goroutine != Cast.NOBODY) {
      marks[goroutine] = 0;
      goroutines.remove(goroutines.id(goroutine));
    }
  }

  boolean has(int goroutine, int mark) {
    return goroutine != Cast.NOBODY && (marks[goroutine] & mark) != 0;
  }

  void mark(int goroutine, int mark) {
    marks[goroutine] |= (byte) mark;
  }

  void unmark(int goroutine, int mark) {
    marks[goroutine] &= (byte) ~mark;
  }

  /// Whether what a P does was told, and not only that there is one.
  boolean isKnown(int processor) {
    return isKnown[processor];
  }

  void know(int processor) {
    isKnown[processor] = true;
  }

  /// How many Ps have a number.
  int processors() {
    return processorsSeen;
  }

  long goroutineId(int number) {
    return goroutines.id(number);
  }

  long threadId(int number) {
    return threads.id(number / 2);
  }

  long processorId(int number) {
    return processors.id(number);
  }
}
