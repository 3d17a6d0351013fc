package psyscall.checker.oracle;

import psyscall.checker.oracle.Translation.Circumstance;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

/// Two checks of all Ps together: in each stop of the world there is a moment at which every other
/// P is stopped, and a P that starts is one of those that there are.
///
/// The moment is not told, and the order in which the Ps stop is free: so the first moment that
/// will do is taken, whenever it comes between the begin and the end of the stop. It is not asked
/// for at the end itself, since threads are woken before the end is told.
final class WorldStops {
  private final Performer performer;
  private final Individuals individuals;

  /// Ps that run or are in a system call.
  private int busy;

  private Stop stop = Stop.NONE;
  private int stopper = Cast.NOBODY;
  private long limit = TraceEvent.NONE;
  private long limitBefore = TraceEvent.NONE;

  private enum Stop {
    NONE,
    WANTED,
    REACHED
  }

  WorldStops(Performer performer, Individuals individuals) {
    this.performer = performer;
    this.individuals = individuals;
  }

  /// A P began to run, or is told to be running.
  void busier() {
    busy++;
  }

  /// A P stopped, or was taken out of a system call.
  void quieter(Cast cast) throws Refused, TraceFault {
    busy--;
    if (stop == Stop.WANTED) {
      look(cast);
    }
  }

  void begin(Cast cast) throws Refused, TraceFault {
    if (stop != Stop.NONE) {
      throw Refused.byOrder("the world is not being stopped already");
    }
    performer.perform(Kind.STW_BEGIN, Circumstance.ALWAYS, cast);
    stop = Stop.WANTED;
    stopper = cast.thread();
    look(cast);
  }

  void end(Cast cast) throws Refused, TraceFault {
    if (stop == Stop.NONE) {
      throw Refused.byOrder("a stop of the world has begun");
    }
    if (cast.thread() != stopper) {
      throw Refused.byOrder("the thread that stopped the world starts it");
    }
    if (stop == Stop.WANTED) {
      performer.perform(Kind.PROCS_CHANGE, Circumstance.ALWAYS, cast);
    }
    performer.perform(Kind.STW_END, Circumstance.ALWAYS, cast);
    stop = Stop.NONE;
    limitBefore = limit;
  }

  /// Lets the lifecycle stop the world as soon as no P but the stopper's is busy.
  private void look(Cast cast) throws Refused, TraceFault {
    if (busy > 1) {
      return;
    }
    int goroutine = cast.goroutine();
    int thread = cast.thread();
    int processor = cast.processor();
    int subject = cast.subject();
    cast.set(goroutine, stopper, processor, subject);
    performer.perform(Kind.PROCS_CHANGE, Circumstance.ALWAYS, cast);
    stop = Stop.REACHED;
    for (int p = 0; p < individuals.processors(); p++) {
      performer.putIdle(p);
    }
    cast.set(goroutine, thread, processor, subject);
  }

  /// There are so many Ps from now on.
  void resize(long processors) throws TraceFault {
    limitBefore = stop == Stop.NONE ? processors : Math.max(limit, processors);
    limit = processors;
    if (stop == Stop.REACHED) {
      for (int p = 0; p < individuals.processors(); p++) {
        performer.setThere(p, individuals.processorId(p) < processors);
      }
    }
  }

  /// @param processor the id of a P that starts
  void starts(long processor) throws Refused {
    // Inside of a stop the old number may still count: nothing orders the two events.
    if (limit != TraceEvent.NONE && processor >= Math.max(limit, limitBefore)) {
      throw Refused.byOrder("there are as many Ps as that: GOMAXPROCS=" + limit);
    }
  }
}
