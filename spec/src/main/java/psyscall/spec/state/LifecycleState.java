package psyscall.spec.state;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Rec;
import psyscall.spec.expr.Sym;
import psyscall.spec.release.Release;
import psyscall.spec.term.Var;

/// What the lifecycle of goroutines and processors is told in: who holds each P, where each G is.
///
/// The runtime layer has fields that say where a G is, so these variables are only mirrors of them;
/// that a P is held by somebody it does not say anywhere, so there these are ghosts.
public final class LifecycleState {
  /// Who holds the P.
  public final Arr<P, Rec<Owner>> owner;

  /// How often the safe-point function ran for the P in the current `forEachP`; 2 stands for more
  /// than once.
  public final Arr<P, Int> safePointRuns;

  /// What the goroutine does.
  public final Arr<G, Sym<GStatus>> status;

  /// The thread it is on; nil unless it runs or is in a system call.
  public final Arr<G, Opt<M>> thread;

  /// The world is to stop, or is stopped.
  public final Bool stopping;

  /// The P is beyond GOMAXPROCS; told by traces only.
  public final Arr<P, Bool> gone;

  /// The release in which the events are told.
  public final Release release;

  private final boolean traced;
  private final List<Var> ghosts;
  private final List<Var> mirrors;
  private final List<Var> told;

  /// Declares the variables, for the release from which the others are told.
  public LifecycleState() {
    this(Release.GO_1_10_8);
  }

  /// Declares the variables.
  ///
  /// @param release the release in which the events are told
  public LifecycleState(Release release) {
    this(release, false);
  }

  /// Declares the variables of a run that is told from outside, with what only such a run has:
  /// threads of C, a number of Ps that changes, and the protocol of each release.
  ///
  /// @param release any from 1.5 on, see [Release#traced]
  /// @return the state that a trace is about
  public static LifecycleState traced(Release release) {
    return new LifecycleState(release, true);
  }

  private LifecycleState(Release release, boolean traced) {
    this.release = release;
    this.traced = traced;
    Declarations declare = new Declarations();
    owner = declare.array("p.owner", P.IDS, Owner.TYPE, Var.Role.GHOST);
    safePointRuns = declare.array("p.safePointRuns", P.IDS, Int.range(0, 2), Var.Role.GHOST);
    ghosts = declare.variables();
    status = declare.array("lifecycle.status", G.IDS, Sym.of(GStatus.class), Var.Role.GHOST);
    thread = declare.array("lifecycle.thread", G.IDS, M.IDS.opt(), Var.Role.GHOST);
    stopping = declare.scalar("lifecycle.stopping", Bool.TYPE, Var.Role.GHOST);
    List<Var> rest = new ArrayList<>(declare.variables());
    rest.removeAll(ghosts);
    mirrors = List.copyOf(rest);
    Declarations more = new Declarations();
    gone = more.array("p.gone", P.IDS, Bool.TYPE, Var.Role.GHOST);
    told = traced ? more.variables() : List.of();
  }

  /// Whether a run is told from outside.
  ///
  /// @return whether the rules are those of traces
  public boolean isTraced() {
    return traced;
  }

  /// What no field of the runtime says.
  ///
  /// @return the variables that the runtime layer keeps for its properties
  public List<Var> ghosts() {
    return ghosts;
  }

  /// What fields of the runtime say too.
  ///
  /// @return the variables that the runtime layer gives by its own fields
  public List<Var> mirrors() {
    return mirrors;
  }

  /// All of them.
  ///
  /// @return the state of the lifecycle layer
  public List<Var> variables() {
    List<Var> all = new ArrayList<>(ghosts);
    all.addAll(mirrors);
    all.addAll(told);
    return List.copyOf(all);
  }
}
