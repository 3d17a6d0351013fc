package psyscall.spec.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Which locals of a process are still read after a label, and which are surely assigned there.
///
/// A local that is dead at the target of a jump is reset to its default there: two states that
/// differ only in a dead local would otherwise be counted, and explored, twice. Both analyses are
/// the textbook's backward and forward data flow over the rules of one process.
final class Liveness {
  private final List<Rule> rules;
  private final Set<Var> locals;
  private final Map<String, Set<Var>> live = new HashMap<>();

  Liveness(List<Rule> rules, Set<Var> locals) {
    this.rules = rules;
    this.locals = locals;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Rule rule : rules) {
        Set<Var> before = liveBefore(rule.body(), Set.of());
        changed |= live.computeIfAbsent(rule.label(), _ -> new LinkedHashSet<>()).addAll(before);
      }
    }
  }

  private Set<Var> liveAt(String label) {
    return live.getOrDefault(label, Set.of());
  }

  private Set<Var> liveBefore(Block block, Set<Var> after) {
    Set<Var> result = new LinkedHashSet<>(after);
    List<Line> lines = block.lines();
    for (int at = lines.size() - 1; at >= 0; at--) {
      result = liveBefore(lines.get(at).statement(), result);
    }
    return result;
  }

  private Set<Var> liveBefore(Statement statement, Set<Var> after) {
    Set<Var> result = new LinkedHashSet<>();
    switch (statement) {
      case Statement.Goto jump -> result.addAll(liveAt(jump.label()));
      case Statement.Halt _ -> {}
      case Statement.Assign assign -> {
        result.addAll(after);
        if (isWhole(assign.place())) {
          result.remove(rootOf(assign.place()));
        } else {
          result.addAll(reads(assign.place()));
        }
        result.addAll(reads(assign.value()));
        return result;
      }
      case Statement other -> {
        List<Block> inner = inner(other);
        inner.forEach(block -> result.addAll(liveBefore(block, after)));
        if (inner.isEmpty()) {
          result.addAll(after);
        }
      }
    }
    Blocks.mapTerms(
        statement,
        term -> {
          result.addAll(reads(term));
          return term;
        });
    return result;
  }

  private static List<Block> inner(Statement statement) {
    if (statement instanceof Statement.Pick pick && !pick.domain().canBeEmpty()) {
      return List.of(pick.some());
    }
    List<Block> inner = new ArrayList<>();
    Blocks.map(
        statement,
        block -> {
          inner.add(block);
          return block;
        });
    return inner;
  }

  private Set<Var> reads(Term term) {
    Set<Var> found = new LinkedHashSet<>();
    if (term instanceof Term.Read read && locals.contains(read.variable())) {
      found.add(read.variable());
    }
    Traversal.parts(term).forEach(part -> found.addAll(reads(part)));
    return found;
  }

  /// Whether an assignment to the place replaces all of this process's local.
  private static boolean isWhole(Term place) {
    return place instanceof Term.Read
        || (place instanceof Term.Select select
            && select.array() instanceof Term.Read
            && select.index() instanceof Term.Self);
  }

  private static Var rootOf(Term place) {
    return switch (place) {
      case Term.Read read -> read.variable();
      case Term.Select select -> rootOf(select.array());
      case Term.FieldOf field -> rootOf(field.struct());
      case Term other -> throw new IllFormed("not a place that can be stored to: term=" + other);
    };
  }

  private Set<Var> written(Block block) {
    Set<Var> found = new LinkedHashSet<>();
    for (Line line : block.lines()) {
      if (line.statement() instanceof Statement.Assign assign
          && locals.contains(rootOf(assign.place()))) {
        found.add(rootOf(assign.place()));
      }
      Blocks.map(
          line.statement(),
          inner -> {
            found.addAll(written(inner));
            return inner;
          });
    }
    return found;
  }

  /// The rule with a reset of each local that is dead where it jumps to.
  Rule withResets(Rule rule) {
    Set<Var> touched = new LinkedHashSet<>(liveAt(rule.label()));
    touched.addAll(written(rule.body()));
    Block body = withResets(rule.body(), touched);
    return new Rule(
        rule.process(), rule.label(), rule.address(), rule.kind(), rule.citation(), body);
  }

  private Block withResets(Block block, Set<Var> touched) {
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      if (line.statement() instanceof Statement.Goto jump) {
        Set<Var> dead = new LinkedHashSet<>(touched);
        dead.removeAll(liveAt(jump.label()));
        dead.forEach(local -> lines.add(new Line(line.address(), reset(local))));
        lines.add(line);
      } else {
        Statement inner = Blocks.map(line.statement(), b -> withResets(b, touched));
        lines.add(new Line(line.address(), inner));
      }
    }
    return new Block(lines);
  }

  private static Statement reset(Var local) {
    Term read = new Term.Read(local);
    if (local.sort() instanceof Sort.ArrayOf array) {
      Term mine = new Term.Select(read, new Term.Self(array.index()));
      return new Statement.Assign(mine, defaultOf(array.element()));
    }
    return new Statement.Assign(read, defaultOf(local.sort()));
  }

  private static Term defaultOf(Sort sort) {
    return switch (sort) {
      case Sort.Truth _, Sort.Enumeration _, Sort.Bits _ -> new Term.Literal(sort, 0);
      case Sort.Range range ->
          new Term.Literal(range, Math.max(range.low(), Math.min(0, range.high())));
      case Sort.Optional _ -> new Term.Literal(sort, -1);
      case Sort.SetOf _, Sort.Queue _, Sort.Memory _ -> new Term.Empty(sort);
      case Sort.Struct struct ->
          new Term.StructOf(
              struct, struct.fields().stream().map(f -> defaultOf(f.sort())).toList());
      case Sort.Individual _, Sort.ArrayOf _ ->
          throw new IllFormed("local without a default: sort=" + sort);
    };
  }

  /// Checks that the locals that hold an id are assigned on every path before they are read.
  void checkAssigned(String entry, Set<Var> ids) {
    Map<String, Set<Var>> assigned = new HashMap<>();
    assigned.put(entry, new HashSet<>());
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Rule rule : rules) {
        Set<Var> here = assigned.get(rule.label());
        if (here != null) {
          changed |= flow(rule.body(), new HashSet<>(here), assigned);
        }
      }
    }
    for (Rule rule : rules) {
      Set<Var> missing = new LinkedHashSet<>(liveAt(rule.label()));
      missing.retainAll(ids);
      missing.removeAll(assigned.getOrDefault(rule.label(), missing));
      if (!missing.isEmpty()) {
        throw new IllFormed(
            "id that may be read before it is assigned: local="
                + missing.iterator().next().name()
                + "; procedure="
                + rule.address().procedure()
                + ", label="
                + rule.address().label());
      }
    }
  }

  private boolean flow(Block block, Set<Var> assigned, Map<String, Set<Var>> at) {
    boolean changed = false;
    for (Line line : block.lines()) {
      switch (line.statement()) {
        case Statement.Assign assign when isWhole(assign.place()) ->
            assigned.add(rootOf(assign.place()));
        case Statement.Goto jump -> {
          Set<Var> known = at.get(jump.label());
          if (known == null) {
            at.put(jump.label(), new HashSet<>(assigned));
            changed = true;
          } else {
            changed |= known.retainAll(assigned);
          }
        }
        case Statement other -> {
          List<Set<Var>> ends = new ArrayList<>();
          for (Block b : inner(other)) {
            Set<Var> known = new HashSet<>(assigned);
            changed |= flow(b, known, at);
            if (!b.transfers()) {
              ends.add(known);
            }
          }
          // What is assigned on every branch that comes out at its end is assigned after it.
          ends.stream()
              .reduce(
                  (one, two) -> {
                    one.retainAll(two);
                    return one;
                  })
              .ifPresent(assigned::addAll);
        }
      }
    }
    return changed;
  }
}
