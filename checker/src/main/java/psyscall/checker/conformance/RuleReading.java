package psyscall.checker.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import psyscall.checker.conformance.EventForm.Effect;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.process.Block;
import psyscall.spec.process.Event;
import psyscall.spec.process.Line;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Check;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Takes the text of an event's rule apart: what must hold, then what is done.
///
/// A statement that is not known here, and a check behind a store, are errors.
final class RuleReading {
  private final Columns columns;
  private final String event;
  private final Reading terms;
  private final List<EventForm.Name> names = new ArrayList<>();
  private final List<EventForm.Guard> guards = new ArrayList<>();
  private boolean stored;

  private RuleReading(Columns columns, String event, Reading terms) {
    this.columns = columns;
    this.event = event;
    this.terms = terms;
  }

  /// Takes a rule apart.
  ///
  /// @param arguments what an event can have as arguments, in the order of their slots
  static EventForm of(Columns columns, List<Sort.Field> arguments, ProcedureText text) {
    Map<String, Integer> slots = new HashMap<>();
    Set<Integer> ids = new HashSet<>();
    int needed = 0;
    for (Var.Local parameter : text.parameters()) {
      int slot = arguments.indexOf(new Sort.Field(parameter.name(), parameter.sort()));
      if (slot < 0) {
        throw new IllFormed(
            "parameter that no event has: event=" + text.name() + ", name=" + parameter.name());
      }
      slots.put(parameter.name(), slot);
      if (parameter.sort() instanceof Sort.Individual) {
        needed |= 1 << slot;
        ids.add(slot);
      }
    }
    Reading terms = new Reading(columns, slots, ids, arguments.size());
    RuleReading reading = new RuleReading(columns, text.name(), terms);
    List<Effect> effects = reading.block(text.opening(), List.of());
    return new EventForm(
        text.name(), needed, terms.slots(), reading.names, reading.guards, effects);
  }

  /// What an event is called whose rule this is, if it is one.
  static boolean isRule(ProcedureText text) {
    return text.labels().isEmpty()
        && text.opening().lines().stream()
            .anyMatch(
                line ->
                    line.statement() instanceof Statement.Emit(Event event, List<Term> _)
                        && event.name().equals(text.name()));
  }

  /// @param path what holds wherever the block is executed
  private List<Effect> block(Block block, List<Form.Claim> path) {
    List<Effect> effects = new ArrayList<>();
    for (Line line : block.lines()) {
      switch (line.statement()) {
        case Statement.Emit _, Statement.Say _ -> {}
        case Statement.Assert s -> guard(s, path);
        case Statement.Assign s -> effects.add(assign(s));
        case Statement.Bulk s -> effects.add(bulk(s));
        case Statement.Let s -> {
          List<Form.Value> slots = new ArrayList<>();
          for (Form.Value value : terms.numbers(s.value())) {
            int slot = terms.newSlot();
            name(s, new EventForm.Name(slot, value), path, effects);
            slots.add(new Form.Slot(slot));
          }
          terms.bind(s.bound(), slots);
        }
        case Statement.If s ->
            effects.add(when(terms.claim(s.condition()), s.then(), s.otherwise(), path));
        case Statement.IfSome s -> {
          int slot = terms.individual(s.bound());
          name(s, new EventForm.Name(slot, terms.number(s.optional())), path, effects);
          Form.Claim some = new Form.Below(new Form.Constant(-1), new Form.Slot(slot), false);
          effects.add(when(some, s.some(), s.none(), path));
        }
        case Statement.Require _,
            Statement.Either _,
            Statement.Pick _,
            Statement.Await _,
            Statement.Halt _,
            Statement.Goto _,
            Statement.Become _,
            Statement.Call _,
            Statement.Return _,
            Statement.Section _ ->
            throw unknown("statement", line.statement());
      }
    }
    return effects;
  }

  private IllFormed unknown(String what, Statement statement) {
    return new IllFormed(
        what + " that no automaton is made of: event=" + event + ", statement=" + statement);
  }

  private void guard(Statement.Assert s, List<Form.Claim> path) {
    if (stored) {
      throw unknown("check behind a store", s);
    }
    List<Form.Claim> ways = new ArrayList<>();
    path.forEach(condition -> ways.add(Form.not(condition)));
    ways.add(terms.claim(s.condition()));
    Form.Claim claim = ways.size() == 1 ? ways.getFirst() : new Form.Any(ways);
    guards.add(new EventForm.Guard(EventRule.claim(s.otherwise()), claim));
  }

