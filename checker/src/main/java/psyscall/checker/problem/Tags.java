package psyscall.checker.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.model.compile.Origin;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Rule;

/// What a worker asks of a step by its tag, in arrays.
public final class Tags {
  private final StepKind[] kinds;
  private final int[] ruleOf;
  private final List<String> rules;
  private final int[][] methods;

  private Tags(StepKind[] kinds, int[] ruleOf, List<String> rules, int[][] methods) {
    this.kinds = kinds;
    this.ruleOf = ruleOf;
    this.rules = rules;
    this.methods = methods;
  }

  /// Looks up everything beforehand.
  ///
  /// @param problem what is searched
  /// @return its tables
  public static Tags of(Problem problem) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Rule rule : problem.interpreter().specification().rules()) {
      if (numbers.putIfAbsent(rule.name(), names.size()) == null) {
        names.add(rule.name());
      }
    }
    List<Origin> origins = problem.code().origins();
    int stepConditions = problem.conditions().ofSteps().size();
    StepKind[] kinds = new StepKind[origins.size()];
    int[] ruleOf = new int[origins.size()];
    int[][] methods = new int[stepConditions][origins.size()];
    for (int tag = 0; tag < origins.size(); tag++) {
      Rule rule = origins.get(tag).rule();
      kinds[tag] = rule.kind();
      ruleOf[tag] = numbers.getOrDefault(rule.name(), -1);
      for (int condition = 0; condition < stepConditions; condition++) {
        methods[condition][tag] = problem.code().stepMethod(condition, tag);
      }
    }
    return new Tags(kinds, ruleOf, List.copyOf(names), methods);
  }

  /// How many tags there are.
  ///
  /// @return their number
  public int size() {
    return kinds.length;
  }

  /// Who is responsible for a step.
  ///
  /// @param tag its tag
  /// @return its kind
  public StepKind kind(int tag) {
    return kinds[tag];
  }

  /// How a step condition is evaluated.
  ///
  /// @param condition a position among the step conditions
  /// @param tag the step's tag
  /// @return [Code#ALWAYS], or a method of the next-state function
  public int method(int condition, int tag) {
    return methods[condition][tag];
  }

  /// How often each rule fired.
  ///
  /// @param fired how often by tag
  /// @return by the rule's name, those that never did included
  public SortedMap<String, Long> coverage(long[] fired) {
    SortedMap<String, Long> coverage = new TreeMap<>();
    rules.forEach(name -> coverage.put(name, 0L));
    for (int tag = 0; tag < fired.length; tag++) {
      coverage.merge(rules.get(ruleOf[tag]), fired[tag], Long::sum);
    }
    return Collections.unmodifiableSortedMap(coverage);
  }
}
