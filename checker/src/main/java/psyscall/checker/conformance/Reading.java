package psyscall.checker.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// Takes the terms of one rule apart. A term of a shape that is not known here is an error, never
/// another term.
final class Reading {
  private static final Form.Constant ONE = new Form.Constant(1);
  private static final Form.Constant ZERO = new Form.Constant(0);
  private static final Form.Constant NIL = new Form.Constant(-1);

  private final Columns columns;
  private final Map<String, Integer> parameters;
  private final Map<Bound, List<Form.Value>> bound = new HashMap<>();
  private final Set<Integer> neverNil = new HashSet<>();
  private int slots;

  /// @param parameters the slot of each parameter
  /// @param neverNil the slots of parameters that are ids
  /// @param slots the first slot that is free
  Reading(Columns columns, Map<String, Integer> parameters, Set<Integer> neverNil, int slots) {
    this.columns = columns;
    this.parameters = Map.copyOf(parameters);
    this.neverNil.addAll(neverNil);
    this.slots = slots;
  }

  /// A slot that nothing stands in yet.
  int newSlot() {
    return slots++;
  }

  /// How many slots there are.
  int slots() {
    return slots;
  }

  /// From here on a variable stands for values.
  void bind(Bound variable, List<Form.Value> values) {
    bound.put(variable, List.copyOf(values));
  }

  /// A slot for an individual, which a variable stands for from here on.
  int individual(Bound variable) {
    int slot = newSlot();
    neverNil.add(slot);
    bind(variable, List.of(new Form.Slot(slot)));
    return slot;
  }

  /// The numbers that a term is made of: one, or those of a record's fields.
  List<Form.Value> numbers(Term term) {
    return switch (term) {
      case Term.Literal t -> List.of(literal(t));
      case Term.Read t -> entries(t, ZERO, -1);
      case Term.Select t -> select(t);
      case Term.Local t -> List.of(new Form.Slot(parameter(t)));
      case Term.Reference t -> reference(t);
      case Term.FieldOf t -> field(Check.struct(t.struct()), t.field(), numbers(t.struct()));
      case Term.StructOf t -> t.fields().stream().flatMap(f -> numbers(f).stream()).toList();
      case Term.WithField t -> withField(t);
      case Term.Known t -> numbers(t.id());
      case Term.IfElse t -> choice(claim(t.condition()), numbers(t.then()), numbers(t.otherwise()));
      case Term.Match t -> match(t);
      case Term.Arithmetic t -> List.of(arithmetic(t));
      case Term.Not _,
          Term.And _,
          Term.Or _,
          Term.Same _,
          Term.Less _,
          Term.ForAll _,
          Term.Exists _,
          CollectionTerm.Member _ ->
          List.of(new Form.Choice(claim(term), ONE, ZERO));
      case Term.Empty _,
          Term.Self _,
          Term.SelfOrNil _,
          Term.The _,
          Term.With _,
          Term.Each _,
          Term.Next _,
          Term.StepOf _,
          CollectionTerm _,
          WordTerm _ ->
          throw unknown(term);
    };
  }

  private static IllFormed unknown(Term term) {
    return new IllFormed("term that no automaton over columns is made of: term=" + term);
  }

  Form.Value number(Term term) {
    List<Form.Value> numbers = numbers(term);
    if (numbers.size() != 1) {
      throw unknown(term);
    }
    return numbers.getFirst();
  }

  private static Form.Value literal(Term.Literal t) {
    if (t.sort() instanceof Sort.Individual
        || (t.sort() instanceof Sort.Optional && t.value() >= 0)
        || t.value() != (int) t.value()) {
      throw unknown(t);
    }
    return new Form.Constant((int) t.value());
  }

  private List<Form.Value> entries(Term.Read read, Form.Value index, int kind) {
    List<Form.Value> numbers = new ArrayList<>();
    for (Column column : columns.of(read.variable())) {
      if (column.kind() != kind) {
        throw unknown(read);
      }
      numbers.add(new Form.Entry(column, index));
    }
    return numbers;
  }

