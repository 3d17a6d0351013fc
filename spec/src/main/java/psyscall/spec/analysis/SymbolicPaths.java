package psyscall.spec.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import psyscall.spec.process.Block;
import psyscall.spec.process.Choice;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Bound;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Every way through a rule as a condition and updates: symbolic execution of its statements.
///
/// The paths of a rule exclude each other for each valuation of state and constants. Together with
/// "blocked" (an await that is false, a lock that is not free) they are all that can happen: for
/// each state in which the process is at the label, and each answer to the choices on the way,
/// either one path's condition holds or the step is not possible with these answers. A throw, nil
/// that is followed, a number outside its range and a queue beyond its capacity are paths of their
/// own.
public final class SymbolicPaths {
  private final Specification specification;
  private final Optional<Sort.Individual> over;
  private final Rule rule;
  private final List<Path> found = new ArrayList<>();

  /// What is still to be done: the rest of a block, and of the blocks around it.
  private record Rest(List<Line> lines, Optional<Rest> around) {
    Rest into(Block block) {
      return new Rest(block.lines(), Optional.of(this));
    }

    Rest after() {
      return new Rest(lines.subList(1, lines.size()), around);
    }
  }

  private SymbolicPaths(Rule rule, Specification specification) {
    this.rule = rule;
    this.specification = specification;
    this.over =
        specification.processes().stream()
            .filter(process -> process.name().equals(rule.process()))
            .findFirst()
            .orElseThrow(() -> new IllFormed("unknown process: name=" + rule.process()))
            .over();
  }

  /// The paths of a rule.
  ///
  /// @param rule one of the specification's rules
  /// @param specification where it comes from
  /// @return the paths, in the order of the text; those whose condition contradicts itself in its
  ///   syntax are left out
  public static List<Path> of(Rule rule, Specification specification) {
    SymbolicPaths paths = new SymbolicPaths(rule, specification);
    Term running =
        Simplification.same(
            new Term.Read(paths.ending()), paths.endingNamed(Specification.RUNNING));
    Term here = Simplification.same(paths.counter(), paths.label(rule.label()));
    Rest all = new Rest(rule.body().lines(), Optional.empty());
    paths.assume(Simplification.and(List.of(running, here)), Trail.START, all);
    return List.copyOf(paths.found);
  }

  private void assume(Term condition, Trail trail, Rest rest) {
    trail.assuming(condition).ifPresent(more -> run(more, rest));
  }

  private void stop(Term condition, Trail trail, Ending ending) {
    trail
        .assuming(condition)
        .ifPresent(
            more ->
                finish(more.storing(ending(), endingNamed(ending.name())), new End.Stop(ending)));
  }

  private void run(Trail trail, Rest rest) {
    if (rest.lines().isEmpty()) {
      run(
          trail,
          rest.around()
              .orElseThrow(() -> new IllFormed("path that ends nowhere: rule=" + rule.name())));
      return;
    }
    Rest after = rest.after();
    switch (rest.lines().getFirst().statement()) {
      case Statement.Assign s -> assign(s, trail, after);
      case Statement.Bulk s -> bulk(s, trail, after);
      case Statement.If s -> {
        Term condition = trail.value(s.condition());
        assume(condition, trail, after.into(s.then()));
        assume(Simplification.not(condition), trail, after.into(s.otherwise()));
      }
      case Statement.IfSome s -> {
        Term optional = trail.value(s.optional());
        Trail some = trail.naming(s.bound(), Simplification.the(optional));
        assume(Simplification.not(isNil(optional)), some, after.into(s.some()));
        assume(isNil(optional), trail, after.into(s.none()));
      }
      case Statement.Let s -> run(trail.naming(s.bound(), trail.value(s.value())), after);
      case Statement.Require s -> {
        Term optional = trail.value(s.optional());
        stop(isNil(optional), trail, s.ifNil());
        Trail some = trail.naming(s.bound(), Simplification.the(optional));
        assume(Simplification.not(isNil(optional)), some, after);
      }
      case Statement.Either s -> either(s, trail, after);
      case Statement.Pick s -> pick(s, trail, after);
      case Statement.Await s -> assume(trail.value(s.condition()), trail, after);
      case Statement.Section s -> assume(trail.value(s.free()), trail, after.into(s.body()));
      case Statement.Assert s -> {
        Term condition = trail.value(s.condition());
        stop(Simplification.not(condition), trail, s.otherwise());
        assume(condition, trail, after);
      }
      case Statement.Halt s -> stop(Simplification.TRUE, trail, s.ending());
      case Statement.Goto s -> jump(s.label(), trail);
      case Statement.Emit _, Statement.Say _ -> run(trail, after);
      case Statement.Become _, Statement.Call _, Statement.Return _ ->
          throw new IllFormed("statement that inlining removes: rule=" + rule.name());
    }
  }

  private void assign(Statement.Assign assign, Trail trail, Rest after) {
    Term value = trail.value(assign.value());
    Sort stored = assign.place().sort();
    store(trail, Overflow.outOfRange(value, stored), Overflow.queueFull(value, stored))
        .ifPresent(kept -> run(kept.storing(assign.place(), value), after));
  }

