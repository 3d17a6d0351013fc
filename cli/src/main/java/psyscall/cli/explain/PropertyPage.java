package psyscall.cli.explain;

import java.util.ArrayList;
import java.util.List;
import psyscall.cli.catalog.WholeProtocol;
import psyscall.cli.output.Words;
import psyscall.spec.analysis.TermPrinter;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.property.Property;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.term.Term;

/// A property at length.
final class PropertyPage {
  private PropertyPage() {}

  static List<String> lines(Property property) {
    String name = property.name();
    List<String> scenarios =
        Scenarios.all().stream()
            .filter(scenario -> scenario.properties().contains(name))
            .map(Scenario::name)
            .toList();
    List<String> bugs =
        Mutations.all().stream()
            .filter(bug -> bug.property().equals(name))
            .map(Mutation::name)
            .toList();
    List<String> lines = new ArrayList<>();
    lines.addAll(Words.labelled("property", name));
    lines.addAll(Words.labelled("claim", property.about().claim()));
    lines.addAll(Words.labelled("why", property.about().why()));
    lines.addAll(Words.labelled("source", property.about().citation().toString()));
    lines.addAll(Words.labelled("kind", WholeProtocol.kind(property) + ": " + meaning(property)));
    lines.addAll(Words.labelled("judged in", Words.list(scenarios)));
    lines.addAll(Words.labelled("broken by", Words.list(bugs)));
    terms(property, lines);
    return lines;
  }

  private static String meaning(Property property) {
    return switch (property) {
      case Property.Always _ -> "the condition holds in every reachable state";
      case Property.OnStep _ -> "the condition holds of every step";
      case Property.Quiet _ ->
          "the condition holds in every state in which the runtime itself has nothing to do";
      case Property.Possible _ ->
          "from every reachable state with the first condition, a path without environment steps"
              + " reaches the second";
      case Property.Sometimes _ -> "a reachable state with the condition exists";
      case Property.DeadlockFree _ ->
          "no state is without a way on, except ended runs and those with the condition";
    };
  }

  private static void terms(Property property, List<String> lines) {
    switch (property) {
      case Property.Always p -> term("condition", p.condition(), lines);
      case Property.OnStep p -> term("condition", p.condition(), lines);
      case Property.Quiet p -> term("condition", p.condition(), lines);
      case Property.Possible p -> {
        term("from", p.from(), lines);
        term("reached", p.reached(), lines);
      }
      case Property.Sometimes p -> term("condition", p.condition(), lines);
      case Property.DeadlockFree p -> term("declared", p.declared(), lines);
    }
  }

  /// A condition, each of its conjuncts on a line of its own.
  private static void term(String label, Term term, List<String> lines) {
    List<Term> parts = term instanceof Term.And and ? and.operands() : List.of(term);
    for (int at = 0; at < parts.size(); at++) {
      String joint = at < parts.size() - 1 ? " &&" : "";
      lines.addAll(Words.labelled(at == 0 ? label : "", TermPrinter.print(parts.get(at)) + joint));
    }
  }
}
