package psyscall.spec.analysis;

import psyscall.spec.process.Statement;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// Prints assignments, those that change a place by what it was in the shorter form.
final class AssignmentPrinter {
  private AssignmentPrinter() {}

  static String text(Statement.Assign assign, TermPrinter terms) {
    Term place = assign.place();
    String to = terms.text(place);
    return switch (assign.value()) {
      case CollectionTerm.Combine(CollectionTerm.Combine.Operator operator, Term left, Term right)
          when left.equals(place) ->
          to + "." + combined(operator, right, terms);
      case Term.Arithmetic(Term.Arithmetic.Operator operator, Term left, Term right)
          when left.equals(place) ->
          to + changed(operator, right, terms);
      case WordTerm.WordOperation(WordTerm.WordOperation.Operator operator, Term left, Term right)
          when left.equals(place) && operator == WordTerm.WordOperation.Operator.ADD ->
          to + changed(Term.Arithmetic.Operator.PLUS, right, terms);
      case WordTerm.WordOperation(WordTerm.WordOperation.Operator operator, Term left, Term right)
          when left.equals(place) && operator == WordTerm.WordOperation.Operator.SUB ->
          to + changed(Term.Arithmetic.Operator.MINUS, right, terms);
      case WordTerm.Store store when store.memory().equals(place) ->
          to + "." + WordPrinter.store(store, terms);
      case Term value -> to + " = " + terms.text(value);
    };
  }

  private static String combined(
      CollectionTerm.Combine.Operator operator, Term right, TermPrinter terms) {
    boolean isOne = right instanceof CollectionTerm.Singleton;
    String argument =
        right instanceof CollectionTerm.Singleton(Term id) ? terms.text(id) : terms.text(right);
    String method =
        switch (operator) {
          case UNION -> isOne ? "add" : "addAll";
          case INTERSECTION -> "retainAll";
          case DIFFERENCE -> isOne ? "remove" : "removeAll";
        };
    return method + "(" + argument + ")";
  }

  private static String changed(Term.Arithmetic.Operator operator, Term right, TermPrinter terms) {
    boolean isOne = right instanceof Term.Literal literal && literal.value() == 1;
    String amount = terms.text(right);
    return switch (operator) {
      case PLUS -> isOne ? "++" : " += " + amount;
      case MINUS -> isOne ? "--" : " -= " + amount;
      case DIVIDE -> " /= " + amount;
    };
  }
}
