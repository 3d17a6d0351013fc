package psyscall.checker.problem;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.model.compile.Origin;
import psyscall.spec.analysis.Footprint;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;

/// Which conditions a step can change, told from the text: a condition that held before a step
/// holds after it if the step stores to nothing that the condition reads.
///
/// A condition that compares a program counter with labels reads only whether a process is at one
/// of those. Steps that end the run are not told apart by this: after one, everything must be
/// evaluated. Symmetry does not matter: the step is looked at before its target is made canonical,
/// and conditions are symmetric then.
public final class Dependence {
  private final boolean[][] byTag;

  private Dependence(boolean[][] byTag) {
    this.byTag = byTag;
  }

  /// What a condition reads.
  ///
  /// @param variables the names of variables
  /// @param labels for a program counter that is only compared with labels, by name, their ordinals
  private record Reads(Set<String> variables, Map<String, Set<Long>> labels) {
    static Reads of(Term condition) {
      Reads reads = new Reads(new HashSet<>(), new HashMap<>());
      reads.add(condition);
      return reads;
    }

    private void add(Term term) {
      Optional<String> counter = comparedCounter(term);
      if (counter.isPresent() && term instanceof Term.Same(Term left, Term.Literal label)) {
        labels.computeIfAbsent(counter.get(), _ -> new HashSet<>()).add(label.value());
        if (left instanceof Term.Select(_, Term index)) {
          add(index);
        }
        return;
      }
      if (term instanceof Term.Read(var variable)) {
        variables.add(variable.name());
      }
      Traversal.parts(term).forEach(this::add);
    }

    private static Optional<String> comparedCounter(Term term) {
      return switch (term) {
        case Term.Same(Term.Read(var variable), Term.Literal _) ->
            Optional.of(variable.name()).filter(_ -> variable.sort() instanceof Sort.Enumeration);
        case Term.Same(Term.Select(Term.Read(var variable), _), Term.Literal(var sort, _)) ->
            Optional.of(variable.name()).filter(_ -> sort instanceof Sort.Enumeration);
        case Term _ -> Optional.empty();
      };
    }
  }

  /// What a step of a rule changes, other than by ending the run.
  ///
  /// @param variables the names of the variables that it stores to, the program counter apart
  /// @param counter the name of the program counter
  /// @param labels the ordinals of the labels that it goes from and to
  private record Changes(Set<String> variables, String counter, Set<Long> labels) {
    static Changes of(Rule rule, Specification specification) {
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

    boolean meets(Reads reads) {
      return reads.variables().contains(counter)
          || reads.labels().getOrDefault(counter, Set.of()).stream().anyMatch(labels::contains)
          || variables.stream().anyMatch(name -> reads.variables().contains(name))
          || variables.stream().anyMatch(name -> reads.labels().containsKey(name));
    }
  }

  /// Compares all rules with all conditions.
  ///
  /// @param problem what is searched
  /// @return which steps matter to which conditions
  public static Dependence of(Problem problem) {
    Specification specification = problem.interpreter().specification();
    List<Reads> reads = problem.conditions().ofStates().stream().map(Reads::of).toList();
    IdentityHashMap<Rule, boolean[]> byRule = new IdentityHashMap<>();
    List<Origin> origins = problem.code().origins();
    boolean[][] byTag = new boolean[origins.size()][];
    for (int tag = 0; tag < byTag.length; tag++) {
      byTag[tag] =
          byRule.computeIfAbsent(
              origins.get(tag).rule(), rule -> met(Changes.of(rule, specification), reads));
    }
    return new Dependence(byTag);
  }

  private static boolean[] met(Changes changes, List<Reads> reads) {
    boolean[] met = new boolean[reads.size()];
    for (int condition = 0; condition < met.length; condition++) {
      met[condition] = changes.meets(reads.get(condition));
    }
    return met;
  }

  /// Whether a step that does not end the run may change a condition.
  ///
  /// @param tag the step's tag
  /// @param condition a position in [Conditions#ofStates]
  /// @return false if the condition is the same before and after
  public boolean matters(int tag, int condition) {
    return byTag[tag][condition];
  }
}
