package psyscall.model.emit;

import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.function.IntConsumer;
import psyscall.spec.term.Check;
import psyscall.spec.term.WordTerm;

/// Code that computes machine words: the low `width` bits of a long, with zeros above.
public final class WordEmitter {
  private final Code code;
  private final TermEmitter terms;

  public WordEmitter(Code code, TermEmitter terms) {
    this.code = code;
    this.terms = terms;
  }

  public void push(WordTerm term, Scope scope) {
    switch (term) {
      case WordTerm.WordOperation t -> operation(t, scope);
      case WordTerm.WordLess t -> throw new IllegalStateException("truth among words: term=" + t);
      case WordTerm.Extend t -> {
        terms.push(t.word(), scope);
        if (t.signed()) {
          signExtend(Check.bits(t.word()).width());
          code.truncate(t.width());
        }
      }
      case WordTerm.Extract t -> {
        terms.push(t.word(), scope);
        code.constant(t.low());
        code.builder.lushr();
        code.truncate(t.width());
      }
      case WordTerm.Load t -> terms.memories().load(t, scope);
      case WordTerm.Store t -> throw new IllegalStateException("memory among words: term=" + t);
    }
  }

  private void signExtend(int width) {
    if (width < Long.SIZE) {
      code.constant(Long.SIZE - width);
      code.builder.lshl();
      code.constant(Long.SIZE - width);
      code.builder.lshr();
    }
  }

  private void operation(WordTerm.WordOperation t, Scope scope) {
    int width = Check.bits(t.left()).width();
    terms.push(t.left(), scope);
    if (t.operator() == WordTerm.WordOperation.Operator.SHIFT_RIGHT_SIGNED) {
      signExtend(width);
    }
    terms.push(t.right(), scope);
    switch (t.operator()) {
      case ADD -> code.builder.ladd();
      case SUB -> code.builder.lsub();
      case MUL -> code.builder.lmul();
      case AND -> code.builder.land();
      case OR -> code.builder.lor();
      case XOR -> code.builder.lxor();
      case SHIFT_LEFT -> shift(width, () -> code.builder.lshl(), _ -> code.builder.lconst_0());
      case SHIFT_RIGHT -> shift(width, () -> code.builder.lushr(), _ -> code.builder.lconst_0());
      case SHIFT_RIGHT_SIGNED ->
          shift(
              width,
              () -> code.builder.lshr(),
              shifted -> {
                code.builder.lload(shifted);
                code.constant(Long.SIZE - 1);
                code.builder.lshr();
              });
    }
    code.truncate(width);
  }

  /// A shift by an unsigned amount, which may be as large as a word.
  ///
  /// @param within shifts the word on the stack by the int above it
  /// @param beyond pushes the result of an amount of at least the width, given the variable that
  ///   holds the word
  private void shift(int width, Runnable within, IntConsumer beyond) {
    int amount = code.newLong();
    int shifted = code.newLong();
    Label allOut = code.newLabel();
    Label end = code.newLabel();
    code.builder.lstore(amount).lstore(shifted).lload(amount);
    code.constant((long) width);
    code.call(
        Long.class,
        "compareUnsigned",
        MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long, ConstantDescs.CD_long));
    code.builder.ifge(allOut).lload(shifted).lload(amount).l2i();
    within.run();
    code.builder.goto_(end).labelBinding(allOut);
    beyond.accept(shifted);
    code.builder.labelBinding(end);
  }
}