  private List<Form.Value> select(Term.Select t) {
    if (t.array() instanceof Term.Read read && read.sort() instanceof Sort.ArrayOf array) {
      return entries(read, number(t.index()), columns.kind(array.index()));
    }
    throw unknown(t);
  }

  private int parameter(Term.Local t) {
    Integer slot = parameters.get(t.variable().name());
    if (slot == null) {
      throw unknown(t);
    }
    return slot;
  }

  private List<Form.Value> reference(Term.Reference t) {
    List<Form.Value> values = bound.get(t.bound());
    if (values == null) {
      throw unknown(t);
    }
    return values;
  }

  private static List<Form.Value> field(Sort.Struct struct, String field, List<Form.Value> values) {
    int from = offset(struct, field);
    Sort sort = struct.fields().get(struct.position(field)).sort();
    return values.subList(from, from + width(sort));
  }

  private static int offset(Sort.Struct struct, String field) {
    int position = struct.position(field);
    return struct.fields().subList(0, position).stream().mapToInt(f -> width(f.sort())).sum();
  }

  private static int width(Sort sort) {
    return sort instanceof Sort.Struct struct
        ? struct.fields().stream().mapToInt(f -> width(f.sort())).sum()
        : 1;
  }

  private List<Form.Value> withField(Term.WithField t) {
    List<Form.Value> values = new ArrayList<>(numbers(t.struct()));
    int at = offset(Check.struct(t.struct()), t.field());
    for (Form.Value number : numbers(t.value())) {
      values.set(at, number);
      at++;
    }
    return values;
  }

  private static List<Form.Value> choice(
      Form.Claim condition, List<Form.Value> then, List<Form.Value> otherwise) {
    List<Form.Value> numbers = new ArrayList<>();
    for (int at = 0; at < then.size(); at++) {
      numbers.add(new Form.Choice(condition, then.get(at), otherwise.get(at)));
    }
    return numbers;
  }

  private List<Form.Value> match(Term.Match t) {
    Form.Value optional = number(t.optional());
    int slot = individual(t.bound());
    Form.Claim some = new Form.Below(NIL, new Form.Slot(slot), false);
    return choice(some, numbers(t.some()), numbers(t.none())).stream()
        .map(chosen -> (Form.Value) new Form.Let(slot, optional, chosen))
        .toList();
  }

  private Form.Value arithmetic(Term.Arithmetic t) {
    Sort.Range range = Check.range(t);
    if (range.low() < Integer.MIN_VALUE || range.high() > Integer.MAX_VALUE) {
      throw unknown(t);
    }
    Form.Value left = number(t.left());
    Form.Value right = number(t.right());
    return switch (t.operator()) {
      case PLUS -> new Form.Sum(left, right);
      case MINUS -> new Form.Difference(left, right);
      case DIVIDE -> {
        if (right instanceof Form.Constant divisor && divisor.value() > 0) {
          yield new Form.Quotient(left, divisor.value());
        }
        throw unknown(t);
      }
    };
  }

  /// What a truth-valued term claims.
  Form.Claim claim(Term term) {
    return switch (term) {
      case Term.Literal t -> new Form.Always(t.value() != 0);
      case Term.Not t -> Form.not(claim(t.operand()));
      case Term.And t -> new Form.All(t.operands().stream().map(this::claim).toList());
      case Term.Or t -> new Form.Any(t.operands().stream().map(this::claim).toList());
      case Term.Same t -> same(numbers(t.left()), numbers(t.right()));
      case Term.Less t -> new Form.Below(number(t.left()), number(t.right()), t.orEqual());
      case Term.ForAll t -> Form.not(some(t.bound(), new Term.Not(t.condition())));
      case Term.Exists t -> some(t.bound(), t.condition());
      case Term.IfElse t -> either(claim(t.condition()), claim(t.then()), claim(t.otherwise()));
      case Term.Match t -> {
        Form.Value optional = number(t.optional());
        int slot = individual(t.bound());
        Form.Claim isSome = new Form.Below(NIL, new Form.Slot(slot), false);
        yield new Form.Where(slot, optional, either(isSome, claim(t.some()), claim(t.none())));
      }
      case CollectionTerm.Member t -> member(t);
      case Term other -> new Form.Equal(number(other), ONE);
    };
  }

