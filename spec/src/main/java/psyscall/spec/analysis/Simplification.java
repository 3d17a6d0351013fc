package psyscall.spec.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.NumberBounds;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;

/// Terms made smaller where that is a matter of syntax: an entry of an array that was just written,
/// a field of a record that is spelled out, a condition between constants.
///
/// Each method takes parts that are simplified already. The result has the value of the term that
/// it stands for wherever that term has one.
public final class Simplification {
  static final Term TRUE = new Term.Literal(Sort.TRUTH, 1);
  static final Term FALSE = new Term.Literal(Sort.TRUTH, 0);

  private Simplification() {}

  /// A term made smaller.
  ///
  /// @param term one whose parts are simplified already
  /// @return a term with the same value
  public static Term of(Term term) {
    return switch (term) {
      case Term.Select t -> select(t.array(), t.index());
      case Term.FieldOf t -> field(t.struct(), t.field());
      case Term.Not t -> not(t.operand());
      case Term.And t -> and(t.operands());
      case Term.Or t -> or(t.operands());
      case Term.IfElse t -> ifElse(t.condition(), t.then(), t.otherwise());
      case Term.Same t -> same(t.left(), t.right());
      case Term.Arithmetic t -> arithmetic(t);
      case Term.Less t -> less(t);
      case Term.The t -> the(t.optional());
      case Term.Match t -> match(t);
      case Term.With t -> with(t.array(), t.index(), t.element());
      case Term.Exists t when t.condition().equals(FALSE) -> FALSE;
      case Term.ForAll t when t.condition().equals(TRUE) -> TRUE;
      case Term other -> other;
    };
  }

  static Term not(Term operand) {
    return switch (operand) {
      case Term.Literal literal -> literal.value() == 0 ? TRUE : FALSE;
      case Term.Not not -> not.operand();
      case Term other -> new Term.Not(other);
    };
  }

  static Term and(List<Term> operands) {
    List<Term> kept = new ArrayList<>();
    for (Term operand : operands) {
      if (operand instanceof Term.And inner) {
        kept.addAll(inner.operands());
      } else if (!operand.equals(TRUE)) {
        kept.add(operand);
      }
    }
    if (kept.contains(FALSE)) {
      return FALSE;
    }
    if (kept.isEmpty()) {
      return TRUE;
    }
    return kept.size() == 1 ? kept.getFirst() : new Term.And(kept);
  }

  static Term or(List<Term> operands) {
    List<Term> kept = new ArrayList<>();
    for (Term operand : operands) {
      if (operand instanceof Term.Or inner) {
        kept.addAll(inner.operands());
      } else if (!operand.equals(FALSE)) {
        kept.add(operand);
      }
    }
    if (kept.contains(TRUE)) {
      return TRUE;
    }
    if (kept.isEmpty()) {
      return FALSE;
    }
    return kept.size() == 1 ? kept.getFirst() : new Term.Or(kept);
  }

  static Term ifElse(Term condition, Term then, Term otherwise) {
    if (condition.equals(TRUE) || then.equals(otherwise)) {
      return then;
    }
    if (condition.equals(FALSE)) {
      return otherwise;
    }
    if (then.equals(TRUE)) {
      return or(List.of(condition, otherwise));
    }
    if (then.equals(FALSE)) {
      return and(List.of(not(condition), otherwise));
    }
    if (otherwise.equals(FALSE)) {
      return and(List.of(condition, then));
    }
    if (otherwise.equals(TRUE)) {
      return or(List.of(not(condition), then));
    }
    return new Term.IfElse(condition, then, otherwise);
  }

  static Term same(Term left, Term right) {
    if (left.equals(right)) {
      return TRUE;
    }
    if (left instanceof Term.Literal a && right instanceof Term.Literal b) {
      return truth(a.value() == b.value());
    }
    if (left instanceof Term.Known a && right instanceof Term.Known b) {
      return same(a.id(), b.id());
    }
    if ((isNil(left) && right instanceof Term.Known)
        || (isNil(right) && left instanceof Term.Known)) {
      return FALSE;
    }
    if (right instanceof Term.Empty && isNeverEmpty(left)) {
      return FALSE;
    }
    if (left instanceof Term.IfElse branch && isConstant(right)) {
      return ifElse(
          branch.condition(), same(branch.then(), right), same(branch.otherwise(), right));
    }
    if (right instanceof Term.IfElse && isConstant(left)) {
      return same(right, left);
    }
    if (right instanceof Term.Literal literal && literal.sort().equals(Sort.TRUTH)) {
      return literal.value() == 1 ? left : not(left);
    }
    return new Term.Same(left, right);
  }

