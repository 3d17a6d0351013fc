package psyscall.spec.term;

/// The terms about sets and queues of ids.
public sealed interface CollectionTerm extends Term {

  /// Whether an id is in a set.
  record Member(Term id, Term set) implements CollectionTerm {
    public Member {
      Check.fits("member of a set", Check.set(set).of(), id);
    }

    @Override
    public Sort sort() {
      return Sort.TRUTH;
    }
  }

  /// Two sets combined.
  record Combine(Operator operator, Term left, Term right) implements CollectionTerm {
    /// Set operators.
    public enum Operator {
      UNION,
      INTERSECTION,
      DIFFERENCE
    }

    public Combine {
      Check.set(left);
      Check.fits("operands of a set operation", left.sort(), right);
    }

    @Override
    public Sort sort() {
      return left.sort();
    }
  }

  /// The set of one id.
  record Singleton(Term id) implements CollectionTerm {
    public Singleton {
      Check.individual(id);
    }

    @Override
    public Sort sort() {
      return new Sort.SetOf(Check.individual(id));
    }
  }

  /// The individuals for which a condition holds.
  record Where(Bound bound, Term condition) implements CollectionTerm {
    public Where {
      Check.individual(bound.sort());
      Check.truth(condition);
    }

    @Override
    public Sort sort() {
      return new Sort.SetOf(Check.individual(bound.sort()));
    }
  }

  /// How many elements a set or queue has.
  record Size(Term collection) implements CollectionTerm {
    public Size {
      Check.collection(collection);
    }

    @Override
    public Sort sort() {
      return new Sort.Range(0, Integer.MAX_VALUE);
    }
  }

  /// A queue with one more id at its end.
  record Append(Term queue, Term id) implements CollectionTerm {
    public Append {
      Check.fits("element of a queue", Check.queue(queue).of(), id);
    }

    @Override
    public Sort sort() {
      return queue.sort();
    }
  }

  /// The first id of a queue, or nil.
  record First(Term queue) implements CollectionTerm {
    public First {
      Check.queue(queue);
    }

    @Override
    public Sort sort() {
      return new Sort.Optional(Check.queue(queue).of());
    }
  }

  /// A queue without its first id; the empty queue stays empty.
  record Rest(Term queue) implements CollectionTerm {
    public Rest {
      Check.queue(queue);
    }

    @Override
    public Sort sort() {
      return queue.sort();
    }
  }

  /// The ids of a queue as a set: its abstraction.
  record Elements(Term queue) implements CollectionTerm {
    public Elements {
      Check.queue(queue);
    }

    @Override
    public Sort sort() {
      return new Sort.SetOf(Check.queue(queue).of());
    }
  }
}
