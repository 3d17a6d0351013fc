package psyscall.spec.lifecycle;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Opt;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Event;
import psyscall.spec.process.Procedure;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.release.Renamed;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;

/// What an event means: when it is allowed, and what is so afterwards.
///
/// It is a procedure without labels, so it is a part of the step in which the event happens: the
/// runtime layer calls it there. Its checks are the guards, in order; each has an ending of its
/// own, which says what was not so.
public abstract class EventRule extends Procedure {
  private static final String NEEDS = " is refused; it needs this: ";

  /// The state of the lifecycle.
  final LifecycleState state;

  /// The goroutine, for an event that has one.
  final Id<G> g;

  /// The thread, for an event that has one.
  final Id<M> m;

  /// The P, for an event that has one.
  final Id<P> p;

  /// Who does it, nil for sysmon, for an event that says so.
  final Opt<M> by;

  private final Event event;
  private final List<Expr> arguments = new ArrayList<>();
  private int guards;

  /// Where Go does what an event tells.
  ///
  /// @param file the file below `src/`, by its name in 1.10.8
  /// @param function the function there, by its name in 1.10.8
  record Source(String file, String function) {
    static Source proc(String function) {
      return new Source("runtime/proc.go", function);
    }

    static Source trace(String function) {
      return new Source("runtime/trace.go", function);
    }

    private Citation in(Release release) {
      return new Citation(
          "", List.of(release.name()), Renamed.in(release, file), Renamed.in(release, function));
    }
  }

  EventRule(LifecycleState state, Event event, String summary, Source source) {
    super(event.name(), summary, source.in(state.release));
    this.state = state;
    this.event = event;
    Id<G> goroutine = absent(G.IDS);
    Id<M> thread = absent(M.IDS);
    Id<P> processor = absent(P.IDS);
    Opt<M> actor = M.IDS.nil();
    for (Sort.Field field : event.parameters()) {
      if (field.sort().equals(G.IDS.sort())) {
        goroutine = parameter(field.name(), G.IDS.id());
        arguments.add(goroutine);
      } else if (field.sort().equals(M.IDS.sort())) {
        thread = parameter(field.name(), M.IDS.id());
        arguments.add(thread);
      } else if (field.sort().equals(P.IDS.sort())) {
        processor = parameter(field.name(), P.IDS.id());
        arguments.add(processor);
      } else {
        actor = parameter(field.name(), M.IDS.opt());
        arguments.add(actor);
      }
    }
    this.g = goroutine;
    this.m = thread;
    this.p = processor;
    this.by = actor;
  }

  private static <K> Id<K> absent(Ids<K> ids) {
    return ids.id().of(new Bound("absent", ids.sort()));
  }

  /// The event.
  ///
  /// @return its kind
  public final Event event() {
    return event;
  }

  /// What a guard says that refused.
  ///
  /// @param refusal the ending of the guard
  /// @return the claim, as the rule says it; of an ending of no guard its text
  public static String claim(Ending refusal) {
    int at = refusal.text().indexOf(NEEDS);
    return at < 0 ? refusal.text() : refusal.text().substring(at + NEEDS.length());
  }

  @Override
  protected final void body() {
    emit(event, arguments.toArray(Expr[]::new));
    rule();
  }

  /// Records the guards, then the effect.
  abstract void rule();

  /// A guard.
  final void needs(String claim, Bool condition) {
    guards++;
    String text = event.name() + NEEDS + claim;
    check(condition, Ending.refused("refused-" + event.name() + "-" + guards, text));
  }

  /// The guard that the P is not beyond GOMAXPROCS, where that changes.
  final void needsThere() {
    if (state.isTraced()) {
      needs("the P is one of GOMAXPROCS", state.gone.of(p).not());
    }
  }

  final Bool runs(Id<M> thread, Id<P> q) {
    return holds(q, Holder.Running, thread.known());
  }

  /// Whether a P is held in this way, by whomever.
  final Bool held(Id<P> q, Holder... ways) {
    return state.owner.of(q).get(Owner.HOLDER).in(ways);
  }

  final Bool holds(Id<P> q, Holder way, Opt<M> thread) {
    return state.owner.of(q).is(Owner.of(way, thread));
  }

  /// No P runs on the thread.
  final Bool hasNone(Id<M> thread) {
    return P.IDS.forAll(q -> runs(thread, q).not());
  }

  /// The P that the thread published in a system call was taken, or it published none.
  final Bool wasTaken(Id<M> thread) {
    return P.IDS.forAll(q -> holds(q, Holder.Syscall, thread.known()).not());
  }

  /// No goroutine is on the thread.
  final Bool isBare(Id<M> thread) {
    return G.IDS.forAll(other -> state.thread.of(other).is(thread).not());
  }

  /// No goroutine runs on the thread; one may be there in a system call.
  final Bool hasNobody(Id<M> thread) {
    return G.IDS.forAll(other -> isOn(other, thread, GStatus.Grunning).not());
  }

  /// The thread's goroutine is in a system call.
  final Bool calls(Id<M> thread) {
    return G.IDS.exists(other -> isOn(other, thread, GStatus.Gsyscall));
  }

  final Bool isOn(Id<G> gp, Id<M> thread, GStatus status) {
    return state.status.of(gp).is(status).and(state.thread.of(gp).is(thread));
  }

  /// The P can be taken from a thread that is in a system call: it is up for grabs; or, where a P
  /// stays with its thread, the thread's goroutine is in a system call or has left the P behind.
  final Bool isUpForGrabs(Id<P> q) {
    if (!state.release.has(Change.P_STAYS_RUNNING)) {
      return held(q, Holder.Syscall);
    }
    Bool called = state.owner.of(q).get(Owner.THREAD).isSomeAnd(this::calls);
    return held(q, Holder.Running).and(called).or(held(q, Holder.Syscall));
  }

  /// The goroutine goes on a thread.
  final void on(Id<M> thread, GStatus status) {
    set(state.status.of(g), status);
    set(state.thread.of(g), thread);
  }

  /// The goroutine leaves its thread.
  final void off(GStatus status) {
    set(state.status.of(g), status);
    clear(state.thread.of(g));
  }

  final void give(Id<P> q, Holder way, Opt<M> thread) {
    set(state.owner.of(q), Owner.of(way, thread));
  }

  /// All Ps that are held in one way are held in another.
  final void giveAll(Holder from, Holder to, Opt<M> thread) {
    forAll(P.IDS, q -> held(q, from), state.owner::of, _ -> Owner.of(to, thread));
  }
}