  private static Form.Claim either(Form.Claim condition, Form.Claim then, Form.Claim otherwise) {
    return new Form.Any(
        List.of(
            new Form.All(List.of(condition, then)),
            new Form.All(List.of(Form.not(condition), otherwise))));
  }

  private static Form.Claim same(List<Form.Value> left, List<Form.Value> right) {
    List<Form.Claim> claims = new ArrayList<>();
    for (int at = 0; at < left.size(); at++) {
      claims.add(new Form.Equal(left.get(at), right.get(at)));
    }
    return claims.size() == 1 ? claims.getFirst() : new Form.All(claims);
  }

  private Form.Claim member(CollectionTerm.Member t) {
    if (t.set() instanceof CollectionTerm.Where where) {
      bind(where.bound(), numbers(t.id()));
      return claim(where.condition());
    }
    throw unknown(t);
  }

  /// Each alternative of what is looked for is looked for by itself, where it is found fastest.
  private Form.Claim some(Bound variable, Term condition) {
    int slot = individual(variable);
    int kind = columns.kind(Check.individual(variable.sort()));
    List<Form.Claim> found = new ArrayList<>();
    for (Form.Claim claim : Form.disjuncts(claim(condition))) {
      Narrowed narrowed = narrow(slot, kind, claim);
      found.add(new Form.Some(slot, narrowed.range(), narrowed.rest()));
    }
    return found.size() == 1 ? found.getFirst() : new Form.Any(found);
  }

  /// Among whom those are who fulfil a claim, and what is left to be asked of them.
  record Narrowed(Form.Range range, Form.Claim rest) {}

  /// A claim one part of which says that the individual holds a certain id is asked of the holders
  /// of this id alone.
  Narrowed narrow(int slot, int kind, Form.Claim claim) {
    List<Form.Claim> parts = Form.conjuncts(claim);
    for (Form.Claim part : parts) {
      if (part instanceof Form.Equal equal) {
        Form.Range range = holders(slot, equal.left(), equal.right());
        range = range instanceof Form.Everyone ? holders(slot, equal.right(), equal.left()) : range;
        if (range instanceof Form.Holders) {
          return new Narrowed(
              range, new Form.All(parts.stream().filter(other -> !other.equals(part)).toList()));
        }
      }
    }
    return new Narrowed(new Form.Everyone(kind), claim);
  }

  private Form.Range holders(int slot, Form.Value entry, Form.Value id) {
    if (entry instanceof Form.Entry(Column column, Form.Slot(int at))
        && at == slot
        && column.values() >= 0
        && id instanceof Form.Slot whose
        && whose.at() != slot
        && neverNil.contains(whose.at())) {
      columns.invert(column);
      return new Form.Holders(column, whose);
    }
    return new Form.Everyone(-1);
  }

  /// The bounds within which a number is, where they are closer than its sort says: the lesser of
  /// two is below both.
  static Sort.Range bounds(Term term) {
    if (term instanceof Term.IfElse(Term.Less less, Term then, Term otherwise)
        && less.left().equals(then)
        && less.right().equals(otherwise)) {
      Sort.Range left = bounds(then);
      Sort.Range right = bounds(otherwise);
      return new Sort.Range(Math.min(left.low(), right.low()), Math.min(left.high(), right.high()));
    }
    return Check.range(term);
  }
}
