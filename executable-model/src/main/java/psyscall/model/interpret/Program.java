package psyscall.model.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Line;
import psyscall.spec.process.Process;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// A process with its program counter and its rules by label.
final class Program {
  private final Process process;
  private final Var counter;
  private final Map<String, Scalar> labels = new HashMap<>();
  private final List<List<Rule>> rules = new ArrayList<>();
  private final Map<Var, Value> locals = new LinkedHashMap<>();
  private final Map<Var, Sort.ArrayOf> arrays = new LinkedHashMap<>();

  Program(Specification specification, Process process) {
    this.process = process;
    this.counter = specification.counter(process.name());
    Map<String, List<Rule>> byLabel = specification.rulesByLabel(process.name());
    for (String label : specification.labels(process.name()).values()) {
      labels.put(label, Scalar.of(rules.size()));
      rules.add(List.copyOf(byLabel.getOrDefault(label, List.of())));
    }
    rules.forEach(here -> here.forEach(rule -> addLocals(rule.body())));
  }

  private void addLocals(Block block) {
    for (Line line : block.lines()) {
      if (line.statement() instanceof Statement.Assign assign) {
        addLocal(root(assign.place()));
      }
      Blocks.map(
          line.statement(),
          inner -> {
            addLocals(inner);
            return inner;
          });
    }
  }

  private void addLocal(Var variable) {
    if (variable.role() == Var.Role.LOCAL || variable.role() == Var.Role.POLLED_LOCAL) {
      Sort mine =
          process.over().isPresent() && variable.sort() instanceof Sort.ArrayOf array
              ? array.element()
              : variable.sort();
      if (mine instanceof Sort.ArrayOf array) {
        arrays.put(variable, array);
      } else {
        locals.put(variable, Value.defaultOf(mine, World.of()));
      }
    }
  }

  private static Var root(Term place) {
    return switch (place) {
      case Term.Read read -> read.variable();
      case Term.Select select -> root(select.array());
      case Term.FieldOf field -> root(field.struct());
      case Term other -> throw new ModelError("not a place that can be stored to: term=" + other);
    };
  }

  String name() {
    return process.name();
  }

  Optional<Sort.Individual> over() {
    return process.over();
  }

  /// The rules at the label where an individual's process stands; `self` does not count for a
  /// single process.
  List<Rule> rules(Store store, long self) {
    Value at = process.over().isPresent() ? store.read(counter, self) : store.read(counter);
    return rules.get((int) at.scalar());
  }

  /// Sends an individual's process to a label.
  void jump(Store store, long self, String label) {
    Scalar target = labels.get(label);
    if (target == null) {
      throw new ModelError("jump to nowhere: process=" + process.name() + ", target=" + label);
    }
    if (process.over().isPresent()) {
      store.write(counter, self, target);
    } else {
      store.write(counter, target);
    }
  }

  /// Sets the locals of an individual's process, those that its rules assign, to their defaults.
  void reset(Store store, long self) {
    locals.forEach((local, initial) -> reset(store, self, local, initial));
    arrays.forEach((local, sort) -> reset(store, self, local, Value.defaultOf(sort, world(store))));
  }

  private void reset(Store store, long self, Var local, Value initial) {
    if (process.over().isPresent()) {
      store.write(local, self, initial);
    } else {
      store.write(local, initial);
    }
  }

  /// How many individuals there are, of the sorts that index arrays.
  private World world(Store store) {
    Map<Sort.Individual, Integer> sizes = new LinkedHashMap<>();
    arrays
        .values()
        .forEach(array -> sizes.put(array.index(), store.universe(array.index()).size()));
    return new World(sizes);
  }
}
