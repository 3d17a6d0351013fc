package psyscall.model.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Line;
import psyscall.spec.process.Process;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Check;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Where the locals of the processes can be other than their defaults.
///
/// A forward data flow over the rules of each process: at first nothing is occupied anywhere; a
/// rule takes what is occupied at its label, adds what it assigns, drops what it assigns the
/// default, and hands that on to where it jumps. The resets of dead locals, which flattening puts
/// before each jump, are what makes this precise.
final class Occupancy {
  private final Specification specification;
  private final Map<Var, String> owners = new LinkedHashMap<>();
  private final Map<String, List<Leaf>> locals = new HashMap<>();
  private final Map<String, Map<String, Set<Integer>>> occupied = new HashMap<>();

  Occupancy(Specification specification) {
    this.specification = specification;
    specification.rules().forEach(rule -> own(rule.body(), rule.process()));
    for (Process process : specification.processes()) {
      List<Leaf> mine =
          specification.variables().stream()
              .filter(variable -> process.name().equals(owners.get(variable)))
              .flatMap(variable -> Leaf.of(variable).stream())
              .toList();
      locals.put(process.name(), mine);
      occupied.put(process.name(), new Flow(process, mine).solve());
    }
  }

  static boolean isLocal(Var variable) {
    return variable.role() == Var.Role.LOCAL || variable.role() == Var.Role.POLLED_LOCAL;
  }

  /// The parts of the locals that a process's rules assign, in the order of their declaration.
  List<Leaf> locals(String process) {
    List<Leaf> mine = locals.get(process);
    if (mine == null) {
      throw new IllegalArgumentException(
          "unknown process: name=" + process + ", available=" + names());
    }
    return mine;
  }

  private List<String> names() {
    return specification.processes().stream().map(Process::name).toList();
  }

  /// Those that can be other than their defaults at a label.
  List<Leaf> occupied(String process, String label) {
    List<Leaf> mine = locals(process);
    return occupied.getOrDefault(process, Map.of()).getOrDefault(label, Set.of()).stream()
        .map(mine::get)
        .toList();
  }

  /// Whose rules assign a local.
  Optional<String> owner(Var local) {
    return Optional.ofNullable(owners.get(local));
  }

  private void own(Block block, String process) {
    for (Line line : block.lines()) {
      switch (line.statement()) {
        case Statement.Assign s -> own(root(s.place()), process);
        case Statement.Bulk s when isLocal(root(s.place())) ->
            throw new IllegalArgumentException(
                "bulk assignment to a local: variable=" + root(s.place()).name());
        case Statement other ->
            Blocks.map(
                other,
                inner -> {
                  own(inner, process);
                  return inner;
                });
      }
    }
  }

  private void own(Var variable, String process) {
    if (!isLocal(variable)) {
      return;
    }
    String former = owners.putIfAbsent(variable, process);
    if (former != null && !former.equals(process)) {
      throw new IllegalArgumentException(
          "local of two processes: variable="
              + variable.name()
              + ", processes="
              + List.of(former, process));
    }
  }

  private static Var root(Term place) {
    return switch (place) {
      case Term.Read read -> read.variable();
      case Term.Select select -> root(select.array());
      case Term.FieldOf field -> root(field.struct());
      case Term other ->
          throw new IllegalArgumentException("not a place that can be stored to: term=" + other);
    };
  }

  /// The analysis of one process; sets hold positions in the list of its locals.
  private final class Flow {
    private final Process process;
    private final List<Leaf> leaves;
    private final List<Rule> rules;
    private final Map<String, Set<Integer>> at = new HashMap<>();
    private boolean changed;

    Flow(Process process, List<Leaf> leaves) {
      this.process = process;
      this.leaves = leaves;
      this.rules =
          specification.rules().stream().filter(r -> r.process().equals(process.name())).toList();
    }

