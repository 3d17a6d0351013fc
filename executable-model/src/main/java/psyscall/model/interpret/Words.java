package psyscall.model.interpret;

import psyscall.model.behavior.Memory;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.spec.term.Check;
import psyscall.spec.term.WordTerm;
import psyscall.spec.term.WordTerm.WordOperation.Operator;

/// The meaning of the terms about machine words: a word is the low `width` bits of a long, with
/// zeros above.
final class Words {
  private Words() {}

  /// The value of a term about words.
  static Value value(WordTerm term, Evaluator in, Bindings env) {
    return switch (term) {
      case WordTerm.WordOperation t -> {
        int width = Check.bits(t.left()).width();
        long left = in.scalar(t.left(), env);
        yield Scalar.of(apply(t.operator(), left, in.scalar(t.right(), env), width));
      }
      case WordTerm.WordLess t -> {
        long left = in.scalar(t.left(), env);
        long right = in.scalar(t.right(), env);
        int order =
            t.signed()
                ? compareSigned(left, right, Check.bits(t.left()).width())
                : Long.compareUnsigned(left, right);
        yield Scalar.of(order < 0 || (t.orEqual() && order == 0));
      }
      case WordTerm.Extend t -> {
        long word = in.scalar(t.word(), env);
        long wide = t.signed() ? signed(word, Check.bits(t.word()).width()) : word;
        yield Scalar.of(truncate(wide, t.width()));
      }
      case WordTerm.Extract t ->
          Scalar.of(truncate(in.scalar(t.word(), env) >>> t.low(), t.width()));
      case WordTerm.Load t ->
          Scalar.of(in.memory(t.memory(), env).load(in.scalar(t.address(), env), t.bytes()));
      case WordTerm.Store t -> {
        int bytes = Check.bits(t.word()).width() / Byte.SIZE;
        Memory memory = in.memory(t.memory(), env);
        yield memory.store(in.scalar(t.address(), env), bytes, in.scalar(t.word(), env));
      }
    };
  }

  static long truncate(long bits, int width) {
    return width == Long.SIZE ? bits : bits & (1L << width) - 1;
  }

  /// The word as a signed number.
  static long signed(long word, int width) {
    int above = Long.SIZE - width;
    return word << above >> above;
  }

  static long apply(Operator operator, long left, long right, int width) {
    boolean allOut = Long.compareUnsigned(right, width) >= 0;
    long result =
        switch (operator) {
          case ADD -> left + right;
          case SUB -> left - right;
          case MUL -> left * right;
          case AND -> left & right;
          case OR -> left | right;
          case XOR -> left ^ right;
          case SHIFT_LEFT -> allOut ? 0 : left << right;
          case SHIFT_RIGHT -> allOut ? 0 : left >>> right;
          case SHIFT_RIGHT_SIGNED -> signed(left, width) >> (allOut ? Long.SIZE - 1 : right);
        };
    return truncate(result, width);
  }

  static int compareSigned(long left, long right, int width) {
    return Long.compare(signed(left, width), signed(right, width));
  }
}
