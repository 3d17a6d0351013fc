package psyscall.spec.toy;

import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Sym;
import psyscall.spec.process.Block;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;

/// Two-phase commit as in stateright's `examples/2pc.rs`, step for step: 288 states with three
/// resource managers, 8,832 with five.
public final class TwoPhaseCommit {
  /// Marks ids of a resource manager.
  public interface R {
    /// The id sort.
    Ids<R> IDS = Ids.of("R");
  }

  private enum ManagerState {
    Working,
    Prepared,
    Committed,
    Aborted
  }

  private enum CoordinatorState {
    Init,
    Committed,
    Aborted
  }

  private final Declared declared = new Declared();
  private final Arr<R, Sym<ManagerState>> state =
      declared.field("r.state", R.IDS.array(Sym.of(ManagerState.class)));
  private final Sym<CoordinatorState> decision =
      declared.field("decision", Sym.of(CoordinatorState.class));
  private final IdSet<R> votes = declared.field("votes", R.IDS.set());
  private final IdSet<R> prepared = declared.field("sent.prepared", R.IDS.set());
  private final Bool commit = declared.field("sent.commit", Bool.TYPE);
  private final Bool abort = declared.field("sent.abort", Bool.TYPE);

  private TwoPhaseCommit() {}

  /// The toy before inlining.
  public static Protocol protocol() {
    TwoPhaseCommit toy = new TwoPhaseCommit();
    return toy.declared.protocol(
        "two-phase-commit",
        List.of(
            Process.of("coordinator", Optional.empty(), List.of("coordinate")),
            Process.of("R", Optional.of(R.IDS.sort()), List.of("manage"))),
        List.of(toy.new Coordinate(), toy.new Manage()),
        Block.EMPTY);
  }

  /// The toy as rules.
  public static Specification specification() {
    return Flattening.of(protocol());
  }

  private final class Coordinate extends Procedure {
    Coordinate() {
      super("coordinate", "Collects the votes and decides.", Declared.MODEL);
    }

    @Override
    protected void body() {
      label("receive", "T1");
      await(decision.is(CoordinatorState.Init));
      pick("the vote", prepared, r -> add(votes, r), () -> await(Bool.FALSE));
      goTo("receive");
      or(StepKind.PROTOCOL, "commit", "T2");
      await(decision.is(CoordinatorState.Init).and(votes.is(R.IDS.all())));
      set(decision, CoordinatorState.Committed);
      set(commit, true);
      goTo("receive");
      or(StepKind.ENVIRONMENT, "abort", "T3");
      await(decision.is(CoordinatorState.Init));
      set(decision, CoordinatorState.Aborted);
      set(abort, true);
      goTo("receive");
    }
  }

  private final class Manage extends Procedure {
    Manage() {
      super("manage", "Prepares or aborts, then follows the decision.", Declared.MODEL);
    }

    @Override
    protected void body() {
      Sym<ManagerState> mine = state.of(self(R.IDS));
      label("prepare", "R1");
      await(mine.is(ManagerState.Working));
      set(mine, ManagerState.Prepared);
      add(prepared, self(R.IDS));
      goTo("prepare");
      or(StepKind.ENVIRONMENT, "chooseToAbort", "R2");
      await(mine.is(ManagerState.Working));
      set(mine, ManagerState.Aborted);
      goTo("prepare");
      or(StepKind.PROTOCOL, "receiveCommit", "R3");
      await(commit);
      set(mine, ManagerState.Committed);
      goTo("prepare");
      or(StepKind.PROTOCOL, "receiveAbort", "R4");
      await(abort);
      set(mine, ManagerState.Aborted);
      goTo("prepare");
    }
  }
}
