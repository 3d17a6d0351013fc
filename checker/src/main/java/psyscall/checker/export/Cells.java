package psyscall.checker.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Where each variable is in the Promela text.
///
/// Program counters are Spin's own and locals are locals of the process, except where a claim reads
/// them: those are globals too. A counter that is a global as well is a function of Spin's, and
/// adds no state.
final class Cells {
  private final World world;
  private final Set<Var> exposed;
  private final Map<Var, List<Leaf>> leaves = new HashMap<>();

  /// @param exposed the variables that claims read
  Cells(Specification specification, World world, Set<Var> exposed) {
    this.world = world;
    this.exposed = Set.copyOf(exposed);
    specification.variables().forEach(variable -> leaves.put(variable, Leaf.of(variable)));
  }

  /// Adds the variables that a term reads.
  static void reads(Term term, Set<Var> found) {
    if (term instanceof Term.Read read) {
      found.add(read.variable());
    }
    Traversal.parts(term).forEach(part -> reads(part, found));
  }

  World world() {
    return world;
  }

  List<Leaf> leaves(Var variable) {
    return leaves.getOrDefault(variable, List.of());
  }

  /// Whether the variable belongs to the text of a process.
  boolean isLocal(Var variable) {
    return !exposed.contains(variable)
        && (variable.role() == Var.Role.LOCAL || variable.role() == Var.Role.POLLED_LOCAL);
  }

  /// Whether Spin's own program counter is the only one.
  boolean isHidden(Var variable) {
    return !exposed.contains(variable)
        && (variable.role() == Var.Role.COUNTER || variable.role() == Var.Role.POLLED_COUNTER);
  }

  /// A cell.
  ///
  /// @param variable the name of the declaration
  /// @param index its index in an array; empty for a scalar
  record Cell(String variable, Optional<Expression> index) {
    Expression read() {
      return index
          .map(at -> Expression.place(variable, variable + "[" + at.text() + "]", List.of(at)))
          .orElseGet(() -> Expression.place(variable, variable, List.of()));
    }
  }

  /// A cell of a variable.
  ///
  /// @param path from the variable to a scalar
  Cell cell(Var variable, List<Access> path) {
    List<Integer> fields = new ArrayList<>();
    List<Expression> indices = new ArrayList<>();
    for (Access access : path) {
      switch (access) {
        case Access.At at -> indices.add(at.index());
        case Access.Field field -> fields.add(field.position());
      }
    }
    Leaf leaf =
        leaves(variable).stream()
            .filter(each -> each.fields().equals(fields))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no cell: variable=" + variable.name()));
    return cell(leaf, indices);
  }

  private Cell cell(Leaf leaf, List<Expression> all) {
    int first = isOfProcess(leaf) ? 1 : 0;
    if (all.size() == first) {
      return new Cell(leaf.name(), Optional.empty());
    }
    Expression index = Expression.FALSE;
    for (int at = first; at < all.size(); at++) {
      index = index.times(world.size(leaf.dims().get(at))).plus(all.get(at));
    }
    return new Cell(leaf.name(), Optional.of(index));
  }

  /// Whether the first index is the process itself, which a local does without.
  private boolean isOfProcess(Leaf leaf) {
    return isLocal(leaf.variable()) && leaf.variable().sort() instanceof Sort.ArrayOf;
  }

  /// The declarations of the parts of a variable.
  ///
  /// @param state whose values they start with
  List<String> declarations(Var variable, State state) {
    List<String> lines = new ArrayList<>();
    for (Leaf leaf : leaves(variable)) {
      List<Long> values = new ArrayList<>();
      Value whole = state.value(variable);
      collect(isOfProcess(leaf) ? ((Array) whole).at(0) : whole, leaf, 0, values);
      List<Sort.Individual> dims =
          leaf.dims().subList(isOfProcess(leaf) ? 1 : 0, leaf.dims().size());
      boolean uniform = values.stream().distinct().count() == 1;
      String start =
          uniform
              ? String.valueOf(values.getFirst())
              : "{" + String.join(", ", values.stream().map(String::valueOf).toList()) + "}";
      String size = dims.isEmpty() ? "" : "[" + values.size() + "]";
      lines.add("%s %s%s = %s;".formatted(leaf.type(world), leaf.name(), size, start));
    }
    return lines;
  }

  private static void collect(Value value, Leaf leaf, int field, List<Long> into) {
    switch (value) {
      case Array array -> {
        for (int at = 0; at < array.size(); at++) {
          collect(array.at(at), leaf, field, into);
        }
      }
      case Struct struct ->
          collect(struct.fields().get(leaf.fields().get(field)), leaf, field + 1, into);
      case IdSet set -> into.add(mask(set));
      case Value scalar -> {
        boolean isNil = leaf.sort() instanceof Sort.Optional && scalar.scalar() < 0;
        into.add(isNil ? Expression.NIL_VALUE : scalar.scalar());
      }
    }
  }

  private static long mask(IdSet set) {
    long mask = 0;
    for (int at = 0; at < set.size(); at++) {
      mask |= 1L << set.at(at);
    }
    return mask;
  }
}
