package psyscall.proofs.encoding;

import psyscall.proofs.smt.Bytes;
import psyscall.proofs.smt.Truth;
import psyscall.proofs.smt.Word;
import psyscall.spec.term.WordTerm;

/// The fold of the terms about machine words and memory: each is one operation of the solver's.
final class WordEncoding {
  private final TermEncoding terms;

  WordEncoding(TermEncoding terms) {
    this.terms = terms;
  }

  Image of(WordTerm term, Frame frame) {
    return switch (term) {
      case WordTerm.WordOperation t ->
          new Image.Code(
              terms
                  .word(t.left(), frame)
                  .apply(operator(t.operator()), terms.word(t.right(), frame)));
      case WordTerm.WordLess t -> new Image.Flag(less(t, frame));
      case WordTerm.Extend t ->
          new Image.Code(terms.word(t.word(), frame).extend(t.width(), order(t.signed())));
      case WordTerm.Extract t ->
          new Image.Code(terms.word(t.word(), frame).extract(t.low(), t.width()));
      case WordTerm.Load t ->
          new Image.Code(
              bytes(terms.of(t.memory(), frame)).load(terms.word(t.address(), frame), t.bytes()));
      case WordTerm.Store t ->
          new Image.Cells(
              bytes(terms.of(t.memory(), frame))
                  .store(terms.word(t.address(), frame), terms.word(t.word(), frame)));
    };
  }

  private Truth less(WordTerm.WordLess term, Frame frame) {
    Word left = terms.word(term.left(), frame);
    Word right = terms.word(term.right(), frame);
    Word.Order order = order(term.signed());
    return term.orEqual() ? right.less(left, order).not() : left.less(right, order);
  }

  private static Word.Order order(boolean signed) {
    return signed ? Word.Order.SIGNED : Word.Order.UNSIGNED;
  }

  private static Bytes bytes(Image image) {
    return ((Image.Cells) image).bytes();
  }

  private static Word.Operator operator(WordTerm.WordOperation.Operator operator) {
    return switch (operator) {
      case ADD -> Word.Operator.ADD;
      case SUB -> Word.Operator.SUBTRACT;
      case MUL -> Word.Operator.MULTIPLY;
      case AND -> Word.Operator.AND;
      case OR -> Word.Operator.OR;
      case XOR -> Word.Operator.XOR;
      case SHIFT_LEFT -> Word.Operator.SHIFT_LEFT;
      case SHIFT_RIGHT -> Word.Operator.SHIFT_RIGHT;
      case SHIFT_RIGHT_SIGNED -> Word.Operator.SHIFT_RIGHT_SIGNED;
    };
  }
}
