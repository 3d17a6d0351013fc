package psyscall.spec.lifecycle;

import static psyscall.spec.lifecycle.EventRule.Source.proc;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.process.Event;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;

/// What traces tell beside the events that the runtime layer has: threads of C, coroutines, a
/// number of Ps that changes, and the moment in which a goroutine runs without a P.
public final class TracedEvents {
  private final List<EventRule> all = new ArrayList<>();

  TracedEvents(LifecycleState s) {
    Release release = s.release;
    all.add(goCreateSyscall(s));
    all.add(goDestroySyscall(s));
    if (release.has(Change.P_STAYS_RUNNING)) {
      all.add(goSyscallReturn(s));
    }
    if (release.has(Change.COROUTINES)) {
      all.add(goCreateBlocked(s));
      all.add(switching(s, Events.GO_SWITCH, "runs in place of one that parks", GStatus.Gwaiting));
      all.add(
          switching(s, Events.GO_SWITCH_DESTROY, "runs in place of one that ends", GStatus.Gdead));
    }
    all.add(procVanish(s));
    all.add(procAppear(s));
  }

  private static EventRule goCreateSyscall(LifecycleState s) {
    return new EventRule(s, Events.GO_CREATE_SYSCALL, "is born in a call", proc("needm")) {
      @Override
      void rule() {
        needs("the goroutine is dead", state.status.of(g).is(GStatus.Gdead));
        needs("no goroutine is on the thread", isBare(m));
        on(m, GStatus.Gsyscall);
      }
    };
  }

  /// The P that is left behind is nobody's: whoever comes may take it.
  private static EventRule goDestroySyscall(LifecycleState s) {
    return new EventRule(s, Events.GO_DESTROY_SYSCALL, "ends in a call", proc("dropm")) {
      @Override
      void rule() {
        needs("the goroutine is in a system call on the thread", isOn(g, m, GStatus.Gsyscall));
        off(GStatus.Gdead);
        Holder way = state.release.has(Change.P_STAYS_RUNNING) ? Holder.Running : Holder.Syscall;
        forAll(
            P.IDS,
            q -> holds(q, way, m.known()),
            state.owner::of,
            _ -> Owner.of(Holder.Syscall, M.IDS.nil()));
      }
    };
  }

  private static EventRule goSyscallReturn(LifecycleState s) {
    return new EventRule(
        s, Events.GO_SYSCALL_RETURN, "comes back from a call without a P", proc("exitsyscall")) {
      @Override
      void rule() {
        needs("the goroutine is in a system call on the thread", isOn(g, m, GStatus.Gsyscall));
        needs("the thread has no P", hasNone(m));
        on(m, GStatus.Grunning);
      }
    };
  }

  private static EventRule goCreateBlocked(LifecycleState s) {
    return new EventRule(s, Events.GO_CREATE_BLOCKED, "is created parked", coroutine("newcoro")) {
      @Override
      void rule() {
        needs("the goroutine is dead", state.status.of(g).is(GStatus.Gdead));
        off(GStatus.Gwaiting);
      }
    };
  }

  private static EventRule switching(
      LifecycleState s, Event event, String summary, GStatus former) {
    return new EventRule(s, event, summary, coroutine("coroswitch_m")) {
      @Override
      void rule() {
        needs("the goroutine waits", state.status.of(g).is(GStatus.Gwaiting));
        needs("a goroutine runs on the thread", hasNobody(m).not());
        needs("the thread has a P", hasNone(m).not());
        forAll(
            G.IDS,
            other -> isOn(other, m, GStatus.Grunning),
            state.status::of,
            other -> state.status.of(other).constant(former));
        forAll(G.IDS, other -> state.thread.of(other).is(m), state.thread::of, _ -> M.IDS.nil());
        on(m, GStatus.Grunning);
      }
    };
  }

  private static EventRule procVanish(LifecycleState s) {
    return new EventRule(s, Events.PROC_VANISH, "is no longer there", proc("procresize")) {
      @Override
      void rule() {
        needs("the world is to stop", state.stopping);
        needs("no thread runs the P", held(p, Holder.Stopped, Holder.IdleList, Holder.Transit));
        needsThere();
        set(state.gone.of(p), true);
      }
    };
  }

  private static EventRule procAppear(LifecycleState s) {
    return new EventRule(s, Events.PROC_APPEAR, "is there again", proc("procresize")) {
      @Override
      void rule() {
        needs("the world is to stop", state.stopping);
        needs("the P is not one of GOMAXPROCS", state.gone.of(p));
        set(state.gone.of(p), false);
      }
    };
  }

  private static EventRule.Source coroutine(String function) {
    return new EventRule.Source("runtime/coro.go", function);
  }

  List<EventRule> all() {
    return List.copyOf(all);
  }
}
