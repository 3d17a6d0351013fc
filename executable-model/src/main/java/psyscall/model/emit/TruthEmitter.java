package psyscall.model.emit;

import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// Code that jumps by conditions, without making truth values where none is needed.
public final class TruthEmitter {
  private static final MethodTypeDesc COMPARE =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long, ConstantDescs.CD_long);

  private final Code code;
  private final TermEmitter terms;

  public TruthEmitter(Code code, TermEmitter terms) {
    this.code = code;
    this.terms = terms;
  }

  /// Jumps to `target` if the condition is as `sense` says; else goes on.
  public void jump(Term condition, Scope scope, boolean sense, Label target) {
    switch (condition) {
      case Term.Literal t -> {
        if (t.value() != 0 == sense) {
          code.builder.goto_(target);
        }
      }
      case Term.Not t -> jump(t.operand(), scope, !sense, target);
      case Term.And t -> jumpAll(t.operands(), scope, true, sense, target);
      case Term.Or t -> jumpAll(t.operands(), scope, false, sense, target);
      case Term.ForAll t -> jumpEach(t.bound(), t.condition(), scope, true, sense, target);
      case Term.Exists t -> jumpEach(t.bound(), t.condition(), scope, false, sense, target);
      case Term.Same t -> same(t, scope, sense, target);
      case Term.Less t -> {
        terms.push(t.left(), scope);
        terms.push(t.right(), scope);
        code.builder.lcmp();
        jumpIfLess(t.orEqual(), sense, target);
      }
      case WordTerm.WordLess t -> wordLess(t, scope, sense, target);
      case CollectionTerm.Member t -> {
        terms.push(t.set(), scope);
        code.push(terms.index(t.id(), scope));
        code.builder.lushr().lconst_1().land();
        code.jumpIfTrue(sense, target);
      }
      case Term.IfElse t ->
          terms.choose(
              other -> jump(t.condition(), scope, false, other),
              () -> jump(t.then(), scope, sense, target),
              () -> jump(t.otherwise(), scope, sense, target));
      case Term.Match t -> {
        Index id = terms.popOptional(t.optional(), scope);
        terms.choose(
            other -> terms.jumpIfNil(id, other),
            () -> jump(t.some(), scope.with(t.bound(), new Binding.Id(id)), sense, target),
            () -> jump(t.none(), scope, sense, target));
      }
      case Term.Next t -> terms.next(t).jump(t.operand(), scope, sense, target);
      case Term other -> {
        terms.push(other, scope);
        code.jumpIfTrue(sense, target);
      }
    }
  }

  /// A conjunction (`unit` true) or a disjunction.
  private void jumpAll(
      List<Term> operands, Scope scope, boolean unit, boolean sense, Label target) {
    Label decided = sense == unit ? code.newLabel() : target;
    int at = 0;
    while (at < operands.size()) {
      int together = unit ? 0 : Positions.count(operands, at);
      if (together > 0) {
        Positions.of(operands.subList(at, at + together)).jump(terms, scope, decided);
      } else {
        jump(operands.get(at), scope, !unit, decided);
      }
      at += Math.max(1, together);
    }
    if (sense == unit) {
      code.builder.goto_(target).labelBinding(decided);
    }
  }

  /// A quantifier over all (`unit` true) or some individuals.
  private void jumpEach(
      Bound bound, Term condition, Scope scope, boolean unit, boolean sense, Label target) {
    Label decided = sense == unit ? code.newLabel() : target;
    code.forEach(
        Check.individual(bound.sort()),
        id -> jump(condition, scope.with(bound, new Binding.Id(id)), !unit, decided));
    if (sense == unit) {
      code.builder.goto_(target).labelBinding(decided);
    }
  }

  private void same(Term.Same t, Scope scope, boolean sense, Label target) {
    Sort sort = t.left().sort();
    Label differs = sense ? code.newLabel() : target;
    for (Path path : Path.all(sort, code.world)) {
      if (Path.sortAt(sort, path) instanceof Sort.Memory) {
        terms.memories().same(t, scope, path);
        code.builder.ifeq(differs);
      } else {
        terms.push(t.left(), scope, path);
        terms.push(t.right(), scope, path);
        code.jumpIfEqual(false, differs);
      }
    }
    if (sense) {
      code.builder.goto_(target).labelBinding(differs);
    }
  }

  private void wordLess(WordTerm.WordLess t, Scope scope, boolean sense, Label target) {
    int width = Check.bits(t.left()).width();
    for (Term side : List.of(t.left(), t.right())) {
      terms.push(side, scope);
      if (t.signed() && width < Long.SIZE) {
        code.constant(Long.SIZE - width);
        code.builder.lshl();
      }
    }
    if (t.signed()) {
      code.builder.lcmp();
    } else {
      code.call(Long.class, "compareUnsigned", COMPARE);
    }
    jumpIfLess(t.orEqual(), sense, target);
  }

  /// Jumps by the sign of the comparison on the stack.
  private void jumpIfLess(boolean orEqual, boolean sense, Label target) {
    if (orEqual) {
      jump(sense, target, code.builder::ifle, code.builder::ifgt);
    } else {
      jump(sense, target, code.builder::iflt, code.builder::ifge);
    }
  }

  private static void jump(
      boolean sense, Label target, Consumer<Label> ifSo, Consumer<Label> ifNot) {
    (sense ? ifSo : ifNot).accept(target);
  }
}