  static Term select(Term array, Term index) {
    return switch (array) {
      case Term.With with when with.index().equals(index) -> with.element();
      case Term.With with -> {
        Term before = select(with.array(), index);
        yield ifElse(same(with.index(), index), with.element(), before);
      }
      case Term.Each each when isTimeless(index) || !speaksOfNext(each.element()) ->
          Substitution.of(each.bound(), index).apply(each.element());
      case Term.IfElse branch -> branches(branch, part -> select(part, index));
      case Term other -> new Term.Select(other, index);
    };
  }

  static Term with(Term array, Term index, Term element) {
    return array instanceof Term.With former && former.index().equals(index)
        ? new Term.With(former.array(), index, element)
        : new Term.With(array, index, element);
  }

  static Term field(Term struct, String field) {
    return switch (struct) {
      case Term.StructOf made -> made.fields().get(made.sort().position(field));
      case Term.WithField with when with.field().equals(field) -> with.value();
      case Term.WithField with -> field(with.struct(), field);
      case Term.IfElse branch -> branches(branch, part -> field(part, field));
      case Term other -> new Term.FieldOf(other, field);
    };
  }

  static Term the(Term optional) {
    return switch (optional) {
      case Term.Known known -> known.id();
      case Term.IfElse branch
          when branch.then() instanceof Term.Known a
              && branch.otherwise() instanceof Term.Known b ->
          ifElse(branch.condition(), a.id(), b.id());
      case Term other -> new Term.The(other);
    };
  }

  /// The nil of an optional's sort.
  static Term nil(Sort.Optional sort) {
    return new Term.Literal(sort, -1);
  }

  private static Term branches(Term.IfElse branch, UnaryOperator<Term> f) {
    return ifElse(branch.condition(), f.apply(branch.then()), f.apply(branch.otherwise()));
  }

  private static Term match(Term.Match match) {
    return switch (match.optional()) {
      case Term.Known known when isTimeless(known.id()) || !speaksOfNext(match.some()) ->
          Substitution.of(match.bound(), known.id()).apply(match.some());
      case Term.Literal literal when isNil(literal) -> match.none();
      case Term _ when isConstant(match.none()) && match.some().equals(match.none()) ->
          match.none();
      case Term _ -> match;
    };
  }

  /// Whether it is the same in the state before a step and in the one after it. What is not must
  /// not be put below a [Term.Next].
  private static boolean isTimeless(Term term) {
    return isConstant(term) || term instanceof Term.Reference || term instanceof Term.Self;
  }

  private static boolean speaksOfNext(Term term) {
    return term instanceof Term.Next
        || Traversal.parts(term).stream().anyMatch(Simplification::speaksOfNext);
  }

  private static Term arithmetic(Term.Arithmetic term) {
    if (term.left() instanceof Term.Literal a && term.right() instanceof Term.Literal b) {
      long value =
          switch (term.operator()) {
            case PLUS -> a.value() + b.value();
            case MINUS -> a.value() - b.value();
            case DIVIDE -> Math.floorDiv(a.value(), b.value());
          };
      return new Term.Literal(new Sort.Range(value, value), value);
    }
    return term;
  }

  /// Not by the sorts: what is spelled out may be beyond its own.
  private static Term less(Term.Less term) {
    Optional<Sort.Range> left = NumberBounds.of(term.left());
    Optional<Sort.Range> right = NumberBounds.of(term.right());
    if (left.isEmpty() || right.isEmpty()) {
      return term;
    }
    return less(term, left.get(), right.get());
  }

  private static Term less(Term.Less term, Sort.Range left, Sort.Range right) {
    if (term.orEqual() ? left.high() <= right.low() : left.high() < right.low()) {
      return TRUE;
    }
    if (term.orEqual() ? left.low() > right.high() : left.low() >= right.high()) {
      return FALSE;
    }
    return term;
  }

  private static boolean isNil(Term term) {
    return term instanceof Term.Literal literal
        && literal.sort() instanceof Sort.Optional
        && literal.value() < 0;
  }

  private static boolean isNeverEmpty(Term collection) {
    return switch (collection) {
      case CollectionTerm.Singleton _, CollectionTerm.Append _ -> true;
      case CollectionTerm.Combine combine ->
          combine.operator() == CollectionTerm.Combine.Operator.UNION
              && (isNeverEmpty(combine.left()) || isNeverEmpty(combine.right()));
      case Term _ -> false;
    };
  }

  private static boolean isConstant(Term term) {
    return term instanceof Term.Literal || term instanceof Term.Empty;
  }

  private static Term truth(boolean value) {
    return value ? TRUE : FALSE;
  }
}