    Map<String, Set<Integer>> solve() {
      do {
        changed = false;
        for (Rule rule : rules) {
          through(rule.body(), new TreeSet<>(at.getOrDefault(rule.label(), Set.of())));
        }
      } while (changed);
      return at;
    }

    /// What is occupied at the block's end; empty if no path comes there.
    private Optional<Set<Integer>> through(Block block, Set<Integer> before) {
      Set<Integer> here = before;
      for (Line line : block.lines()) {
        switch (line.statement()) {
          case Statement.Goto jump -> {
            changed |= at.computeIfAbsent(jump.label(), _ -> new TreeSet<>()).addAll(here);
            return Optional.empty();
          }
          case Statement.Halt _ -> {
            return Optional.empty();
          }
          case Statement.Assign assign -> assign(assign, here);
          case Statement other -> {
            List<Block> branches = branches(other);
            if (!branches.isEmpty()) {
              Optional<Set<Integer>> joined = join(branches, here);
              if (joined.isEmpty()) {
                return joined;
              }
              here = joined.get();
            }
          }
        }
      }
      return Optional.of(here);
    }

    private Optional<Set<Integer>> join(List<Block> branches, Set<Integer> before) {
      List<Set<Integer>> ends = new ArrayList<>();
      for (Block branch : branches) {
        through(branch, new TreeSet<>(before)).ifPresent(ends::add);
      }
      return ends.stream()
          .reduce(
              (one, two) -> {
                one.addAll(two);
                return one;
              });
    }

    private List<Block> branches(Statement statement) {
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

    private void assign(Statement.Assign assign, Set<Integer> here) {
      Var variable = root(assign.place());
      if (!isLocal(variable)) {
        return;
      }
      List<Integer> fields = new ArrayList<>();
      boolean whole = walk(assign.place(), fields);
      for (int local = 0; local < leaves.size(); local++) {
        Leaf leaf = leaves.get(local);
        if (leaf.variable().equals(variable) && startsWith(leaf.fields(), fields)) {
          List<Integer> rest = leaf.fields().subList(fields.size(), leaf.fields().size());
          if (!isDefault(assign.value(), rest, leaf.sort())) {
            here.add(local);
          } else if (whole) {
            here.remove(local);
          }
        }
      }
    }

    /// Collects the fields on the way to a place.
    ///
    /// @return whether the place is the actor's whole part, not an entry of an array inside it
    private boolean walk(Term place, List<Integer> fields) {
      return switch (place) {
        case Term.Read _ -> true;
        case Term.FieldOf field -> {
          boolean whole = walk(field.struct(), fields);
          fields.add(Check.struct(field.struct()).position(field.field()));
          yield whole;
        }
        case Term.Select select when select.array() instanceof Term.Read read && isOver() -> {
          if (!(select.index() instanceof Term.Self)) {
            throw new IllegalArgumentException(
                "local of another individual: variable="
                    + read.variable().name()
                    + ", process="
                    + process.name());
          }
          yield true;
        }
        case Term.Select select -> {
          walk(select.array(), fields);
          yield false;
        }
        case Term other -> throw new IllegalArgumentException("not a place: term=" + other);
      };
    }

    private boolean isOver() {
      return process.over().isPresent();
    }
  }

  private static boolean startsWith(List<Integer> fields, List<Integer> prefix) {
    return fields.size() >= prefix.size() && fields.subList(0, prefix.size()).equals(prefix);
  }

  /// Whether the part of a value at some fields is written as the default of the place: a constant
  /// may have a narrower sort of its own.
  private static boolean isDefault(Term value, List<Integer> fields, Sort place) {
    return switch (value) {
      case Term.StructOf s when !fields.isEmpty() ->
          isDefault(s.fields().get(fields.getFirst()), fields.subList(1, fields.size()), place);
      case Term.Empty _ -> true;
      case Term.Each each -> isDefault(each.element(), fields, place);
      case Term.Literal literal -> literal.value() == Value.defaultOf(place, World.of()).scalar();
      case Term _ -> false;
    };
  }
}