  private void bulk(Statement.Bulk bulk, Trail trail, Rest after) {
    Bound each = new Bound(bulk.bound().name(), bulk.bound().sort());
    Trail inside = trail.naming(bulk.bound(), new Term.Reference(each));
    Term where = inside.value(bulk.where());
    Term value = inside.value(bulk.value());
    Sort stored = bulk.place().sort();
    Function<Term, Term> forSome =
        bad -> Simplification.of(new Term.Exists(each, Simplification.and(List.of(where, bad))));
    store(
            trail,
            forSome.apply(Overflow.outOfRange(value, stored)),
            forSome.apply(Overflow.queueFull(value, stored)))
        .ifPresent(
            kept ->
                run(
                    kept.naming(bulk.bound(), new Term.Reference(each))
                        .storingEach(each, where, bulk.place(), value),
                    after));
  }

  /// Ends the run where a value cannot be stored; gives the trail on which it can.
  private Optional<Trail> store(Trail trail, Term outOfRange, Term queueFull) {
    stop(outOfRange, trail, Ending.OUT_OF_RANGE);
    Optional<Trail> inRange = trail.assuming(Simplification.not(outOfRange));
    inRange.ifPresent(kept -> stop(queueFull, kept, Ending.QUEUE_FULL));
    return inRange.flatMap(kept -> kept.assuming(Simplification.not(queueFull)));
  }

  private void either(Statement.Either either, Trail trail, Rest after) {
    Choice choice = either.choice();
    Sort.Enumeration names = (Sort.Enumeration) choice.sort();
    List<Term> values =
        either.alternatives().stream()
            .<Term>map(one -> new Term.Literal(names, names.ordinal(one.name())))
            .toList();
    Bound answer = constant(choice, trail);
    Trail open = trail.choosing(new Constant(choice, answer, new Domain.OneOf(values)));
    for (int at = 0; at < values.size(); at++) {
      Term taken = Simplification.same(new Term.Reference(answer), values.get(at));
      assume(taken, open, after.into(either.alternatives().get(at).body()));
    }
  }

  private void pick(Statement.Pick pick, Trail trail, Rest after) {
    Bound answer = constant(pick.choice(), trail);
    Term constant = new Term.Reference(answer);
    Domain domain = over(pick.domain(), trail);
    Trail open =
        trail.choosing(new Constant(pick.choice(), answer, domain)).naming(pick.bound(), constant);
    assume(isCandidate(constant, domain), open, after.into(pick.some()));
    if (domain instanceof Domain.ElementOf(Term set)) {
      Term none = Simplification.same(set, new Term.Empty(set.sort()));
      assume(none, trail, after.into(pick.none()));
    }
  }

  /// A fresh variable for the answer to a choice, numbered if the path has made the choice before.
  private static Bound constant(Choice choice, Trail trail) {
    long before = trail.choices().stream().filter(one -> one.choice().equals(choice)).count();
    String name = before == 0 ? choice.name() : choice.name() + (before + 1);
    return new Bound(name, choice.sort());
  }

  private static Domain over(Domain domain, Trail trail) {
    return switch (domain) {
      case Domain.ElementOf(Term set) -> new Domain.ElementOf(trail.value(set));
      case Domain.SubsetOf(Term set) -> new Domain.SubsetOf(trail.value(set));
      case Domain.OneOf(List<Term> values) ->
          new Domain.OneOf(values.stream().map(trail::value).toList());
    };
  }

  private static Term isCandidate(Term answer, Domain domain) {
    return switch (domain) {
      case Domain.ElementOf(Term set) -> new CollectionTerm.Member(answer, set);
      case Domain.SubsetOf(Term set) ->
          Simplification.same(
              new CollectionTerm.Combine(CollectionTerm.Combine.Operator.DIFFERENCE, answer, set),
              new Term.Empty(set.sort()));
      case Domain.OneOf(List<Term> values) ->
          Simplification.or(
              values.stream().map(value -> Simplification.same(answer, value)).toList());
    };
  }

  private void jump(String label, Trail trail) {
    Term value = label(label);
    Trail moved =
        over.map(
                ids ->
                    trail.storing(
                        new Term.Select(
                            new Term.Read(specification.counter(rule.process())),
                            new Term.Self(ids)),
                        value))
            .orElseGet(() -> trail.storing(specification.counter(rule.process()), value));
    finish(moved, new End.Jump(label));
  }

  private void finish(Trail trail, End end) {
    Map<Var, Term> updates = new LinkedHashMap<>();
    for (Var variable : specification.variables()) {
      Term value = trail.current().getOrDefault(variable, new Term.Read(variable));
      if (!value.equals(new Term.Read(variable))) {
        updates.put(variable, value);
      }
    }
    found.add(new Path(trail.choices(), Simplification.and(trail.conditions()), updates, end));
  }

  private static Term isNil(Term optional) {
    return Simplification.same(optional, Simplification.nil((Sort.Optional) optional.sort()));
  }

  private Term counter() {
    Term all = new Term.Read(specification.counter(rule.process()));
    return over.<Term>map(ids -> new Term.Select(all, new Term.Self(ids))).orElse(all);
  }

  private Term label(String label) {
    Sort.Enumeration labels = specification.labels(rule.process());
    return new Term.Literal(labels, labels.ordinal(label));
  }

  private Var ending() {
    return specification.variable(Specification.ENDING);
  }

  private Term endingNamed(String name) {
    Sort.Enumeration endings = (Sort.Enumeration) ending().sort();
    return new Term.Literal(endings, endings.ordinal(name));
  }
}
