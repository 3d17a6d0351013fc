package psyscall.spec.dependence;

import java.util.HashSet;
import java.util.Set;
import psyscall.spec.analysis.Footprint;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;

/// What a step of a rule changes, other than by ending the run.
///
/// @param variables the names of the variables that it stores to, the program counter apart
/// @param counter the name of the program counter
/// @param labels the ordinals of the labels that it goes from and to
public record Changes(Set<String> variables, String counter, Set<Long> labels) {
  /// Copies the sets.
  public Changes {
    variables = Set.copyOf(variables);
    labels = Set.copyOf(labels);
  }

  /// What a step of a rule changes.
  ///
  /// @param rule one of the specification's rules
  /// @param specification where it comes from
  /// @return all that it changes on any path
  public static Changes of(Rule rule, Specification specification) {
    String counter = Specification.counterName(rule.process());
    Set<String> variables = new HashSet<>();
    Footprint.of(rule, specification)
        .writes()
        .forEach(place -> variables.add(place.variable().name()));
    variables.remove(counter);
    variables.remove(Specification.ENDING);
    Sort.Enumeration all = specification.labels(rule.process());
    Set<Long> labels = new HashSet<>();
    labels.add((long) all.ordinal(rule.label()));
    for (Line line : rule.body().lines()) {
      addJumps(line.statement(), all, labels);
    }
    return new Changes(variables, counter, labels);
  }

  private static void addJumps(Statement statement, Sort.Enumeration all, Set<Long> labels) {
    if (statement instanceof Statement.Goto jump) {
      labels.add((long) all.ordinal(jump.label()));
    }
    Blocks.nested(statement).forEach(inner -> addJumps(inner, all, labels));
  }

  /// Whether a step that does not end the run can change a condition: one that is not met holds
  /// after the step if it held before.
  ///
  /// @param reads what the condition reads
  /// @return whether the step may store to any of that
  public boolean meets(Reads reads) {
    return reads.variables().contains(counter)
        || reads.labels().getOrDefault(counter, Set.of()).stream().anyMatch(labels::contains)
        || variables.stream().anyMatch(name -> reads.variables().contains(name))
        || variables.stream().anyMatch(name -> reads.labels().containsKey(name));
  }
}
