package psyscall.checker.conformance;

import java.util.List;

/// A term, taken apart into numbers and claims about numbers.
///
/// A truth value is 0 or 1, a value of an enumeration its position, an id its index, nil −1. A
/// record is one number for each of its fields. What a form asks of the world is an entry of a
/// [Column], or whether some individual of a [Range] fulfils a claim.
sealed interface Form {

  /// A number.
  sealed interface Number extends Form {}

  /// What holds or not.
  sealed interface Claim extends Form {}

  /// Always the same.
  record Constant(int value) implements Number {}

  /// An argument of the event, or what a name stands for.
  record Slot(int at) implements Number {}

  /// The entry of an individual; of a variable that is no array, entry 0.
  record Entry(Column column, Number index) implements Number {}

  /// The sum.
  record Sum(Number left, Number right) implements Number {}

  /// The difference.
  record Difference(Number left, Number right) implements Number {}

  /// The quotient, rounded down.
  record Quotient(Number dividend, int divisor) implements Number {}

  /// One of two.
  record Choice(Claim condition, Number then, Number otherwise) implements Number {}

  /// A number in which a slot stands for a value.
  record Let(int slot, Number value, Number in) implements Number {}

  /// Holds everywhere or nowhere.
  record Always(boolean holds) implements Claim {}

  /// Equality.
  record Equal(Number left, Number right) implements Claim {}

  /// `left < right`, or `left ≤ right`.
  record Below(Number left, Number right, boolean orEqual) implements Claim {}

  /// All of them.
  record All(List<Claim> claims) implements Claim {
    public All {
      claims = List.copyOf(claims);
    }
  }

  /// One of them.
  record Any(List<Claim> claims) implements Claim {
    public Any {
      claims = List.copyOf(claims);
    }
  }

  /// The contrary.
  record Not(Claim claim) implements Claim {}

  /// Some individual of a range fulfils the claim, in which the slot stands for it.
  record Some(int slot, Range range, Claim claim) implements Claim {}

  /// A claim in which a slot stands for a value.
  record Where(int slot, Number value, Claim in) implements Claim {}

  /// Among whom is looked.
  sealed interface Range {}

  /// All individuals of a sort, by the number of the sort.
  record Everyone(int kind) implements Range {}

  /// Those whose entry in a column is an id, never nil: the column is kept the other way round too.
  record Holders(Column column, Number id) implements Range {}

  /// The contrary, pushed down to what is no longer made of claims.
  static Claim not(Claim claim) {
    return switch (claim) {
      case Always c -> new Always(!c.holds());
      case Not c -> c.claim();
      case All c -> new Any(c.claims().stream().map(Form::not).toList());
      case Any c -> new All(c.claims().stream().map(Form::not).toList());
      case Where c -> new Where(c.slot(), c.value(), not(c.in()));
      case Equal _, Below _, Some _ -> new Not(claim);
    };
  }

  /// The claims that must all hold, conjunctions inside conjunctions opened.
  static List<Claim> conjuncts(Claim claim) {
    return claim instanceof All all
        ? all.claims().stream().flatMap(c -> conjuncts(c).stream()).toList()
        : List.of(claim);
  }

  /// The claims of which one must hold, disjunctions inside disjunctions opened.
  static List<Claim> disjuncts(Claim claim) {
    return claim instanceof Any any
        ? any.claims().stream().flatMap(c -> disjuncts(c).stream()).toList()
        : List.of(claim);
  }
}
