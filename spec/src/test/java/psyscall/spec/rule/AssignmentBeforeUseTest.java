package psyscall.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.rule.Recorded.FLAG;
import static psyscall.spec.rule.Recorded.OWNER;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.spec.expr.Id;
import psyscall.spec.rule.Recorded.Named;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;

/// Locals that hold an id: the forward analysis of [Liveness].
class AssignmentBeforeUseTest {
  @Test
  void idLocalIsAssignedOnEveryPathBeforeItIsRead() {
    final class Root extends Named {
      private final Id<P> p = local("p", P.IDS.id());

      Root() {
        super("root");
      }

      @Override
      protected void body() {
        label("maybe", "");
        when(FLAG, () -> set(p, follow("picked", OWNER.of(self(M.IDS)))));
        label("use", "");
        set(OWNER.of(self(M.IDS)), p);
        goTo("maybe");
      }
    }

    Recorded.assertIllFormed(
        () -> Recorded.threads(new Root()),
        "id that may be read before it is assigned: local=M.root.p; procedure=root, label=maybe");
  }

  @Test
  void idLocalMayBeAssignedInEachBranch() {
    final class Root extends Named {
      private final Id<P> p = local("p", P.IDS.id());

      Root() {
        super("root");
      }

      @Override
      protected void body() {
        label("both", "");
        Id<P> mine = follow("mine", OWNER.of(self(M.IDS)));
        when(FLAG, () -> set(p, mine), () -> set(p, mine));
        when(FLAG, () -> goTo("both"));
        label("use", "");
        set(OWNER.of(self(M.IDS)), p);
        goTo("both");
      }
    }

    assertThat(Recorded.labels(Recorded.threads(new Root())))
        .containsExactly("root.both", "root.use");
  }

  @Test
  void idLocalMayBeAssignedByAChoiceThatAlwaysHasACandidate() {
    final class Root extends Named {
      private final Id<P> p = local("p", P.IDS.id());

      Root() {
        super("root");
      }

      @Override
      protected void body() {
        label("pick", "");
        Id<P> mine = follow("mine", OWNER.of(self(M.IDS)));
        pickValue("which", P.IDS.id(), List.of(mine), chosen -> set(p, chosen));
        label("use", "");
        set(OWNER.of(self(M.IDS)), p);
        goTo("pick");
      }
    }

    assertThat(Recorded.labels(Recorded.threads(new Root())))
        .containsExactly("root.pick", "root.use");
  }
}
