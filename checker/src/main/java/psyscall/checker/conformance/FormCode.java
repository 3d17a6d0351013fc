package psyscall.checker.conformance;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/// Bytecode for forms, in a method of a [Transition] whose parameters are the first slots.
final class FormCode {
  private static final ClassDesc SUPER = Transition.class.describeConstable().orElseThrow();
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final ClassDesc VALUES = INT.arrayType(2);
  private static final MethodTypeDesc TWO = MethodTypeDesc.of(INT, INT, INT);
  private static final MethodTypeDesc ONE = MethodTypeDesc.of(INT, INT);
  private static final MethodTypeDesc STORE =
      MethodTypeDesc.of(ConstantDescs.CD_void, INT, INT, INT);

  final CodeBuilder builder;
  private final Columns columns;
  private int temporaries;

  /// @param slots how many slots there are; what is computed on the way lies behind them
  FormCode(CodeBuilder builder, Columns columns, int slots) {
    this.builder = builder;
    this.columns = columns;
    this.temporaries = local(slots);
  }

  private static int local(int slot) {
    return slot + 1;
  }

  /// A slot stands for a value from here on.
  void name(EventForm.Name name) {
    push(name.value());
    builder.istore(local(name.slot()));
  }

  /// Pushes a number.
  void push(Form.Value number) {
    switch (number) {
      case Form.Constant n -> builder.loadConstant(n.value());
      case Form.Slot n -> builder.iload(local(n.at()));
      case Form.Entry n -> {
        pushColumn(n.column());
        push(n.index());
        builder.iaload();
      }
      case Form.Sum n -> {
        push(n.left());
        push(n.right());
        builder.iadd();
      }
      case Form.Difference n -> {
        push(n.left());
        push(n.right());
        builder.isub();
      }
      case Form.Quotient n -> {
        push(n.dividend());
        builder.loadConstant(n.divisor());
        builder.invokestatic(ClassDesc.of("java.lang.Math"), "floorDiv", TWO);
      }
      case Form.Choice n -> {
        Label then = builder.newLabel();
        Label end = builder.newLabel();
        jump(n.condition(), then, true);
        push(n.otherwise());
        builder.goto_(end).labelBinding(then);
        push(n.then());
        builder.labelBinding(end);
      }
      case Form.Let n -> {
        push(n.value());
        builder.istore(local(n.slot()));
        push(n.in());
      }
    }
  }

  private void pushColumn(Column column) {
    builder.aload(0).getfield(SUPER, "values", VALUES).loadConstant(column.at()).aaload();
  }

  /// Jumps if a claim holds, or if it does not; else control comes out at the end.
  void jump(Form.Claim claim, Label target, boolean when) {
    switch (claim) {
      case Form.Always c -> {
        if (c.holds() == when) {
          builder.goto_(target);
        }
      }
      case Form.Equal c -> {
        push(c.left());
        push(c.right());
        if (when) {
          builder.if_icmpeq(target);
        } else {
          builder.if_icmpne(target);
        }
      }
      case Form.Below c -> below(c, target, when);
      case Form.Not c -> jump(c.claim(), target, !when);
      case Form.All c -> jump(c.claims(), target, when, false);
      case Form.Any c -> jump(c.claims(), target, when, true);
      case Form.Where c -> {
        push(c.value());
        builder.istore(local(c.slot()));
        jump(c.in(), target, when);
      }
      case Form.Some c -> {
        Label found = when ? target : builder.newLabel();
        Label end = builder.newLabel();
        loop(c.slot(), c.range(), end, () -> jump(c.claim(), found, true));
        builder.labelBinding(end);
        if (!when) {
          builder.goto_(target).labelBinding(found);
        }
      }
    }
  }

  private void below(Form.Below c, Label target, boolean when) {
    push(c.left());
    push(c.right());
    if (c.orEqual()) {
      if (when) {
        builder.if_icmple(target);
      } else {
        builder.if_icmpgt(target);
      }
    } else if (when) {
      builder.if_icmplt(target);
    } else {
      builder.if_icmpge(target);
    }
  }

  /// @param decides what a claim must be to decide the matter: true for one of many, false for all
  private void jump(List<Form.Claim> claims, Label target, boolean when, boolean decides) {
    if (when == decides) {
      claims.forEach(claim -> jump(claim, target, decides));
      return;
    }
    Label decided = builder.newLabel();
    claims.forEach(claim -> jump(claim, decided, decides));
    builder.goto_(target).labelBinding(decided);
  }

  /// Does something for each individual of a range; control leaves to `end` after the last.
  ///
  /// @param body may store to the entry of the individual, or jump out
  private void loop(int slot, Form.Range range, Label end, Runnable body) {
    int individual = local(slot);
    int following = newTemporary();
    Label again = builder.newLabel();
    switch (range) {
      case Form.Everyone r -> {
        builder.iconst_0().istore(individual).labelBinding(again);
        builder.iload(individual).aload(0).loadConstant(r.kind());
        builder.invokevirtual(SUPER, "size", ONE).if_icmpge(end);
        body.run();
        builder.iinc(individual, 1).goto_(again);
      }
      case Form.Holders r -> {
        builder.aload(0).loadConstant(r.column().at());
        push(r.id());
        builder.invokevirtual(SUPER, "first", TWO).istore(individual);
        builder.labelBinding(again).iload(individual).iflt(end);
        builder.aload(0).loadConstant(r.column().at()).iload(individual);
        builder.invokevirtual(SUPER, "next", TWO).istore(following);
        body.run();
        builder.iload(following).istore(individual).goto_(again);
      }
    }
  }

  private int newTemporary() {
    return temporaries++;
  }

  /// Does what is to be done, in order.
  void effects(List<EventForm.Effect> effects) {
    for (EventForm.Effect effect : effects) {
      switch (effect) {
        case EventForm.Name e -> name(e);
        case EventForm.Store e -> store(e.targets());
        case EventForm.Each e -> {
          Label end = builder.newLabel();
          loop(
              e.slot(),
              e.range(),
              end,
              () -> {
                Label next = builder.newLabel();
                jump(e.where(), next, false);
                store(e.store().targets());
                builder.labelBinding(next);
              });
          builder.labelBinding(end);
        }
        case EventForm.When e -> {
          Label then = builder.newLabel();
          Label end = builder.newLabel();
          jump(e.condition(), then, true);
          effects(e.otherwise());
          builder.goto_(end).labelBinding(then);
          effects(e.then());
          builder.labelBinding(end);
        }
      }
    }
  }

  /// All values are computed before the first is stored.
  private void store(List<EventForm.Target> targets) {
    List<Integer> values = new ArrayList<>();
    for (EventForm.Target target : targets) {
      boolean keeps =
          target.value() instanceof Form.Constant || target.value() instanceof Form.Slot;
      int value = keeps ? -1 : newTemporary();
      if (!keeps) {
        push(target.value());
        builder.istore(value);
      }
      values.add(value);
    }
    for (int at = 0; at < targets.size(); at++) {
      store(targets.get(at), values.get(at));
    }
  }

  private void store(EventForm.Target target, int value) {
    boolean isInverted = columns.isInverted(target.column());
    if (isInverted) {
      builder.aload(0).loadConstant(target.column().at());
    } else {
      pushColumn(target.column());
    }
    push(target.index());
    if (value < 0) {
      push(target.value());
    } else {
      builder.iload(value);
    }
    if (isInverted) {
      builder.invokevirtual(SUPER, "store", STORE);
    } else {
      builder.iastore();
    }
  }
}
