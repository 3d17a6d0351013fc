package psyscall.spec.term;

import java.util.List;

/// A typed expression over the state; the abstract syntax that every fold consumes.
///
/// Each constructor checks the sorts of its parts and throws [IllFormed] otherwise, so a term that
/// exists is well sorted. Terms are built through the handles of the package psyscall.spec.expr;
/// folds take them apart.
public sealed interface Term
    permits CollectionTerm,
        WordTerm,
        Term.Literal,
        Term.Empty,
        Term.Read,
        Term.Local,
        Term.Reference,
        Term.Self,
        Term.SelfOrNil,
        Term.Select,
        Term.FieldOf,
        Term.Not,
        Term.And,
        Term.Or,
        Term.IfElse,
        Term.Same,
        Term.Arithmetic,
        Term.Less,
        Term.Known,
        Term.The,
        Term.Match,
        Term.ForAll,
        Term.Exists,
        Term.With,
        Term.Each,
        Term.StructOf,
        Term.WithField,
        Term.Next,
        Term.StepOf {

  /// What values the term can have.
  ///
  /// @return the sort
  Sort sort();

  /// A scalar constant: truth (0, 1), a position in an enumeration, a number, the bits of a word,
  /// an individual's index; for an optional id −1 is nil.
  record Literal(Sort sort, long value) implements Term {}

  /// The empty set or queue, or the memory that is zero everywhere.
  record Empty(Sort sort) implements Term {}

  /// The value of a state variable.
  record Read(Var variable) implements Term {
    @Override
    public Sort sort() {
      return variable.sort();
    }
  }

  /// A procedure's local variable; inlining turns it into a state variable.
  record Local(Var.Local variable) implements Term {
    @Override
    public Sort sort() {
      return variable.sort();
    }
  }

  /// The value of a bound variable.
  record Reference(Bound bound) implements Term {
    @Override
    public Sort sort() {
      return bound.sort();
    }
  }

  /// The process that takes the step, in a process set over `sort`.
  record Self(Sort.Individual sort) implements Term {}

  /// The process that takes the step, or nil in a process that is not one of `of`.
  record SelfOrNil(Sort.Individual of) implements Term {
    @Override
    public Sort sort() {
      return new Sort.Optional(of);
    }
  }

  /// The entry of an array at an id.
  record Select(Term array, Term index) implements Term {
    public Select {
      Check.fits("index of an array", Check.array(array).index(), index);
    }

    @Override
    public Sort sort() {
      return Check.array(array).element();
    }
  }

  /// A field of a record value.
  record FieldOf(Term struct, String field) implements Term {
    public FieldOf {
      Check.struct(struct).position(field);
    }

    @Override
    public Sort sort() {
      Sort.Struct of = Check.struct(struct);
      return of.fields().get(of.position(field)).sort();
    }
  }

  /// Negation.
  record Not(Term operand) implements Term {
    public Not {
      Check.truth(operand);
    }

    @Override
    public Sort sort() {
      return Sort.TRUTH;
    }
  }

  /// All of them; true if there are none. Evaluated from the left, as far as needed.
  record And(List<Term> operands) implements Term {
    public And {
      operands = List.copyOf(operands);
      operands.forEach(Check::truth);
    }

    @Override
    public Sort sort() {
      return Sort.TRUTH;
    }
  }

  /// One of them; false if there are none. Evaluated from the left, as far as needed.
  record Or(List<Term> operands) implements Term {
    public Or {
      operands = List.copyOf(operands);
      operands.forEach(Check::truth);
    }

    @Override
    public Sort sort() {
      return Sort.TRUTH;
    }
  }

  /// `then` if the condition holds, else `otherwise`.
  record IfElse(Term condition, Term then, Term otherwise) implements Term {
    public IfElse {
      Check.truth(condition);
      Check.fits("branches of a conditional", then.sort(), otherwise);
    }

    @Override
    public Sort sort() {
      return Check.join(then.sort(), otherwise.sort());
    }
  }

  /// Equality of two values of one sort.
  record Same(Term left, Term right) implements Term {
    public Same {
      Check.fits("sides of an equality", left.sort(), right);
    }

    @Override
    public Sort sort() {
      return Sort.TRUTH;
    }
  }

  /// Arithmetic on ranges; the result's range is computed from the operands'.
  record Arithmetic(Operator operator, Term left, Term right) implements Term {
    /// Whole-number operators; division rounds down and needs a positive literal divisor.
    public enum Operator {
      PLUS,
      MINUS,
      DIVIDE
    }

    public Arithmetic {
      Check.arithmetic(operator, left, right);
    }

    @Override
    public Sort sort() {
      return Check.arithmetic(operator, left, right);
    }
  }

  /// `left < right`, or `left ≤ right`, on ranges.
  record Less(Term left, Term right, boolean orEqual) implements Term {
    public Less {
      Check.range(left);
      Check.range(right);
    }

    @Override
    public Sort sort() {
      return Sort.TRUTH;
    }
  }

  /// An id as an optional id.
  record Known(Term id) implements Term {
    public Known {
      Check.individual(id);
    }

    @Override
    public Sort sort() {
      return new Sort.Optional(Check.individual(id));
    }
  }

  /// The id of an optional that is not nil there; inlining makes it for locals that hold an id,
  /// after the check that they are assigned before they are read.
  record The(Term optional) implements Term {
    public The {
      Check.optional(optional);
    }

    @Override
    public Sort sort() {
      return Check.optional(optional).of();
    }
  }

  /// `some`, with `bound` standing for the id, if the optional is not nil; else `none`.
  record Match(Term optional, Bound bound, Term some, Term none) implements Term {
    public Match {
      Check.fits("bound variable of a match", Check.optional(optional).of(), bound.sort());
      Check.fits("branches of a match", some.sort(), none);
    }

    @Override
    public Sort sort() {
      return Check.join(some.sort(), none.sort());
    }
  }

  /// The condition holds for every individual.
  record ForAll(Bound bound, Term condition) implements Term {
    public ForAll {
      Check.individual(bound.sort());
      Check.truth(condition);
    }

    @Override
    public Sort sort() {
      return Sort.TRUTH;
    }
  }

  /// The condition holds for some individual.
  record Exists(Bound bound, Term condition) implements Term {
    public Exists {
      Check.individual(bound.sort());
      Check.truth(condition);
    }

    @Override
    public Sort sort() {
      return Sort.TRUTH;
    }
  }

  /// An array with one entry replaced.
  record With(Term array, Term index, Term element) implements Term {
    public With {
      Check.fits("index of an array", Check.array(array).index(), index);
      Check.fits("entry of an array", Check.array(array).element(), element);
    }

    @Override
    public Sort sort() {
      return array.sort();
    }
  }

  /// The array whose entry at each individual is `element`.
  record Each(Bound bound, Term element) implements Term {
    public Each {
      Check.individual(bound.sort());
    }

    @Override
    public Sort sort() {
      return new Sort.ArrayOf(Check.individual(bound.sort()), element.sort());
    }
  }

  /// A record of its fields' values, in order.
  record StructOf(Sort.Struct sort, List<Term> fields) implements Term {
    public StructOf {
      fields = List.copyOf(fields);
      Check.fields(sort, fields);
    }
  }

  /// A record with one field replaced.
  record WithField(Term struct, String field, Term value) implements Term {
    public WithField {
      Sort.Struct of = Check.struct(struct);
      Check.fits("field " + field, of.fields().get(of.position(field)).sort(), value);
    }

    @Override
    public Sort sort() {
      return struct.sort();
    }
  }

  /// In a step property: the operand in the state after the step.
  record Next(Term operand) implements Term {
    @Override
    public Sort sort() {
      return operand.sort();
    }
  }

  /// In a step property: whether the step begins in one of these procedures.
  record StepOf(List<String> procedures) implements Term {
    public StepOf {
      procedures = List.copyOf(procedures);
    }

    @Override
    public Sort sort() {
      return Sort.TRUTH;
    }
  }
}
