package psyscall.spec.analysis;

import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Rec;
import psyscall.spec.process.Block;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.toy.Declared;
import psyscall.spec.toy.TinyScheduler.M;

/// A process that hands itself down through two calls in place, and writes one field of a record.
final class SelfArgument {
  private static final Rec.Field<SelfArgument, Bool> ON = new Rec.Field<>("on", Bool.TYPE);

  private final Declared declared = new Declared();
  private final Arr<M, Bool> flag = declared.field("m.flag", M.IDS.array(Bool.TYPE));
  private final Rec<SelfArgument> pair =
      declared.field("pair", Rec.of(new Sort.Struct("Pair", List.of(ON.sort()))));
  private final Mark mark = new Mark("mark");
  private final MarkAgain again = new MarkAgain();

  Specification specification() {
    return Flattening.of(
        declared.protocol(
            "self-argument",
            List.of(Process.of("M", Optional.of(M.IDS.sort()), List.of("outer"))),
            List.of(new Outer(), again, mark),
            Block.EMPTY));
  }

  private final class Mark extends Procedure {
    private final Id<M> who = parameter("who", M.IDS.id());

    Mark(String name) {
      super(name, "Marks a thread.", Declared.MODEL);
    }

    @Override
    protected void body() {
      set(flag.of(who), true);
      set(pair.get(ON), true);
    }
  }

  private final class MarkAgain extends Procedure {
    private final Id<M> who = parameter("who", M.IDS.id());

    MarkAgain() {
      super("markAgain", "Marks a thread through another procedure.", Declared.MODEL);
    }

    @Override
    protected void body() {
      call(mark, let("same", who));
    }
  }

  private final class Outer extends Procedure {
    Outer() {
      super("outer", "Marks itself.", Declared.MODEL);
    }

    @Override
    protected void body() {
      label("step", "");
      call(again, self(M.IDS));
      goTo("step");
    }
  }
}
