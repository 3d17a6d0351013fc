package psyscall.spec.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Bound;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// What the guards of the events refuse, as conditions on a state of the layer below.
///
/// A guard that never is the first to fail in a state that can be reached says nothing there.
public final class Refusals {
  private Refusals() {}

  /// A guard of an event.
  ///
  /// @param event whose guard
  /// @param ending what its refusal says
  /// @param condition some instance of the event is refused by this guard: those before it hold, it
  ///   does not
  public record Guard(EventRule event, Ending ending, Term condition) {}

  /// The guards of an event.
  ///
  /// @param event the rule of the event
  /// @param mapping what each mirror is in terms of the fields of the layer below
  /// @return in the order in which they are asked
  public static List<Guard> of(EventRule event, Map<Var, Term> mapping) {
    List<Guard> guards = new ArrayList<>();
    List<Term> before = new ArrayList<>();
    for (Line line : event.text().opening().lines()) {
      if (line.statement() instanceof Statement.Assert guard) {
        List<Term> parts = new ArrayList<>(before);
        parts.add(new Term.Not(guard.condition()));
        Term refused = parts.size() == 1 ? parts.getFirst() : new Term.And(parts);
        guards.add(new Guard(event, guard.otherwise(), below(event, refused, mapping)));
        before.add(guard.condition());
      }
    }
    return List.copyOf(guards);
  }

  /// For some arguments, with the fields in place of the mirrors.
  private static Term below(EventRule event, Term condition, Map<Var, Term> mapping) {
    Map<Var.Local, Bound> arguments = new LinkedHashMap<>();
    Term open =
        Traversal.rewrite(
            condition,
            part ->
                switch (part) {
                  case Term.Local local ->
                      new Term.Reference(
                          arguments.computeIfAbsent(
                              local.variable(), each -> new Bound(each.name(), each.sort())));
                  case Term.Read read -> mapping.getOrDefault(read.variable(), read);
                  case Term other -> other;
                });
    Term closed = open;
    for (Bound bound : arguments.values()) {
      if (!(bound.sort() instanceof Sort.Individual)) {
        throw new IllFormed(
            "guard about who does it: event=" + event.name() + ", parameter=" + bound.name());
      }
      closed = new Term.Exists(bound, closed);
    }
    return closed;
  }
}
