package psyscall.spec.analysis;

import static psyscall.spec.analysis.Printed.primary;

import psyscall.spec.analysis.Printed.Level;
import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;

/// The part of [TermPrinter] about sets and queues.
final class CollectionPrinter {
  private CollectionPrinter() {}

  static Printed printed(CollectionTerm term, TermPrinter printer) {
    return switch (term) {
      case CollectionTerm.Member t -> member(t, "in", printer);
      case CollectionTerm.Combine t -> combination(t, printer);
      case CollectionTerm.Singleton t -> primary("{" + printer.text(t.id()) + "}");
      case CollectionTerm.Where t when t.condition().equals(Simplification.TRUE) ->
          primary("all " + Check.individual(t.bound().sort()).name() + "s");
      case CollectionTerm.Where t -> primary("{" + condition(t, printer) + "}");
      case CollectionTerm.Size(CollectionTerm.Where t)
          when !t.condition().equals(Simplification.TRUE) ->
          primary("count(" + condition(t, printer) + ")");
      case CollectionTerm.Size t -> primary("len(" + printer.text(t.collection()) + ")");
      case CollectionTerm.Append t ->
          primary("append(" + printer.text(t.queue()) + ", " + printer.text(t.id()) + ")");
      case CollectionTerm.First t -> primary("first(" + printer.text(t.queue()) + ")");
      case CollectionTerm.Rest t -> primary("rest(" + printer.text(t.queue()) + ")");
      case CollectionTerm.Elements t -> primary("set(" + printer.text(t.queue()) + ")");
    };
  }

  static Printed member(CollectionTerm.Member term, String operator, TermPrinter printer) {
    return printer.comparison(term.id(), operator, term.set());
  }

  private static Printed combination(CollectionTerm.Combine term, TermPrinter printer) {
    String operator =
        switch (term.operator()) {
          case UNION -> "∪";
          case INTERSECTION -> "∩";
          case DIFFERENCE -> "−";
        };
    return printer.binary(term.left(), operator, term.right(), Level.SUM);
  }

  private static String condition(CollectionTerm.Where where, TermPrinter printer) {
    return printer.bound(where.bound(), "%s: ", inner -> inner.text(where.condition()));
  }
}
