package psyscall.checker.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.NumberBounds;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// Terms as Promela expressions; quantifiers become the list of their cases.
///
/// A term of a compound sort is translated together with the path to the scalar part that is
/// wanted.
///
/// @param cells where the variables are
/// @param symbols names of values
/// @param self the process that takes the step; empty for a single process, or for none
/// @param names what bound variables stand for
record Translator(Cells cells, Symbols symbols, Optional<Self> self, Map<Bound, Expression> names) {
  /// The process that takes the step.
  ///
  /// @param sort one of whose individuals it is
  /// @param id which
  record Self(Sort.Individual sort, Expression id) {}

  /// A scalar term.
  Expression of(Term term) {
    return of(term, List.of());
  }

  private int size(Bound bound) {
    return cells.world().size(Check.individual(bound.sort()));
  }

  Translator with(Bound bound, Expression value) {
    Map<Bound, Expression> more = new HashMap<>(names);
    more.put(bound, value);
    return new Translator(cells, symbols, self, more);
  }

  /// The part of a term at the end of a path.
  Expression of(Term term, List<Access> path) {
    return switch (term) {
      case Term.Literal t -> literal(t);
      case Term.Read t -> cells.cell(t.variable(), path).read();
      case Term.Reference t -> reference(t);
      case Term.Self _ -> self.orElseThrow(() -> mistake(term)).id();
      case Term.SelfOrNil t ->
          self.filter(it -> it.sort().equals(t.of())).map(Self::id).orElse(Expression.NIL);
      case Term.Select t -> of(t.array(), before(new Access.At(of(t.index())), path));
      case Term.FieldOf t ->
          of(t.struct(), before(new Access.Field(position(t.struct(), t.field())), path));
      case Term.Not t -> of(t.operand()).not();
      case Term.And t -> Expression.and(t.operands().stream().map(this::of).toList());
      case Term.Or t -> Expression.or(t.operands().stream().map(this::of).toList());
      case Term.IfElse t -> of(t.then(), path).orElse(of(t.condition()), of(t.otherwise(), path));
      case Term.Same t -> same(t.left(), t.right(), t.left().sort(), List.of());
      case Term.Arithmetic t -> arithmetic(t);
      case Term.Less t ->
          t.orEqual() ? of(t.right()).less(of(t.left())).not() : of(t.left()).less(of(t.right()));
      case Term.Known t -> of(t.id());
      case Term.The t -> of(t.optional());
      case Term.Match t -> {
        Expression optional = of(t.optional());
        Expression isNil = optional.same(Expression.NIL);
        yield of(t.none(), path).orElse(isNil, with(t.bound(), optional).of(t.some(), path));
      }
      case Term.ForAll t -> Expression.and(each(t.bound(), t.condition()));
      case Term.Exists t -> Expression.or(each(t.bound(), t.condition()));
      case Term.With t -> with(t, path);
      case Term.Each t ->
          with(t.bound(), ((Access.At) path.getFirst()).index()).of(t.element(), rest(path));
      case Term.StructOf t ->
          of(t.fields().get(((Access.Field) path.getFirst()).position()), rest(path));
      case Term.WithField t ->
          path.getFirst().equals(new Access.Field(position(t.struct(), t.field())))
              ? of(t.value(), rest(path))
              : of(t.struct(), path);
      case CollectionTerm t -> collection(t);
      case Term.Empty t when t.sort() instanceof Sort.SetOf -> Expression.FALSE;
      case Term.Empty _, WordTerm _ -> throw unsaid(term);
      case Term.Next _, Term.StepOf _ -> throw unsaid(term);
      case Term.Local _ -> throw mistake(term);
    };
  }

  private static Unexportable unsaid(Term term) {
    return new Unexportable("no Promela for a term: sort=" + term.sort() + ", term=" + term);
  }

  private static IllegalStateException mistake(Term term) {
    return new IllegalStateException("term out of place: term=" + term);
  }

  private static int position(Term struct, String field) {
    return Check.struct(struct).position(field);
  }

  private static List<Access> before(Access first, List<Access> path) {
    List<Access> longer = new ArrayList<>();
    longer.add(first);
    longer.addAll(path);
    return longer;
  }

  private static List<Access> rest(List<Access> path) {
    return path.subList(1, path.size());
  }

  static List<Access> after(List<Access> path, Access last) {
    List<Access> longer = new ArrayList<>(path);
    longer.add(last);
    return longer;
  }

