package psyscall.model.tracewriter;

import java.util.Arrays;

/// What Ps and goroutines do as the format tells it, and the numbers of the last events that
/// counted them. In the format a P is in a call from the begin of the call on; what is behind it is
/// idle there, whoever has it in his hand.
class Standing {
  /// No P, goroutine or thread.
  static final int NONE = -1;

  static final byte P_RUNNING = 1;
  static final byte P_IDLE = 2;
  static final byte P_CALLING = 3;

  /// There is no such goroutine.
  static final byte G_GONE = 0;

  static final byte G_RUNNABLE = 1;
  static final byte G_RUNNING = 2;
  static final byte G_CALLING = 3;
  static final byte G_WAITING = 4;

  private final byte[] processors;
  private final int[] threadOfProcessor;
  private final long[] processorCounts;
  private final byte[] goroutines;
  private final int[] threadOfGoroutine;
  private final long[] goroutineCounts;
  private final long[] goroutineIds;
  private final int[] processorOf;
  private final int[] goroutineOf;
  private long nextId;

  /// All Ps are idle, and no goroutine is there.
  ///
  /// @param processors how many Ps
  /// @param goroutines how many goroutines
  /// @param threads the last thread
  Standing(int processors, int goroutines, int threads) {
    this.processors = new byte[processors];
    Arrays.fill(this.processors, P_IDLE);
    threadOfProcessor = new int[processors];
    Arrays.fill(threadOfProcessor, NONE);
    processorCounts = new long[processors];
    this.goroutines = new byte[goroutines];
    threadOfGoroutine = new int[goroutines];
    Arrays.fill(threadOfGoroutine, NONE);
    goroutineCounts = new long[goroutines];
    goroutineIds = new long[goroutines];
    processorOf = new int[threads + 1];
    Arrays.fill(processorOf, NONE);
    goroutineOf = new int[threads + 1];
    Arrays.fill(goroutineOf, NONE);
    nextId = goroutines + 1L;
  }

  int processors() {
    return processors.length;
  }

  int goroutines() {
    return goroutines.length;
  }

  /// What a P does.
  byte processor(int p) {
    return processors[p];
  }

  /// The thread that a P runs on or is in a call of, or [#NONE].
  int threadOfProcessor(int p) {
    return threadOfProcessor[p];
  }

  /// The P that a thread runs or has in its call, or [#NONE].
  int processorOf(int thread) {
    return processorOf[thread];
  }

  /// A P does something else.
  ///
  /// @param thread where, or [#NONE] for an idle one
  void processor(int p, byte status, int thread) {
    if (threadOfProcessor[p] != NONE) {
      processorOf[threadOfProcessor[p]] = NONE;
    }
    processors[p] = status;
    threadOfProcessor[p] = thread;
    if (thread != NONE) {
      processorOf[thread] = p;
    }
  }

  /// What a goroutine does.
  byte goroutine(int g) {
    return goroutines[g];
  }

  /// The thread that a goroutine runs or calls on, or [#NONE].
  int threadOfGoroutine(int g) {
    return threadOfGoroutine[g];
  }

  /// A goroutine does something else.
  ///
  /// @param thread where, or [#NONE] for one that is on no thread
  void goroutine(int g, byte status, int thread) {
    if (threadOfGoroutine[g] != NONE) {
      goroutineOf[threadOfGoroutine[g]] = NONE;
    }
    goroutines[g] = status;
    threadOfGoroutine[g] = thread;
    if (thread != NONE) {
      goroutineOf[thread] = g;
    }
  }

  /// The goroutine that runs or calls on a thread, or [#NONE].
  int goroutineOf(int thread) {
    return goroutineOf[thread];
  }

  /// The id of a goroutine in the trace.
  long id(int g) {
    return goroutineIds[g];
  }

  /// A goroutine is there, perhaps again: the format never uses an id twice.
  ///
  /// @return its id, one more than its number in the program the first time
  long created(int g) {
    goroutineIds[g] = goroutineIds[g] == 0 ? g + 1L : nextId++;
    goroutineCounts[g] = 0;
    goroutine(g, G_RUNNABLE, NONE);
    return goroutineIds[g];
  }

  /// The next number of a P.
  long countProcessor(int p) {
    return ++processorCounts[p];
  }

  /// The next number of a goroutine.
  long countGoroutine(int g) {
    return ++goroutineCounts[g];
  }

  /// All numbers begin again.
  void restartCounts() {
    Arrays.fill(processorCounts, 0);
    Arrays.fill(goroutineCounts, 0);
  }
}
