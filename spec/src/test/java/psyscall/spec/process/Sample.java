package psyscall.spec.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Type;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;
import psyscall.spec.toy.Declared;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;

/// A few variables and procedures for the tests of recording.
final class Sample {
  static final Bool FLAG = field("flag", Bool.TYPE);
  static final Int COUNT = field("count", Int.range(0, 3));
  static final IdSet<P> IDLE = field("idle", P.IDS.set());
  static final Arr<M, Opt<P>> MP = field("m.p", M.IDS.array(P.IDS.opt()));

  private Sample() {}

  private static <E extends Expr> E field(String name, Type<E> type) {
    return type.of(new Term.Read(new Var(name, type.sort(), Var.Role.FIELD)));
  }

  abstract static class Named extends Procedure {
    Named(String name) {
      super(name, "A procedure.", Declared.MODEL);
    }
  }

  static final class WithLabels extends Named {
    WithLabels() {
      super("callee");
    }

    @Override
    protected void body() {
      label("work", "");
      set(FLAG, true);
    }
  }

  static void assertIllFormed(Procedure procedure, String what, String label) {
    assertThatThrownBy(procedure::text)
        .isInstanceOf(IllFormed.class)
        .hasMessageStartingWith(what)
        .hasMessageEndingWith("; procedure=" + procedure.name() + ", label=" + label);
  }

  static Statement last(Block block) {
    return block.lines().getLast().statement();
  }
}
