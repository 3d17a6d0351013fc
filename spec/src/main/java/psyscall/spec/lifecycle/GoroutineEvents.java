package psyscall.spec.lifecycle;

import static psyscall.spec.lifecycle.EventRule.Source.proc;
import static psyscall.spec.lifecycle.EventRule.Source.trace;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.process.Event;
import psyscall.spec.release.Change;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.LifecycleState;

/// The automaton of a goroutine.
public final class GoroutineEvents {
  /// Runnable to running.
  public final EventRule goStart;

  /// Running to runnable.
  public final EventRule goStop;

  /// Running to waiting.
  public final EventRule goBlock;

  /// Running to dead.
  public final EventRule goDestroy;

  /// Dead to runnable.
  public final EventRule goCreate;

  /// Waiting to runnable.
  public final EventRule goUnblock;

  /// Running to syscall.
  public final EventRule goSyscallEnter;

  /// Running to syscall, with the P to be given away.
  public final EventRule goSyscallBlock;

  /// Syscall to running.
  public final EventRule goSyscallExitFast;

  /// Syscall to runnable.
  public final EventRule goSyscallExitSlow;

  GoroutineEvents(LifecycleState s) {
    goStart = goStart(s);
    goStop = leaving(s, Events.GO_STOP, "yields", trace("traceGoSched"), GStatus.Grunnable);
    goBlock = leaving(s, Events.GO_BLOCK, "parks", trace("traceGoPark"), GStatus.Gwaiting);
    goDestroy = leaving(s, Events.GO_DESTROY, "ends", trace("traceGoEnd"), GStatus.Gdead);
    goCreate = goCreate(s);
    goUnblock = goUnblock(s);
    goSyscallEnter = entering(s, Events.GO_SYSCALL_ENTER, "enters a call", "reentersyscall");
    goSyscallBlock = entering(s, Events.GO_SYSCALL_BLOCK, "blocks", "entersyscallblock");
    goSyscallExitFast = goSyscallExitFast(s);
    goSyscallExitSlow = goSyscallExitSlow(s);
  }

  private static EventRule goStart(LifecycleState s) {
    return new EventRule(s, Events.GO_START, "starts to run", trace("traceGoStart")) {
      @Override
      void rule() {
        needs("the goroutine is runnable", state.status.of(g).is(GStatus.Grunnable));
        needs("the thread has the P", runs(m, p));
        needs("no goroutine is on the thread", isBare(m));
        on(m, GStatus.Grunning);
      }
    };
  }

  private static EventRule goCreate(LifecycleState s) {
    return new EventRule(s, Events.GO_CREATE, "is created", trace("traceGoCreate")) {
      @Override
      void rule() {
        needs("the goroutine is dead", state.status.of(g).is(GStatus.Gdead));
        off(GStatus.Grunnable);
      }
    };
  }

  private static EventRule goUnblock(LifecycleState s) {
    return new EventRule(s, Events.GO_UNBLOCK, "is readied", trace("traceGoUnpark")) {
      @Override
      void rule() {
        needs("the goroutine waits", state.status.of(g).is(GStatus.Gwaiting));
        off(GStatus.Grunnable);
      }
    };
  }

  private static EventRule goSyscallExitFast(LifecycleState s) {
    return new EventRule(
        s, Events.GO_SYSCALL_EXIT_FAST, "runs on after a system call", proc("exitsyscall")) {
      @Override
      void rule() {
        needs("the goroutine is in a system call on the thread", isOn(g, m, GStatus.Gsyscall));
        needs("the thread has the P", runs(m, p));
        on(m, GStatus.Grunning);
      }
    };
  }

  private static EventRule goSyscallExitSlow(LifecycleState s) {
    return new EventRule(
        s, Events.GO_SYSCALL_EXIT_SLOW, "is runnable after a system call", proc("exitsyscall0")) {
      @Override
      void rule() {
        Bool called = isOn(g, m, GStatus.Gsyscall);
        if (state.release.has(Change.P_STAYS_RUNNING)) {
          // Without a P it runs only for the moment in which it comes back.
          needs(
              "the goroutine is in a system call on the thread, or comes back from one",
              called.or(isOn(g, m, GStatus.Grunning)));
        } else {
          needs("the goroutine is in a system call on the thread", called);
        }
        needs("the thread has no P", hasNone(m));
        needs("the P that it published was taken", wasTaken(m));
        off(GStatus.Grunnable);
      }
    };
  }

  private static EventRule leaving(
      LifecycleState s, Event event, String summary, EventRule.Source source, GStatus to) {
    return new EventRule(s, event, summary, source) {
      @Override
      void rule() {
        needs("the goroutine runs on the thread", isOn(g, m, GStatus.Grunning));
        off(to);
      }
    };
  }

  private static EventRule entering(
      LifecycleState s, Event event, String summary, String function) {
    return new EventRule(s, event, summary, proc(function)) {
      @Override
      void rule() {
        needs("the goroutine runs on the thread", isOn(g, m, GStatus.Grunning));
        needs("the thread has the P", runs(m, p));
        on(m, GStatus.Gsyscall);
      }
    };
  }

  List<EventRule> all() {
    return List.of(
        goStart,
        goStop,
        goBlock,
        goDestroy,
        goCreate,
        goUnblock,
        goSyscallEnter,
        goSyscallBlock,
        goSyscallExitFast,
        goSyscallExitSlow);
  }
}
