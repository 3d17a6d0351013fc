package psyscall.model.tracewriter;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntPredicate;
import psyscall.model.workload.StopReason;

/// Tells what happens in the words of the format, and what everybody does at the beginning of each
/// generation. It judges nothing: a step that the lifecycle does not allow is told, too, for
/// whoever reads the trace to refuse.
final class Telling {
  private static final int FIRST_THREAD = 1;

  private final Standing standing;
  private final Names names;
  private final TraceFile file;
  private long time;
  private Optional<StopReason> stop = Optional.empty();
  private boolean isCollecting;
  private long collectionEvents;

  /// Nothing is told.
  ///
  /// @param standing nobody does anything
  /// @param names of goroutines and of reasons
  /// @param file where it goes
  Telling(Standing standing, Names names, TraceFile file) {
    this.standing = standing;
    this.names = names;
    this.file = file;
  }

  /// The first thread runs the first goroutine on the first P.
  ///
  /// @param isThere which of the others are there, and runnable
  /// @param waits which of them are there and wait
  void beginsWith(IntPredicate isThere, IntPredicate waits) throws IOException {
    standing.processor(0, Standing.P_RUNNING, FIRST_THREAD);
    for (int g = 0; g < standing.goroutines(); g++) {
      if (g == 0 || isThere.test(g)) {
        standing.created(g);
      }
      if (waits.test(g)) {
        standing.goroutine(g, Standing.G_WAITING, Standing.NONE);
      }
    }
    standing.goroutine(0, Standing.G_RUNNING, FIRST_THREAD);
    file.header();
    begin(0);
  }

  /// Goes to another generation.
  ///
  /// @param nanos when, from the start of the run
  void nextGeneration(long nanos) throws IOException {
    file.end();
    standing.restartCounts();
    begin(nanos);
  }

  private void begin(long nanos) throws IOException {
    at(nanos);
    file.begin(time);
    for (int p = 0; p < standing.processors(); p++) {
      Batch batch = event(teller(standing.threadOfProcessor(p)), Word.PROC_STATUS);
      batch.number(p);
      batch.number(standing.processor(p));
    }
    for (int g = 0; g < standing.goroutines(); g++) {
      if (standing.goroutine(g) != Standing.G_GONE) {
        int thread = standing.threadOfGoroutine(g);
        Batch batch = event(teller(thread), Word.GO_STATUS);
        batch.number(standing.id(g));
        batch.number(thread == Standing.NONE ? TraceFile.NOBODY : thread);
        batch.number(standing.goroutine(g));
      }
    }
    if (isCollecting) {
      goesOnCollecting();
    }
  }

  /// A goroutine has to tell it that runs; if none does, it goes without saying.
  private void goesOnCollecting() throws IOException {
    for (int g = 0; g < standing.goroutines(); g++) {
      int thread = standing.threadOfGoroutine(g);
      if (standing.goroutine(g) == Standing.G_RUNNING
          && standing.processorOf(thread) != Standing.NONE) {
        collection(thread, Word.GC_ACTIVE);
        return;
      }
    }
  }

  /// Who is on a thread is told by it, the others by the first.
  private static int teller(int thread) {
    return thread == Standing.NONE ? FIRST_THREAD : thread;
  }

  /// Ends the trace.
  void end() throws IOException {
    file.end();
  }

  /// What comes next happens now.
  ///
  /// @param nanos from the start of the run; no time of a trace is 0, by which Go's reader stands
  ///   for none
  void at(long nanos) {
    time = Math.max(time, nanos);
  }

  private Batch event(int thread, Word word) throws IOException {
    time++;
    return file.event(thread, word, time);
  }

  /// How much of the generation is written, in bytes.
  long bytes() {
    return file.bytes();
  }

  void creates(int thread, int g) throws IOException {
    Batch batch = event(thread, Word.GO_CREATE);
    batch.number(standing.created(g));
    batch.number(names.stackOf(g));
    batch.number(Names.NO_STACK);
  }

  void starts(int thread, int g) throws IOException {
    Batch batch = event(thread, Word.GO_START);
    batch.number(standing.id(g));
    batch.number(standing.countGoroutine(g));
    standing.goroutine(g, Standing.G_RUNNING, thread);
  }

  void yields(int thread, int g) throws IOException {
    leaves(event(thread, Word.GO_STOP), Names.YIELDS, g);
    standing.goroutine(g, Standing.G_RUNNABLE, Standing.NONE);
  }

