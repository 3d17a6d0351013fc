package psyscall.proofs.induction;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.spec.rule.Specification;

/// At which labels each fact is claimed.
///
/// A fact of a process is claimed while the process stands at one of its labels; one about the
/// whole state is claimed always, or no more.
final class Strengthening {
  private final Specification specification;
  private final Map<Fact, BitSet> labels = new LinkedHashMap<>();

  /// Claims every fact everywhere.
  Strengthening(Specification specification, List<Fact> facts) {
    this.specification = specification;
    for (Fact fact : facts) {
      BitSet all = new BitSet();
      all.set(0, fact.process().map(this::labelsOf).orElse(1));
      labels.put(fact, all);
    }
  }

  private int labelsOf(String process) {
    return specification.labels(process).values().size();
  }

  /// The facts that are claimed somewhere.
  List<Fact> facts() {
    return labels.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Where a fact is claimed; of a fact about the whole state, 0 or nothing.
  BitSet labels(Fact fact) {
    return labels.getOrDefault(fact, new BitSet());
  }

  boolean isClaimed(Fact fact, int label) {
    return labels(fact).get(label);
  }

  void withdraw(Fact fact, int label) {
    labels(fact).clear(label);
  }

  /// Whether a label is one at which the process never stands.
  boolean isUnreached(String process, int label) {
    return labels.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getKey().isNever()
                    && entry.getKey().process().equals(Optional.of(process))
                    && entry.getValue().get(label));
  }

  /// How many pairs of fact and label there are.
  int size() {
    return labels.values().stream().mapToInt(BitSet::cardinality).sum();
  }

  /// Whether another specification has the variables that the facts mention, and the same labels.
  boolean fits(Specification other) {
    return other.variables().equals(specification.variables());
  }

  /// The same claims of another specification that fits.
  Strengthening in(Specification other) {
    Strengthening same = new Strengthening(other, List.copyOf(labels.keySet()));
    labels.forEach((fact, where) -> same.labels(fact).and(where));
    return same;
  }
}
