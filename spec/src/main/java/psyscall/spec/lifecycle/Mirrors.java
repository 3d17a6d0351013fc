package psyscall.spec.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Line;
import psyscall.spec.process.Process;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Bound;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Gives each step its own copy of the mirrored variables: taken from the fields when the step
/// begins, compared with them when it ends.
///
/// A rule that changes neither a mirror nor a field behind one reads the fields instead: there the
/// comparison would be of a value with itself.
final class Mirrors {
  private final Specification below;
  private final Map<Var, Term> mapping;
  private final Set<Var> behind = new LinkedHashSet<>();
  private final Map<Var, Var> copies = new LinkedHashMap<>();

  Mirrors(Specification below, Map<Var, Term> mapping) {
    this.below = below;
    this.mapping = mapping;
    mapping.values().forEach(term -> reads(term, behind));
  }

  Specification specification() {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : below.rules()) {
      rules.add(with(rule, changes(rule.body()) ? compared(rule) : read(rule)));
    }
    List<Var> variables = new ArrayList<>(below.variables());
    variables.addAll(copies.values());
    return withEnding(
        new Specification(
            below.name(), variables, below.processes(), rules, below.endings(), below.initial()));
  }

  private static Rule with(Rule rule, Block body) {
    return new Rule(
        rule.process(), rule.label(), rule.address(), rule.kind(), rule.citation(), body);
  }

  /// The specification with one more way to end.
  private static Specification withEnding(Specification s) {
    List<Ending> endings = new ArrayList<>(s.endings());
    endings.add(Refinement.MISMATCH);
    Sort.Enumeration former = (Sort.Enumeration) s.variable(Specification.ENDING).sort();
    List<String> values = new ArrayList<>(former.values());
    values.add(Refinement.MISMATCH.name());
    Var ending =
        new Var(Specification.ENDING, new Sort.Enumeration(former.name(), values), Var.Role.ENDING);
    List<Var> variables = new ArrayList<>();
    s.variables().forEach(v -> variables.add(v.role() == Var.Role.ENDING ? ending : v));
    return new Specification(s.name(), variables, s.processes(), s.rules(), endings, s.initial());
  }

  private boolean changes(Block block) {
    return block.lines().stream().anyMatch(line -> changes(line.statement()));
  }

  private boolean changes(Statement statement) {
    return switch (statement) {
      case Statement.Assign s -> isMirrored(root(s.place()));
      case Statement.Bulk s -> isMirrored(root(s.place()));
      case Statement other -> Blocks.nested(other).stream().anyMatch(this::changes);
    };
  }

  private boolean isMirrored(Var variable) {
    return mapping.containsKey(variable) || behind.contains(variable);
  }

  private static Var root(Term place) {
    return switch (place) {
      case Term.Read read -> read.variable();
      case Term.Select select -> root(select.array());
      case Term.FieldOf field -> root(field.struct());
      case Term other -> throw new IllFormed("not a place that can be stored to: term=" + other);
    };
  }

  private static void reads(Term term, Set<Var> found) {
    if (term instanceof Term.Read read) {
      found.add(read.variable());
    }
    Traversal.parts(term).forEach(part -> reads(part, found));
  }

  /// The rule's body with the fields in place of the mirrors.
  private Block read(Rule rule) {
    return replaced(rule.body(), mapping);
  }

  /// The rule's body with copies of the mirrors.
  private Block compared(Rule rule) {
    Map<Var, Term> places = new LinkedHashMap<>();
    List<Line> lines = new ArrayList<>();
    mapping.forEach(
        (mirror, field) -> {
          Term place = place(mirror, rule.process());
          places.put(mirror, place);
          lines.add(new Line(rule.address(), new Statement.Assign(place, field)));
        });
    lines.addAll(ended(replaced(rule.body(), places), rule.process()).lines());
    return new Block(lines);
  }

  /// The copy of a mirror that a process has.
  private Term place(Var mirror, String name) {
    Process process =
        below.processes().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    Optional<Sort.Individual> over = process.over();
    Var copy =
        copies.computeIfAbsent(
            new Var(name + "." + mirror.name(), mirror.sort(), mirror.role()),
            key ->
                new Var(
                    key.name(),
                    over.<Sort>map(ids -> new Sort.ArrayOf(ids, mirror.sort()))
                        .orElse(mirror.sort()),
                    process.polls() ? Var.Role.POLLED_LOCAL : Var.Role.LOCAL));
    Term read = new Term.Read(copy);
    return over.<Term>map(ids -> new Term.Select(read, new Term.Self(ids))).orElse(read);
  }

  private Block replaced(Block block, Map<Var, Term> places) {
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      Statement inner = Blocks.map(line.statement(), b -> replaced(b, places));
      lines.add(new Line(line.address(), Blocks.mapTerms(inner, term -> replaced(term, places))));
    }
    return new Block(lines);
  }

  private static Term replaced(Term term, Map<Var, Term> places) {
    return Traversal.rewrite(
        term,
        part -> part instanceof Term.Read read ? places.getOrDefault(read.variable(), part) : part);
  }

  /// Compares at each end of the step, and forgets the copies.
  private Block ended(Block block, String process) {
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      if (line.statement() instanceof Statement.Goto) {
        mapping.forEach(
            (mirror, field) -> {
              Term place = place(mirror, process);
              Term same = same(place, field);
              lines.add(new Line(line.address(), new Statement.Assert(same, Refinement.MISMATCH)));
              Statement reset = new Statement.Assign(place, defaultOf(mirror.sort()));
              lines.add(new Line(line.address(), reset));
            });
        lines.add(line);
      } else {
        Statement inner = Blocks.map(line.statement(), b -> ended(b, process));
        lines.add(new Line(line.address(), inner));
      }
    }
    return new Block(lines);
  }

  private static Term same(Term copy, Term field) {
    if (copy.sort() instanceof Sort.ArrayOf array) {
      Bound id = new Bound("id", array.index());
      Term at = new Term.Reference(id);
      return new Term.ForAll(
          id, new Term.Same(new Term.Select(copy, at), new Term.Select(field, at)));
    }
    return new Term.Same(copy, field);
  }

  private static Term defaultOf(Sort sort) {
    return switch (sort) {
      case Sort.ArrayOf array ->
          new Term.Each(new Bound("id", array.index()), defaultOf(array.element()));
      case Sort.Truth _, Sort.Enumeration _ -> new Term.Literal(sort, 0);
      case Sort.Optional _ -> new Term.Literal(sort, -1);
      case Sort other -> throw new IllFormed("mirror without a default: sort=" + other);
    };
  }
}
