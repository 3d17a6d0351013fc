package psyscall.spec.analysis;

import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.IdSet;
import psyscall.spec.process.Block;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.toy.Declared;
import psyscall.spec.toy.TinyScheduler.M;

/// A step that makes the same choice twice, by calling one procedure in place twice.
final class TwoPicks {
  private final Declared declared = new Declared();
  private final IdSet<M> threads = declared.field("ms", M.IDS.set());
  private final Take take = new Take();

  Specification specification() {
    return Flattening.of(
        declared.protocol(
            "two-picks",
            List.of(Process.of("only", Optional.empty(), List.of("root"))),
            List.of(new Root(), take),
            Block.EMPTY));
  }

  private final class Take extends Procedure {
    Take() {
      super("take", "Takes one thread out.", Declared.MODEL);
    }

    @Override
    protected void body() {
      pick("one M", threads, m -> remove(threads, m), () -> {});
    }
  }

  private final class Root extends Procedure {
    Root() {
      super("root", "Takes two.", Declared.MODEL);
    }

    @Override
    protected void body() {
      label("step", "");
      call(take);
      call(take);
      goTo("step");
    }
  }
}
