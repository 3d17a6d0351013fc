package psyscall.checker.plain;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.spec.rule.Rule;

/// Counts how often each rule fires; the copies that inlining makes of a rule count as one.
final class PlainCoverage {
  /// By object, since a rule holds its whole text and comparing two is slow; only looked up, never
  /// iterated.
  private final IdentityHashMap<Rule, Counter> byRule = new IdentityHashMap<>();

  private final SortedMap<String, Counter> byName = new TreeMap<>();

  private static final class Counter {
    private long fired;
  }

  PlainCoverage(List<Rule> rules) {
    rules.forEach(rule -> byRule.put(rule, counter(rule)));
  }

  void fired(Rule rule) {
    byRule.computeIfAbsent(rule, this::counter).fired++;
  }

  /// How often each rule fired, those that never did included.
  SortedMap<String, Long> counts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    byName.forEach((name, counter) -> counts.put(name, counter.fired));
    return Collections.unmodifiableSortedMap(counts);
  }

  private Counter counter(Rule rule) {
    return byName.computeIfAbsent(rule.name(), _ -> new Counter());
  }
}
