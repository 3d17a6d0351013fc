package psyscall.spec.analysis;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Choice;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Bound;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Walks through a rule's statements and notes each place.
final class FootprintCollector {
  private final Specification specification;
  private final Set<Place> reads = new LinkedHashSet<>();
  private final Set<Place> writes = new LinkedHashSet<>();
  private final Set<Choice> choices = new LinkedHashSet<>();

  /// The bound variables that stand for every individual.
  private final Set<Bound> every = new LinkedHashSet<>();

  /// The names for values; an argument that is `self` is followed through them.
  private final Map<Bound, Term> names = new HashMap<>();

  private FootprintCollector(Specification specification) {
    this.specification = specification;
  }

  static Footprint collect(Rule rule, Specification specification) {
    FootprintCollector collector = new FootprintCollector(specification);
    collector.block(rule.body(), collector.begin(rule));
    return new Footprint(collector.reads, collector.writes, collector.choices);
  }

  static Set<Place> enabling(Rule rule, Specification specification) {
    FootprintCollector collector = new FootprintCollector(specification);
    collector.guard(rule.body(), collector.begin(rule));
    return collector.reads;
  }

  /// Notes what every rule reads.
  ///
  /// @return the program counter
  private Place begin(Rule rule) {
    Var counter = specification.counter(rule.process());
    Place.At at = counter.sort() instanceof Sort.ArrayOf ? Place.At.SELF : Place.At.WHOLE;
    reads.add(new Place(counter, at));
    reads.add(ending());
    return new Place(counter, at);
  }

  private Place ending() {
    return new Place(specification.variable(Specification.ENDING), Place.At.WHOLE);
  }

  private void block(Block block, Place counter) {
    for (Line line : block.lines()) {
      statement(line.statement(), counter);
    }
  }

  /// The part of a block up to where it can wait for the last time.
  private void guard(Block block, Place counter) {
    List<Line> lines = block.lines();
    int last = lines.size() - 1;
    while (last >= 0 && !canWait(lines.get(last).statement())) {
      last--;
    }
    for (int at = 0; at < last; at++) {
      statement(lines.get(at).statement(), counter);
    }
    if (last >= 0) {
      guard(lines.get(last).statement(), counter);
    }
  }

  private static boolean canWait(Statement statement) {
    return statement instanceof Statement.Await
        || statement instanceof Statement.Section
        || Blocks.nested(statement).stream().anyMatch(FootprintCollector::canWait);
  }

  private void guard(Statement statement, Place counter) {
    switch (statement) {
      case Statement.If s -> {
        read(s.condition());
        guard(s.then(), counter);
        guard(s.otherwise(), counter);
      }
      case Statement.IfSome s -> {
        read(s.optional());
        name(s.bound(), new Term.The(s.optional()));
        guard(s.some(), counter);
        guard(s.none(), counter);
      }
      case Statement.Either s -> s.alternatives().forEach(one -> guard(one.body(), counter));
      case Statement.Pick s -> {
        read(s.domain());
        guard(s.some(), counter);
        guard(s.none(), counter);
      }
      case Statement.Section s -> {
        read(s.free());
        guard(s.body(), counter);
      }
      case Statement other -> statement(other, counter);
    }
  }

  private void statement(Statement statement, Place counter) {
    switch (statement) {
      case Statement.Assign s -> {
        read(s.value());
        write(s.place());
        canOverflow(s.value(), s.place().sort());
      }
      case Statement.Bulk s -> {
        every.add(s.bound());
        read(s.where());
        read(s.value());
        write(s.place());
        canOverflow(s.value(), s.place().sort());
      }
      case Statement.If s -> {
        read(s.condition());
        block(s.then(), counter);
        block(s.otherwise(), counter);
      }
      case Statement.IfSome s -> {
        read(s.optional());
        name(s.bound(), new Term.The(s.optional()));
        block(s.some(), counter);
        block(s.none(), counter);
      }
      case Statement.Let s -> {
        read(s.value());
        name(s.bound(), s.value());
      }
      case Statement.Require s -> {
        read(s.optional());
        name(s.bound(), new Term.The(s.optional()));
        writes.add(ending());
      }
      case Statement.Either s -> {
        choices.add(s.choice());
        s.alternatives().forEach(one -> block(one.body(), counter));
      }
      case Statement.Pick s -> {
        choices.add(s.choice());
        read(s.domain());
        block(s.some(), counter);
        block(s.none(), counter);
      }
      case Statement.Await s -> read(s.condition());
      case Statement.Section s -> {
        read(s.free());
        block(s.body(), counter);
      }
      case Statement.Assert s -> {
        read(s.condition());
        writes.add(ending());
      }
      case Statement.Emit s -> s.arguments().forEach(this::read);
      case Statement.Halt _ -> writes.add(ending());
      case Statement.Goto _ -> writes.add(counter);
      case Statement.Say _ -> {}
      case Statement.Become _, Statement.Call _, Statement.Return _ ->
          throw new IllFormed("statement that inlining removes: statement=" + statement);
    }
  }

  private void name(Bound bound, Term value) {
    names.put(bound, simplified(value));
  }

  private Term simplified(Term term) {
    return Substitution.closed(Map.of(), names).apply(term);
  }

  private void canOverflow(Term value, Sort stored) {
    if (!Overflow.isExcluded(simplified(value), stored)) {
      writes.add(ending());
    }
  }

  private void read(Domain domain) {
    switch (domain) {
      case Domain.ElementOf(Term set) -> read(set);
      case Domain.SubsetOf(Term set) -> read(set);
      case Domain.OneOf d -> d.values().forEach(this::read);
    }
  }

  private void read(Term term) {
    switch (term) {
      case Term.Read(Var variable) -> reads.add(new Place(variable, Place.At.WHOLE));
      case Term.Select(Term.Read(Var variable), Term index) -> {
        reads.add(new Place(variable, at(index)));
        read(index);
      }
      case Term.ForAll t -> under(t.bound(), t.condition());
      case Term.Exists t -> under(t.bound(), t.condition());
      case Term.Each t -> under(t.bound(), t.element());
      case CollectionTerm.Where t -> under(t.bound(), t.condition());
      case Term other -> Traversal.parts(other).forEach(this::read);
    }
  }

  private void under(Bound bound, Term inner) {
    every.add(bound);
    read(inner);
  }

  private void write(Term place) {
    switch (place) {
      case Term.Read(Var variable) -> writes.add(new Place(variable, Place.At.WHOLE));
      case Term.Select(Term.Read(Var variable), Term index) -> {
        writes.add(new Place(variable, at(index)));
        read(index);
      }
      case Term.Select(Term array, Term index) -> {
        read(array);
        write(array);
        read(index);
      }
      case Term.FieldOf(Term struct, String _) -> {
        read(struct);
        write(struct);
      }
      case Term other -> throw new IllFormed("not a place that can be stored to: term=" + other);
    }
  }

  private Place.At at(Term index) {
    return switch (simplified(index)) {
      case Term.Self _ -> Place.At.SELF;
      case Term.Reference(Bound bound) when every.contains(bound) -> Place.At.WHOLE;
      case Term _ -> Place.At.SOME;
    };
  }
}