  /// Before the first store a name is the same for guards and effects; in a branch it would have to
  /// be asked for there only.
  private void name(Statement s, EventForm.Name name, List<Form.Claim> path, List<Effect> effects) {
    if (stored) {
      effects.add(name);
    } else if (path.isEmpty()) {
      names.add(name);
    } else {
      throw unknown("name inside a branch", s);
    }
  }

  private Effect when(Form.Claim condition, Block then, Block otherwise, List<Form.Claim> path) {
    boolean before = stored;
    List<Effect> first = block(then, with(path, condition));
    boolean storedFirst = stored;
    stored = before;
    List<Effect> second = block(otherwise, with(path, Form.not(condition)));
    stored |= storedFirst;
    return new EventForm.When(condition, first, second);
  }

  private static List<Form.Claim> with(List<Form.Claim> path, Form.Claim condition) {
    List<Form.Claim> longer = new ArrayList<>(path);
    longer.add(condition);
    return longer;
  }

  private Effect assign(Statement.Assign s) {
    requireBounds(s, s.place(), s.value());
    stored = true;
    return store(s, s.place(), s.value());
  }

  private EventForm.Store store(Statement statement, Term place, Term value) {
    List<Form.Value> places = terms.numbers(place);
    List<Form.Value> values = terms.numbers(value);
    List<EventForm.Target> targets = new ArrayList<>();
    for (int at = 0; at < places.size(); at++) {
      if (!(places.get(at) instanceof Form.Entry(Column column, Form.Value index))) {
        throw unknown("store", statement);
      }
      targets.add(new EventForm.Target(column, index, values.get(at)));
    }
    return new EventForm.Store(targets);
  }

  /// Ranges must be kept by what is known of the value; the fields of a record hold none here.
  private void requireBounds(Statement statement, Term place, Term value) {
    if (place.sort() instanceof Sort.Range range) {
      Sort.Range bounds = Reading.bounds(value);
      if (bounds.low() < range.low() || bounds.high() > range.high()) {
        throw unknown("store that can leave its range", statement);
      }
    } else if (place.sort() instanceof Sort.Struct struct
        && struct.fields().stream().anyMatch(f -> !isClosed(f.sort()))) {
      throw unknown("store of a record with numbers", statement);
    }
  }

  private static boolean isClosed(Sort sort) {
    return sort instanceof Sort.Truth
        || sort instanceof Sort.Enumeration
        || sort instanceof Sort.Optional;
  }

  /// The values are those before all stores; so each individual may look at its own entry only.
  private Effect bulk(Statement.Bulk s) {
    requireBounds(s, s.place(), s.value());
    Term.Reference own = new Term.Reference(s.bound());
    Term.Read variable = variable(s, s.place());
    if (looksElsewhere(s.where(), variable, own) || looksElsewhere(s.value(), variable, own)) {
      throw unknown("bulk store that looks at what it stores elsewhere", s);
    }
    int slot = terms.individual(s.bound());
    int kind = columns.kind(Check.individual(s.bound().sort()));
    Reading.Narrowed narrowed = terms.narrow(slot, kind, terms.claim(s.where()));
    EventForm.Store store = store(s, s.place(), s.value());
    for (EventForm.Target target : store.targets()) {
      if (!target.index().equals(new Form.Slot(slot))) {
        throw unknown("bulk store elsewhere", s);
      }
    }
    stored = true;
    return new EventForm.Each(slot, narrowed.range(), narrowed.rest(), store);
  }

  private Term.Read variable(Statement statement, Term place) {
    return switch (place) {
      case Term.Read read -> read;
      case Term.Select select -> variable(statement, select.array());
      case Term.FieldOf field -> variable(statement, field.struct());
      case Term _ -> throw unknown("store", statement);
    };
  }

  /// Whether a term reads a variable otherwise than at one index.
  private static boolean looksElsewhere(Term term, Term.Read variable, Term.Reference own) {
    if (term instanceof Term.Select(Term array, Term index)
        && array.equals(variable)
        && index.equals(own)) {
      return false;
    }
    return term.equals(variable)
        || Traversal.parts(term).stream().anyMatch(part -> looksElsewhere(part, variable, own));
  }
}
