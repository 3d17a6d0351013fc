package psyscall.model.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.behavior.Actor;
import psyscall.spec.analysis.Simplification;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;

/// Step conditions as methods: for each origin of a step the condition is what is left of it once
/// the procedure and the actor are known, which is often that it holds.
final class StepConditions {
  /// In place of a method: the condition holds of every step of that origin.
  static final int ALWAYS = -1;

  private static final Term TRUE = new Term.Literal(Sort.TRUTH, 1);

  private final Specification specification;
  private final Map<Term, Integer> methods = new LinkedHashMap<>();
  private final int[][] methodOf;

  /// All that a step condition can see of where a step comes from.
  private record Viewpoint(String procedure, Actor actor) {}

  StepConditions(Specification specification, List<Term> conditions, List<Origin> origins) {
    this.specification = specification;
    this.methodOf = new int[conditions.size()][origins.size()];
    for (int condition = 0; condition < conditions.size(); condition++) {
      Map<Viewpoint, Integer> known = new HashMap<>();
      for (int tag = 0; tag < origins.size(); tag++) {
        Origin origin = origins.get(tag);
        Viewpoint from = new Viewpoint(origin.rule().address().procedure(), origin.actor());
        Integer method = known.get(from);
        if (method == null) {
          method = methodFor(specialise(conditions.get(condition), origin));
          known.put(from, method);
        }
        methodOf[condition][tag] = method;
      }
    }
  }

  private int methodFor(Term condition) {
    return condition.equals(TRUE)
        ? ALWAYS
        : methods.computeIfAbsent(condition, _ -> methods.size());
  }

  /// The conditions that methods are made of, by number.
  List<Term> terms() {
    return new ArrayList<>(methods.keySet());
  }

  /// The method of a condition for steps of a tag, or [#ALWAYS].
  int method(int condition, int tag) {
    return methodOf[condition][tag];
  }

  private Term specialise(Term condition, Origin origin) {
    Optional<Sort.Individual> over = overOf(origin.rule().process());
    long self = origin.actor().self();
    String procedure = origin.rule().address().procedure();
    return Traversal.rewrite(
        condition,
        term ->
            switch (term) {
              // One of another kind stays, and is a fault where it is met.
              case Term.Self t ->
                  over.equals(Optional.of(t.sort())) ? new Term.Literal(t.sort(), self) : t;
              case Term.SelfOrNil t ->
                  new Term.Literal(t.sort(), over.equals(Optional.of(t.of())) ? self : -1);
              case Term.StepOf t ->
                  new Term.Literal(Sort.TRUTH, t.procedures().contains(procedure) ? 1 : 0);
              case Term other -> Simplification.of(other);
            });
  }

  private Optional<Sort.Individual> overOf(String process) {
    return specification.processes().stream()
        .filter(p -> p.name().equals(process))
        .findFirst()
        .flatMap(Process::over);
  }
}
