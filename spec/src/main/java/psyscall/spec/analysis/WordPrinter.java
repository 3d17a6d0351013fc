package psyscall.spec.analysis;

import psyscall.spec.analysis.Printed.Level;
import psyscall.spec.term.Check;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// The part of [TermPrinter] about words and memory: Go's operators on unsigned numbers, with a
/// conversion where the signed reading is meant.
final class WordPrinter {
  private WordPrinter() {}

  static Printed printed(WordTerm term, TermPrinter printer) {
    return switch (term) {
      case WordTerm.WordOperation t -> operation(t, printer);
      case WordTerm.WordLess t -> less(t, t.orEqual() ? "<=" : "<", printer);
      case WordTerm.Extend t -> Printed.primary(extension(t, printer));
      case WordTerm.Extract t -> Printed.primary(extract(t, printer));
      case WordTerm.Load t ->
          Printed.primary(
              printer.text(t.memory(), Level.PRIMARY)
                  + ".load"
                  + 8 * t.bytes()
                  + "("
                  + printer.text(t.address())
                  + ")");
      case WordTerm.Store t ->
          Printed.primary(printer.text(t.memory(), Level.PRIMARY) + "." + store(t, printer));
    };
  }

  /// A store as a method call on its memory.
  static String store(WordTerm.Store term, TermPrinter printer) {
    return "store"
        + width(term.word())
        + "("
        + printer.text(term.address())
        + ", "
        + printer.text(term.word())
        + ")";
  }

  static Printed less(WordTerm.WordLess term, String operator, TermPrinter printer) {
    if (!term.signed()) {
      return printer.comparison(term.left(), operator, term.right());
    }
    String text =
        signed(term.left(), printer) + " " + operator + " " + signed(term.right(), printer);
    return new Printed(text, Level.COMPARISON);
  }

  private static Printed operation(WordTerm.WordOperation term, TermPrinter printer) {
    return switch (term.operator()) {
      case ADD -> printer.binary(term.left(), "+", term.right(), Level.SUM);
      case SUB -> printer.binary(term.left(), "-", term.right(), Level.SUM);
      case OR -> printer.binary(term.left(), "|", term.right(), Level.SUM);
      case XOR -> printer.binary(term.left(), "^", term.right(), Level.SUM);
      case MUL -> printer.binary(term.left(), "*", term.right(), Level.PRODUCT);
      case AND -> printer.binary(term.left(), "&", term.right(), Level.PRODUCT);
      case SHIFT_LEFT -> printer.binary(term.left(), "<<", term.right(), Level.PRODUCT);
      case SHIFT_RIGHT -> printer.binary(term.left(), ">>", term.right(), Level.PRODUCT);
      case SHIFT_RIGHT_SIGNED ->
          new Printed(
              signed(term.left(), printer) + " >> " + printer.text(term.right(), Level.UNARY),
              Level.PRODUCT);
    };
  }

  private static String extension(WordTerm.Extend term, TermPrinter printer) {
    return term.signed()
        ? "int" + term.width() + "(" + signed(term.word(), printer) + ")"
        : "uint" + term.width() + "(" + printer.text(term.word()) + ")";
  }

  private static String extract(WordTerm.Extract term, TermPrinter printer) {
    String shifted =
        term.low() == 0
            ? printer.text(term.word())
            : printer.text(term.word(), Level.PRODUCT) + " >> " + term.low();
    return "uint" + term.width() + "(" + shifted + ")";
  }

  private static String signed(Term word, TermPrinter printer) {
    return "int" + width(word) + "(" + printer.text(word) + ")";
  }

  private static int width(Term word) {
    return Check.bits(word).width();
  }
}
