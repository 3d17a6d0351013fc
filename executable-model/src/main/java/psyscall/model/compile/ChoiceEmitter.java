package psyscall.model.compile;

import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import psyscall.model.emit.Binding;
import psyscall.model.emit.Code;
import psyscall.model.emit.Index;
import psyscall.model.emit.Scope;
import psyscall.model.emit.TermEmitter;
import psyscall.model.interpret.ModelError;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// Code that answers a choice in every possible way: a loop over the candidates, each begun with
/// the variables as they were when the choice was met.
final class ChoiceEmitter {
  private final Code code;
  private final TermEmitter terms;
  private final Backtracking backtracking;
  private int[] mutable = {};

  ChoiceEmitter(Code code, TermEmitter terms, Backtracking backtracking) {
    this.code = code;
    this.terms = terms;
    this.backtracking = backtracking;
  }

  /// Says which local variables statements change.
  void setMutable(int[] variables) {
    mutable = variables;
  }

  /// A choice of a value.
  ///
  /// @param some writes what happens then, with the choice bound
  /// @param none writes what happens if there is no candidate
  void pick(Statement.Pick s, Scope scope, Consumer<Scope> some, Runnable none) {
    switch (s.domain()) {
      case Domain.ElementOf d -> elements(s, d, scope, some, none);
      case Domain.SubsetOf d -> subsets(s, d, scope, some);
      case Domain.OneOf d -> values(s, d, scope, some);
    }
  }

  private void elements(
      Statement.Pick s, Domain.ElementOf domain, Scope scope, Consumer<Scope> some, Runnable none) {
    int left = code.newLong();
    Label notEmpty = code.newLabel();
    terms.push(domain.set(), scope);
    code.builder.dup2().lstore(left).lconst_0().lcmp().ifne(notEmpty);
    none.run();
    code.builder.labelBinding(notEmpty);
    int[] saved = save();
    Backtracking.Loop loop = backtracking.enter();
    Label body = code.newLabel();
    code.builder.labelBinding(loop.again()).lload(left).lconst_0().lcmp().ifne(body);
    backtracking.leave(loop);
    code.builder.labelBinding(body);
    restore(saved);
    code.builder.lload(left);
    code.call(
        Long.class,
        "numberOfTrailingZeros",
        MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long));
    int id = code.newInt();
    code.builder.istore(id).lload(left).lload(left).lconst_1().lsub().land().lstore(left);
    backtracking.inside(loop, () -> some.accept(scope.with(s.bound(), idBinding(id))));
  }

  private static Binding idBinding(int slot) {
    return new Binding.Id(new Index.Variable(slot));
  }

  /// In the order of the masks: `next = (mask − set) & set` until it is empty again.
  private void subsets(
      Statement.Pick s, Domain.SubsetOf domain, Scope scope, Consumer<Scope> some) {
    int set = code.newLong();
    int subset = code.newLong();
    int begun = code.newInt();
    Label body = code.newLabel();
    Label more = code.newLabel();
    terms.push(domain.set(), scope);
    code.builder.lstore(set).lconst_0().lstore(subset).iconst_0().istore(begun);
    int[] saved = save();
    Backtracking.Loop loop = backtracking.enter();
    code.builder.labelBinding(loop.again()).iload(begun).ifeq(body);
    code.builder.lload(subset).lload(set).lsub().lload(set).land().dup2().lstore(subset);
    code.builder.lconst_0().lcmp().ifne(more);
    backtracking.leave(loop);
    code.builder.labelBinding(body).labelBinding(more);
    code.builder.iconst_1().istore(begun);
    restore(saved);
    int mine = code.newLong();
    code.builder.lload(subset).lstore(mine);
    backtracking.inside(loop, () -> some.accept(scope.with(s.bound(), new Binding.Scalar(mine))));
  }

  /// Values in their order, each once.
  private void values(Statement.Pick s, Domain.OneOf domain, Scope scope, Consumer<Scope> some) {
    List<Integer> candidates = new ArrayList<>();
    for (Term value : domain.values()) {
      if (value.sort() instanceof Sort.ArrayOf
          || value.sort() instanceof Sort.Struct
          || value.sort() instanceof Sort.Memory) {
        throw new ModelError("choice among values with parts: " + code.place);
      }
      terms.push(value, scope);
      int slot = code.newLong();
      code.builder.lstore(slot);
      candidates.add(slot);
    }
    int at = code.newInt();
    code.builder.iconst_0().istore(at);
    int[] saved = save();
    Backtracking.Loop loop = backtracking.enter();
    Label body = code.newLabel();
    code.builder.labelBinding(loop.again()).iload(at);
    code.constant(candidates.size());
    code.builder.if_icmplt(body);
    backtracking.leave(loop);
    code.builder.labelBinding(body);
    int value = code.newLong();
    code.dispatch(
        new Index.Variable(at),
        candidates.size(),
        position -> {
          for (int before = 0; before < position; before++) {
            Label differs = code.newLabel();
            code.builder.lload(candidates.get(before)).lload(candidates.get(position));
            code.builder.lcmp().ifne(differs).iinc(at, 1);
            code.builder.goto_(loop.again()).labelBinding(differs);
          }
          code.builder.lload(candidates.get(position)).lstore(value);
        });
    code.builder.iinc(at, 1);
    restore(saved);
    Binding binding = new Binding.Scalar(value);
    if (domain.values().getFirst().sort() instanceof Sort.Individual) {
      int id = code.newInt();
      code.builder.lload(value).l2i().istore(id);
      binding = idBinding(id);
    }
    Scope inner = scope.with(s.bound(), binding);
    backtracking.inside(loop, () -> some.accept(inner));
  }

  /// Alternatives in their order.
  void either(int count, IntConsumer alternative) {
    int at = code.newInt();
    code.constant(-1);
    code.builder.istore(at);
    int[] saved = save();
    Backtracking.Loop loop = backtracking.enter();
    code.builder.labelBinding(loop.again()).iinc(at, 1);
    restore(saved);
    for (int position = 0; position < count; position++) {
      Label other = code.newLabel();
      int mine = position;
      code.builder.iload(at);
      code.constant(position);
      code.builder.if_icmpne(other);
      backtracking.inside(loop, () -> alternative.accept(mine));
      code.builder.labelBinding(other);
    }
    backtracking.leave(loop);
  }

  private int[] save() {
    int[] saved = new int[mutable.length];
    for (int at = 0; at < saved.length; at++) {
      saved[at] = code.newLong();
      code.builder.lload(mutable[at]).lstore(saved[at]);
    }
    return saved;
  }

  private void restore(int[] saved) {
    for (int at = 0; at < saved.length; at++) {
      code.builder.lload(saved[at]).lstore(mutable[at]);
    }
  }
}
