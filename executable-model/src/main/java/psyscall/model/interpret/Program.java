package psyscall.model.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// A process with its program counter and its rules by label.
final class Program {
  private final Process process;
  private final Var counter;
  private final Map<String, Scalar> labels = new HashMap<>();
  private final List<List<Rule>> rules = new ArrayList<>();

  Program(Specification specification, Process process) {
    this.process = process;
    this.counter = specification.counter(process.name());
    Map<String, List<Rule>> byLabel = specification.rulesByLabel(process.name());
    for (String label : specification.labels(process.name()).values()) {
      labels.put(label, Scalar.of(rules.size()));
      rules.add(List.copyOf(byLabel.getOrDefault(label, List.of())));
    }
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
}
