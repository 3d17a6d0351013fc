package psyscall.spec.lifecycle;

import static psyscall.spec.lifecycle.EventRule.Source.proc;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Int;
import psyscall.spec.state.Holder;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.P;

/// What happens to all Ps together: stop-the-world and `forEachP`.
public final class WorldEvents {
  /// The world is to stop.
  public final EventRule worldStopping;

  /// From the idle list to the stopped world, all of them.
  public final EventRule idleGcstop;

  /// The world has stopped.
  public final EventRule worldStopped;

  /// From the stopped world to the hand of the thread that starts it, all of them.
  public final EventRule procresize;

  /// The world runs.
  public final EventRule worldStarted;

  /// The function is to run for every P.
  public final EventRule safePointBegin;

  /// The function runs for a P.
  public final EventRule safePoint;

  /// The function has run for every P.
  public final EventRule safePointEnd;

  WorldEvents(LifecycleState s) {
    worldStopping = worldStopping(s);
    idleGcstop = idleGcstop(s);
    worldStopped = worldStopped(s);
    procresize = procresize(s);
    worldStarted = worldStarted(s);
    safePointBegin = safePointBegin(s);
    safePoint = safePoint(s);
    safePointEnd = safePointEnd(s);
  }

  private static EventRule worldStopping(LifecycleState s) {
    return new EventRule(s, Events.WORLD_STOPPING, "begins to stop the world", stopping()) {
      @Override
      void rule() {
        needs("the world runs", state.stopping.not());
        needs("the thread has a P", hasNone(m).not());
        set(state.stopping, true);
      }
    };
  }

  private static EventRule idleGcstop(LifecycleState s) {
    return new EventRule(s, Events.IDLE_GCSTOP, "stops the idle Ps", stopping()) {
      @Override
      void rule() {
        needs("the world is to stop", state.stopping);
        giveAll(Holder.IdleList, Holder.Stopped, M.IDS.nil());
      }
    };
  }

  private static EventRule worldStopped(LifecycleState s) {
    return new EventRule(s, Events.WORLD_STOPPED, "has stopped the world", stopping()) {
      @Override
      void rule() {
        needs("the world is to stop", state.stopping);
        needs("every other P has stopped", restIsStopped(this));
      }
    };
  }

  private static EventRule procresize(LifecycleState s) {
    return new EventRule(s, Events.PROCRESIZE, "takes the stopped Ps", proc("procresize")) {
      @Override
      void rule() {
        needs("the world is to stop", state.stopping);
        needs("every other P has stopped", restIsStopped(this));
        giveAll(Holder.Stopped, Holder.Transit, m.known());
      }
    };
  }

  private static EventRule worldStarted(LifecycleState s) {
    return new EventRule(
        s, Events.WORLD_STARTED, "lets the world run", proc("startTheWorldWithSema")) {
      @Override
      void rule() {
        needs("the world is to stop", state.stopping);
        needs("no P is stopped", P.IDS.forAll(q -> held(q, Holder.Stopped).not()));
        set(state.stopping, false);
      }
    };
  }

  private static EventRule safePointBegin(LifecycleState s) {
    return new EventRule(s, Events.SAFE_POINT_BEGIN, "begins a safe point", proc("forEachP")) {
      @Override
      void rule() {
        needs("no safe point is under way", ran(this, 0));
        forAll(P.IDS, q -> held(q, Holder.IdleList), state.safePointRuns::of, q -> once(this, q));
      }
    };
  }

  private static EventRule safePoint(LifecycleState s) {
    return new EventRule(
        s, Events.SAFE_POINT, "runs the safe-point function", proc("runSafePointFn")) {
      @Override
      void rule() {
        needs("the function has not run for the P", state.safePointRuns.of(p).is(0));
        set(state.safePointRuns.of(p), once(this, p));
      }
    };
  }

  private static EventRule safePointEnd(LifecycleState s) {
    return new EventRule(s, Events.SAFE_POINT_END, "ends a safe point", proc("forEachP")) {
      @Override
      void rule() {
        needs("the function has run once for every P", ran(this, 1));
        forAll(P.IDS, _ -> Bool.TRUE, state.safePointRuns::of, _ -> Int.of(0));
      }
    };
  }

  private static EventRule.Source stopping() {
    return proc("stopTheWorldWithSema");
  }

  private static Bool restIsStopped(EventRule rule) {
    return P.IDS.forAll(q -> rule.held(q, Holder.Stopped).or(rule.runs(rule.m, q)));
  }

  private static Bool ran(EventRule rule, int times) {
    return P.IDS.forAll(q -> rule.state.safePointRuns.of(q).is(times));
  }

  /// Once more; the count ends at 2.
  private static Int once(EventRule rule, Id<P> q) {
    return rule.state.safePointRuns.of(q).plus(1).min(Int.of(2));
  }

  List<EventRule> all() {
    return List.of(
        worldStopping,
        idleGcstop,
        worldStopped,
        procresize,
        worldStarted,
        safePointBegin,
        safePoint,
        safePointEnd);
  }
}