  void parks(int thread, int g) throws IOException {
    leaves(event(thread, Word.GO_BLOCK), Names.PARKS, g);
    standing.goroutine(g, Standing.G_WAITING, Standing.NONE);
  }

  private void leaves(Batch batch, int reason, int g) {
    batch.number(reason);
    batch.number(names.stackOf(g));
  }

  void readies(int thread, int g) throws IOException {
    Batch batch = event(thread, Word.GO_UNBLOCK);
    batch.number(standing.id(g));
    batch.number(standing.countGoroutine(g));
    batch.number(Names.NO_STACK);
    standing.goroutine(g, Standing.G_RUNNABLE, Standing.NONE);
  }

  void ends(int thread, int g) throws IOException {
    event(thread, Word.GO_DESTROY);
    standing.goroutine(g, Standing.G_GONE, Standing.NONE);
  }

  void enters(int thread, int g) throws IOException {
    int p = standing.processorOf(thread);
    Batch batch = event(thread, Word.GO_SYSCALL_BEGIN);
    batch.number(p == Standing.NONE ? 0 : standing.countProcessor(p));
    batch.number(names.stackOf(g));
    standing.goroutine(g, Standing.G_CALLING, thread);
    if (p != Standing.NONE) {
      standing.processor(p, Standing.P_CALLING, thread);
    }
  }

  /// A call whose P was there all the time ends in one word; else the goroutine is runnable, and
  /// starts again.
  void returnsWithProcessor(int thread, int g) throws IOException {
    int p = standing.processorOf(thread);
    if (p != Standing.NONE && standing.processor(p) == Standing.P_CALLING) {
      event(thread, Word.GO_SYSCALL_END);
      standing.processor(p, Standing.P_RUNNING, thread);
      standing.goroutine(g, Standing.G_RUNNING, thread);
    } else {
      returnsWithout(thread, g);
      starts(thread, g);
    }
  }

  void returnsWithout(int thread, int g) throws IOException {
    event(thread, Word.GO_SYSCALL_END_BLOCKED);
    standing.goroutine(g, Standing.G_RUNNABLE, Standing.NONE);
  }

  /// A thread that has taken its P back has told nothing of it: in the format it never lost it.
  void startsProcessor(int thread, int p) throws IOException {
    if (standing.processorOf(thread) != p) {
      Batch batch = event(thread, Word.PROC_START);
      batch.number(p);
      batch.number(standing.countProcessor(p));
      standing.processor(p, Standing.P_RUNNING, thread);
    }
  }

  void stopsProcessor(int thread, int p) throws IOException {
    event(thread, Word.PROC_STOP);
    standing.processor(p, Standing.P_IDLE, Standing.NONE);
  }

  /// The P that a thread remembers may by now be in the call of another.
  void takesBack(int thread, int p) throws IOException {
    if (standing.threadOfProcessor(p) != thread) {
      steals(thread, p);
    }
  }

  void steals(int thread, int p) throws IOException {
    Batch batch = event(thread, Word.PROC_STEAL);
    batch.number(p);
    batch.number(standing.countProcessor(p));
    batch.number(standing.threadOfProcessor(p));
    standing.processor(p, Standing.P_IDLE, Standing.NONE);
  }

  /// As in Go, a collection begins before the world is stopped for it (mgc.go, `gcStart`).
  void stopsTheWorld(int thread) throws IOException {
    int g = standing.goroutineOf(thread);
    stop = g == Standing.NONE ? Optional.empty() : names.stop(g);
    if (stop.equals(Optional.of(StopReason.SWEEP_TERMINATION)) && !isCollecting) {
      Batch batch = collection(thread, Word.GC_BEGIN);
      batch.number(names.stackOf(g));
      isCollecting = true;
    }
    Batch batch = event(thread, Word.STW_BEGIN);
    batch.number(names.reason(stop));
    batch.number(Names.NO_STACK);
  }

  /// As in Go, a collection ends before the world runs again (mgc.go, `gcMarkTermination`).
  void startsTheWorld(int thread) throws IOException {
    if (stop.equals(Optional.of(StopReason.MARK_TERMINATION)) && isCollecting) {
      collection(thread, Word.GC_END);
      isCollecting = false;
    }
    event(thread, Word.STW_END);
  }

  private Batch collection(int thread, Word word) throws IOException {
    Batch batch = event(thread, word);
    batch.number(++collectionEvents);
    return batch;
  }
}
