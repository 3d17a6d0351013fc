package psyscall.spec.lifecycle;

import static psyscall.spec.lifecycle.EventRule.Source.proc;
import static psyscall.spec.lifecycle.EventRule.Source.trace;

import java.util.List;
import psyscall.spec.release.Change;
import psyscall.spec.state.Holder;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.P;

/// The automaton of a processor.
public final class ProcessorEvents {
  /// From the idle list, a hand or a `nextp` to a thread that runs it.
  public final EventRule procStart;

  /// From the thread that runs it to its hand.
  public final EventRule procStop;

  /// From the thread that runs it to up for grabs.
  public final EventRule procPublish;

  /// From up for grabs to the hand of a thread that comes back from a system call.
  public final EventRule procReacquire;

  /// From up for grabs to the hand of a thief.
  public final EventRule procSteal;

  /// From a hand to the stopped world.
  public final EventRule procGcstop;

  /// From a hand to the idle list.
  public final EventRule procIdle;

  /// From the idle list to a hand.
  public final EventRule procTake;

  /// From a hand to a thread's `nextp`.
  public final EventRule procLeave;

  ProcessorEvents(LifecycleState s) {
    procStart = procStart(s);
    procStop = procStop(s);
    procPublish = procPublish(s);
    procReacquire = procReacquire(s);
    procSteal = procSteal(s);
    procGcstop = procGcstop(s);
    procIdle = procIdle(s);
    procTake = procTake(s);
    procLeave = procLeave(s);
  }

  private static EventRule procStart(LifecycleState s) {
    return new EventRule(s, Events.PROC_START, "is run by a thread", trace("traceProcStart")) {
      @Override
      void rule() {
        needs(
            "the P is idle, or in the thread's hand, or left for it",
            held(p, Holder.IdleList)
                .or(holds(p, Holder.Transit, m.known()))
                .or(holds(p, Holder.NextOf, m.known())));
        if (!state.release.has(Change.P_STAYS_RUNNING)) {
          needs("no goroutine runs on the thread", hasNobody(m));
        }
        needs("the thread has no P", hasNone(m));
        needs("the P that it published was taken", wasTaken(m));
        needsThere();
        give(p, Holder.Running, m.known());
      }
    };
  }

  private static EventRule procStop(LifecycleState s) {
    return new EventRule(s, Events.PROC_STOP, "is given up", trace("traceProcStop")) {
      @Override
      void rule() {
        needs("the thread has the P", runs(m, p));
        needs("no goroutine runs on the thread", hasNobody(m));
        give(p, Holder.Transit, m.known());
      }
    };
  }

  private static EventRule procPublish(LifecycleState s) {
    return new EventRule(s, Events.PROC_PUBLISH, "is up for grabs", proc("reentersyscall")) {
      @Override
      void rule() {
        needs("the thread has the P", runs(m, p));
        needs("the thread's goroutine is in a system call", calls(m));
        give(p, Holder.Syscall, m.known());
      }
    };
  }

  private static EventRule procReacquire(LifecycleState s) {
    return new EventRule(s, Events.PROC_REACQUIRE, "is taken back", proc("exitsyscallfast")) {
      @Override
      void rule() {
        needs("the P is up for grabs", isUpForGrabs(p));
        if (state.release.has(Change.P_STAYS_RUNNING)) {
          needs("a goroutine is on the thread", isBare(m).not());
        } else {
          needs("the thread's goroutine is in a system call", calls(m));
        }
        needs("the thread has no P", hasNone(m));
        give(p, Holder.Transit, m.known());
      }
    };
  }

  private static EventRule procSteal(LifecycleState s) {
    return new EventRule(s, Events.PROC_STEAL, "is stolen", trace("traceGoSysBlock")) {
      @Override
      void rule() {
        needs("the P is up for grabs", isUpForGrabs(p));
        give(p, Holder.Transit, by);
      }
    };
  }

  private static EventRule procGcstop(LifecycleState s) {
    return new EventRule(s, Events.PROC_GCSTOP, "is stopped", proc("gcstopm")) {
      @Override
      void rule() {
        needs("the P is in somebody's hand", held(p, Holder.Transit));
        needs("the world is to stop", state.stopping);
        give(p, Holder.Stopped, M.IDS.nil());
      }
    };
  }

  private static EventRule procIdle(LifecycleState s) {
    return new EventRule(s, Events.PROC_IDLE, "goes idle", proc("pidleput")) {
      @Override
      void rule() {
        needs("the P is in somebody's hand", held(p, Holder.Transit));
        give(p, Holder.IdleList, M.IDS.nil());
      }
    };
  }

  private static EventRule procTake(LifecycleState s) {
    return new EventRule(s, Events.PROC_TAKE, "is taken to be given away", proc("pidleget")) {
      @Override
      void rule() {
        needs("the P is idle", held(p, Holder.IdleList));
        needsThere();
        give(p, Holder.Transit, by);
      }
    };
  }

  private static EventRule procLeave(LifecycleState s) {
    return new EventRule(s, Events.PROC_LEAVE, "is left to a thread", proc("startm")) {
      @Override
      void rule() {
        needs("the P is in somebody's hand", held(p, Holder.Transit));
        needs("no goroutine is on the thread", isBare(m));
        needs("the thread has no P", hasNone(m));
        needs(
            "no P is left for the thread",
            P.IDS.forAll(q -> holds(q, Holder.NextOf, m.known()).not()));
        give(p, Holder.NextOf, m.known());
      }
    };
  }

  List<EventRule> all() {
    return List.of(
        procStart,
        procStop,
        procPublish,
        procReacquire,
        procSteal,
        procGcstop,
        procIdle,
        procTake,
        procLeave);
  }
}