  private Expression literal(Term.Literal literal) {
    return switch (literal.sort()) {
      case Sort.Enumeration sort -> symbols.of(sort, literal.value());
      case Sort.Optional _ when literal.value() < 0 -> Expression.NIL;
      case Sort _ -> Expression.of(literal.value());
    };
  }

  private Expression reference(Term.Reference reference) {
    Expression value = names.get(reference.bound());
    if (value == null) {
      throw mistake(reference);
    }
    return value;
  }

  private Expression with(Term.With with, List<Access> path) {
    Expression here = of(with.index()).same(((Access.At) path.getFirst()).index());
    return of(with.element(), rest(path)).orElse(here, of(with.array(), path));
  }

  /// Equality of all parts.
  private Expression same(Term left, Term right, Sort sort, List<Access> path) {
    List<Expression> parts = new ArrayList<>();
    switch (sort) {
      case Sort.ArrayOf array -> {
        for (int id = 0; id < cells.world().size(array.index()); id++) {
          Access at = new Access.At(Expression.of(id));
          parts.add(same(left, right, array.element(), after(path, at)));
        }
      }
      case Sort.Struct struct -> {
        for (int at = 0; at < struct.fields().size(); at++) {
          Sort field = struct.fields().get(at).sort();
          parts.add(same(left, right, field, after(path, new Access.Field(at))));
        }
      }
      case Sort _ -> parts.add(of(left, path).same(of(right, path)));
    }
    return Expression.and(parts);
  }

  private Expression arithmetic(Term.Arithmetic t) {
    return switch (t.operator()) {
      case PLUS -> of(t.left()).plus(of(t.right()));
      case MINUS -> of(t.left()).minus(of(t.right()));
      case DIVIDE -> {
        // Promela rounds towards zero, the language rounds down.
        if (NumberBounds.of(t.left()).filter(left -> left.low() >= 0).isEmpty()) {
          throw unsaid(t);
        }
        yield of(t.left()).dividedBy(of(t.right()));
      }
    };
  }

  private List<Expression> each(Bound bound, Term condition) {
    List<Expression> cases = new ArrayList<>();
    for (int id = 0; id < size(bound); id++) {
      cases.add(with(bound, Expression.of(id)).of(condition));
    }
    return cases;
  }

  private Expression collection(CollectionTerm term) {
    return switch (term) {
      case CollectionTerm.Member t -> member(of(t.id()), t.set());
      case CollectionTerm.Combine t -> {
        Expression left = of(t.left());
        Expression right = of(t.right());
        yield switch (t.operator()) {
          case UNION -> left.union(right);
          case INTERSECTION -> left.intersection(right);
          case DIFFERENCE -> left.without(right);
        };
      }
      case CollectionTerm.Singleton t -> of(t.id()).single();
      case CollectionTerm.Where t -> {
        Expression mask = Expression.FALSE;
        List<Expression> cases = each(t.bound(), t.condition());
        for (int id = 0; id < cases.size(); id++) {
          Expression bit = Expression.of(1L << id);
          mask = mask.union(bit.orElse(cases.get(id), Expression.FALSE));
        }
        yield mask;
      }
      case CollectionTerm.Size t when t.collection().sort() instanceof Sort.SetOf set -> {
        Expression count = Expression.FALSE;
        for (int id = 0; id < cells.world().size(set.of()); id++) {
          count = count.plus(member(Expression.of(id), t.collection()));
        }
        yield count;
      }
      case CollectionTerm.Size _,
          CollectionTerm.Append _,
          CollectionTerm.First _,
          CollectionTerm.Rest _,
          CollectionTerm.Elements _ ->
          throw unsaid(term);
    };
  }

  /// Asks the parts of a set rather than the whole, which reads better.
  private Expression member(Expression id, Term set) {
    return switch (set) {
      case CollectionTerm.Singleton t -> of(t.id()).same(id);
      case CollectionTerm.Where t -> with(t.bound(), id).of(t.condition());
      case CollectionTerm.Combine t ->
          switch (t.operator()) {
            case UNION -> Expression.or(List.of(member(id, t.left()), member(id, t.right())));
            case INTERSECTION ->
                Expression.and(List.of(member(id, t.left()), member(id, t.right())));
            case DIFFERENCE ->
                Expression.and(List.of(member(id, t.left()), member(id, t.right()).not()));
          };
      case Term other -> of(other).has(id);
    };
  }
}
