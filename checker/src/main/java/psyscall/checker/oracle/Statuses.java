package psyscall.checker.oracle;

import java.util.BitSet;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;

/// What the second format tells at the beginning of each generation: of whom nothing is known yet
/// it is believed, of everybody else it must be what the lifecycle says.
final class Statuses {
  private static final long P_RUNNING = 1;
  private static final long P_IDLE = 2;
  private static final long P_CALLING = 3;
  private static final long P_ABANDONED = 4;
  private static final long G_RUNNABLE = 1;
  private static final long G_RUNNING = 2;
  private static final long G_CALLING = 3;
  private static final long G_WAITING = 4;
  private static final long G_GONE = 0;

  private final Judge judge;
  private final ThreadGrammar grammar;
  private final boolean staysRunning;
  private final BitSet runsFromTheStart = new BitSet();
  private long firstGeneration = TraceEvent.NONE;

  Statuses(Judge judge, ThreadGrammar grammar, Release release) {
    this.judge = judge;
    this.grammar = grammar;
    staysRunning = release.has(Change.P_STAYS_RUNNING);
  }

  void processor(TraceEvent event) throws Refused, TraceFault {
    int p = judge.cast.subject();
    long told = event.value();
    judge.needsSubject();
    if (told < P_RUNNING || told > P_ABANDONED) {
      throw Refused.byOrder("a P runs, is idle or is in a system call: status=1..4");
    }
    if (judge.individuals.isKnown(p)) {
      long known = ofProcessor(p);
      if (told != known && !(told == P_ABANDONED && known == P_CALLING)) {
        throw Refused.byOrder("the P does what was told before: status=" + known);
      }
      return;
    }
    believe(p, told);
    judge.individuals.know(p);
  }

  private void believe(int p, long told) throws Refused, TraceFault {
    int thread = judge.cast.thread();
    if (told == P_IDLE) {
      judge.lifecycle.assumeProcessor(p, Holder.IdleList, Cast.NOBODY);
      return;
    }
    judge.stops.busier();
    if (told == P_ABANDONED) {
      judge.lifecycle.assumeProcessor(p, Holder.Syscall, Cast.NOBODY);
      return;
    }
    if (thread == Cast.NOBODY) {
      throw Refused.byOrder("a P that runs or is in a system call is told by its thread");
    }
    if (judge.lifecycle.processorOf(thread) != Cast.NOBODY) {
      throw Refused.byOrder("the thread has one P");
    }
    boolean runs = told == P_RUNNING || staysRunning;
    judge.lifecycle.assumeProcessor(p, runs ? Holder.Running : Holder.Syscall, thread);
    if (told == P_RUNNING) {
      runsFromTheStart.set(p);
      enter(thread);
    }
  }

  /// A thread that is told to be in a system call has started the P that is told to run on it.
  private void enter(int thread) {
    int p = judge.lifecycle.processorOf(thread);
    int g = judge.lifecycle.goroutineOn(thread);
    if (g != Cast.NOBODY && judge.lifecycle.status(g) == GStatus.Gsyscall) {
      grammar.calls(thread, p != Cast.NOBODY && runsFromTheStart.get(p));
    }
  }

  /// What the second format would say of a P.
  private long ofProcessor(int p) {
    int thread = judge.lifecycle.holderThread(p);
    return switch (judge.lifecycle.holder(p)) {
      case Running ->
          staysRunning && grammar.place(thread) == ThreadGrammar.Place.CALLING
              ? P_CALLING
              : P_RUNNING;
      case Syscall -> P_CALLING;
      case IdleList, Transit, NextOf, Stopped -> P_IDLE;
    };
  }

  void goroutine(TraceEvent event, int caller) throws Refused, TraceFault {
    int g = judge.cast.subject();
    long told = event.value();
    judge.needsSubject();
    if (firstGeneration == TraceEvent.NONE) {
      firstGeneration = event.generation();
    }
    if (told < G_RUNNABLE || told > G_WAITING) {
      throw Refused.byOrder("a goroutine is runnable, runs, calls or waits: status=1..4");
    }
    if (judge.individuals.has(g, Individuals.ANNOUNCED)) {
      long known = ofGoroutine(g);
      if (told != known) {
        throw Refused.byOrder("the goroutine does what was told before: status=" + known);
      }
      return;
    }
    if (event.generation() != firstGeneration) {
      throw Refused.byOrder("a goroutine of a later generation was created before it is told of");
    }
    believe(g, told, caller);
    judge.individuals.mark(g, Individuals.ANNOUNCED);
  }

  private void believe(int g, long told, int caller) throws Refused, TraceFault {
    int thread = judge.cast.thread();
    if (told == G_RUNNING) {
      occupy(g, GStatus.Grunning, thread);
    } else if (told == G_CALLING) {
      boolean isTold = caller != Cast.NOBODY;
      occupy(g, GStatus.Gsyscall, isTold ? caller : Individuals.unknownThread(g));
      if (isTold) {
        enter(caller);
      }
    } else {
      GStatus status = told == G_RUNNABLE ? GStatus.Grunnable : GStatus.Gwaiting;
      judge.lifecycle.assumeGoroutine(g, status, Cast.NOBODY);
    }
  }

  private void occupy(int g, GStatus status, int thread) throws Refused, TraceFault {
    if (thread == Cast.NOBODY) {
      throw Refused.byOrder("a goroutine that runs is told by its thread");
    }
    if (judge.lifecycle.goroutineOn(thread) != Cast.NOBODY) {
      throw Refused.byOrder("one goroutine is on the thread");
    }
    judge.lifecycle.assumeGoroutine(g, status, thread);
  }

  /// What the second format would say of a goroutine.
  private long ofGoroutine(int g) {
    return switch (judge.lifecycle.status(g)) {
      case Grunnable -> G_RUNNABLE;
      case Grunning -> judge.individuals.has(g, Individuals.AWAITS_START) ? G_RUNNABLE : G_RUNNING;
      case Gsyscall -> G_CALLING;
      case Gwaiting -> G_WAITING;
      case Gdead -> G_GONE;
    };
  }
}
