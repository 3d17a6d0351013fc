package psyscall.spec.analysis;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// When storing a value ends the run: a number outside its range, a queue beyond its capacity.
///
/// A value of a stored sort is within its bounds already, so only what the term itself computes is
/// looked at; where that is within bounds by its sort, the answer is the constant false.
final class Overflow {
  private Overflow() {}

  /// When a number in the value is outside the range that the sort gives it.
  static Term outOfRange(Term value, Sort stored) {
    return switch (stored) {
      case Sort.Range range -> outside(value, range);
      case Sort.Struct _, Sort.ArrayOf _ -> inside(value, stored, Overflow::outOfRange);
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Queue _,
          Sort.Bits _,
          Sort.Memory _ ->
          Simplification.FALSE;
    };
  }

  /// When a queue in the value is longer than its capacity.
  static Term queueFull(Term value, Sort stored) {
    return switch (stored) {
      case Sort.Queue queue -> tooLong(value, queue);
      case Sort.Struct _, Sort.ArrayOf _ -> inside(value, stored, Overflow::queueFull);
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Bits _,
          Sort.Memory _ ->
          Simplification.FALSE;
    };
  }

  /// Whether storing the value never ends the run, whatever the state is.
  static boolean isExcluded(Term value, Sort stored) {
    return outOfRange(value, stored).equals(Simplification.FALSE)
        && queueFull(value, stored).equals(Simplification.FALSE);
  }

  private static Term outside(Term value, Sort.Range range) {
    Term below = new Term.Less(value, number(range.low()), false);
    Term above = new Term.Less(number(range.high()), value, false);
    return Simplification.or(List.of(Simplification.of(below), Simplification.of(above)));
  }

  private static Term number(long value) {
    return new Term.Literal(new Sort.Range(value, value), value);
  }

  private static Term tooLong(Term value, Sort.Queue queue) {
    return switch (value) {
      case CollectionTerm.Append _ ->
          new Term.Less(number(queue.capacity()), new CollectionTerm.Size(value), false);
      case Term.IfElse branch ->
          Simplification.ifElse(
              branch.condition(),
              tooLong(branch.then(), queue),
              tooLong(branch.otherwise(), queue));
      case CollectionTerm.Rest rest
          when tooLong(rest.queue(), queue).equals(Simplification.FALSE) ->
          Simplification.FALSE;
      case CollectionTerm.Rest _, Term.Match _, Term.Reference _ ->
          new Term.Less(number(queue.capacity()), new CollectionTerm.Size(value), false);
      case Term _ -> Simplification.FALSE;
    };
  }

  private interface Part {
    Term of(Term value, Sort stored);
  }

  /// The same question of the parts that a record or an array is put together from.
  private static Term inside(Term value, Sort stored, Part part) {
    return switch (value) {
      case Term.StructOf made -> fields(made, part);
      case Term.WithField with -> {
        Sort field = new Term.FieldOf(with.struct(), with.field()).sort();
        yield Simplification.or(
            List.of(inside(with.struct(), stored, part), part.of(with.value(), field)));
      }
      case Term.With with ->
          Simplification.or(
              List.of(
                  inside(with.array(), stored, part), part.of(with.element(), element(stored))));
      case Term.Each each ->
          Simplification.of(
              new Term.Exists(each.bound(), part.of(each.element(), element(stored))));
      case Term.IfElse branch ->
          Simplification.ifElse(
              branch.condition(),
              inside(branch.then(), stored, part),
              inside(branch.otherwise(), stored, part));
      case Term.Match match ->
          Simplification.of(
              new Term.Match(
                  match.optional(),
                  match.bound(),
                  inside(match.some(), stored, part),
                  inside(match.none(), stored, part)));
      case Term _ -> Simplification.FALSE;
    };
  }

  private static Term fields(Term.StructOf made, Part part) {
    List<Term> any = new ArrayList<>();
    for (int at = 0; at < made.fields().size(); at++) {
      any.add(part.of(made.fields().get(at), made.sort().fields().get(at).sort()));
    }
    return Simplification.or(any);
  }

  private static Sort element(Sort array) {
    return ((Sort.ArrayOf) array).element();
  }
}
