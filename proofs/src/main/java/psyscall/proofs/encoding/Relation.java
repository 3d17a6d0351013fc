package psyscall.proofs.encoding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import psyscall.proofs.smt.Truth;
import psyscall.spec.analysis.Constant;
import psyscall.spec.analysis.End;
import psyscall.spec.analysis.Path;
import psyscall.spec.analysis.SymbolicPaths;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Line;
import psyscall.spec.process.Process;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The rules of a specification as steps from a state of unknowns.
public final class Relation {
  private final Universe universe;
  private final Specification specification;
  private final SymbolicState before;
  private final TermEncoding terms;
  private final Images images;
  private final Map<String, Set<Var>> locals = new HashMap<>();
  private final Map<Rule, List<Path>> paths = new HashMap<>();

  /// For one specification in one world.
  ///
  /// @param universe the world
  /// @param specification the rules
  /// @param before the state in which every step begins
  public Relation(Universe universe, Specification specification, SymbolicState before) {
    this.universe = universe;
    this.specification = specification;
    this.before = before;
    this.terms = new TermEncoding(universe);
    this.images = new Images(universe);
    for (Rule rule : specification.rules()) {
      collect(rule.body(), locals.computeIfAbsent(rule.process(), _ -> new LinkedHashSet<>()));
    }
  }

  /// The state in which every step begins.
  ///
  /// @return its images
  public SymbolicState before() {
    return before;
  }

  /// The steps of a rule.
  ///
  /// @param rule one of the specification's rules
  /// @param self whose; empty for a single process
  /// @return one for each way through the rule, in the order of the text
  public List<SymbolicStep> steps(Rule rule, Optional<Frame.Self> self) {
    List<SymbolicStep> steps = new ArrayList<>();
    List<Path> ways = paths.computeIfAbsent(rule, one -> SymbolicPaths.of(one, specification));
    for (int at = 0; at < ways.size(); at++) {
      steps.add(step(rule, self, ways.get(at), at));
    }
    return List.copyOf(steps);
  }

  /// The steps of all rules, for all who can take them.
  ///
  /// @return processes in the order of their declaration, individuals by index, rules and ways in
  ///   the order of the text
  public List<SymbolicStep> steps() {
    List<SymbolicStep> steps = new ArrayList<>();
    for (Process process : specification.processes()) {
      for (Optional<Frame.Self> self : individuals(process)) {
        for (Rule rule : specification.rules()) {
          if (rule.process().equals(process.name())) {
            steps.addAll(steps(rule, self));
          }
        }
      }
    }
    return List.copyOf(steps);
  }

  /// Who can take the steps of a process.
  ///
  /// @param process the process
  /// @return each individual that it runs for, or nobody in particular
  public List<Optional<Frame.Self>> individuals(Process process) {
    return process
        .over()
        .map(
            sort ->
                IntStream.range(0, universe.size(sort))
                    .mapToObj(index -> Optional.of(new Frame.Self(sort, index)))
                    .toList())
        .orElse(List.of(Optional.empty()));
  }

  /// Whether a step leads to a state.
  ///
  /// @param step one of the steps
  /// @param target a state
  /// @return the formula, over the state before, the answers and the target
  public Truth leads(SymbolicStep step, SymbolicState target) {
    return step.condition().and(step.after().same(target, universe));
  }

  private SymbolicStep step(Rule rule, Optional<Frame.Self> self, Path path, int ordinal) {
    String who = rule.process() + self.map(one -> Integer.toString(one.index())).orElse("");
    Frame frame = Frame.of(before).by(self);
    Map<Constant, Image> answers = new LinkedHashMap<>();
    List<Truth> condition = new ArrayList<>();
    for (Constant constant : path.choices()) {
      Bound bound = constant.bound();
      String name = who + " " + rule.label() + " " + ordinal + " " + bound.name();
      Image answer = universe.unknown(name, bound.sort());
      answers.put(constant, answer);
      condition.add(universe.admissible(answer, bound.sort()));
      frame = frame.with(bound, answer);
    }
    condition.add(terms.truth(path.condition(), frame));
    Map<Var, Image> changes = new LinkedHashMap<>();
    for (Map.Entry<Var, Term> update : path.updates().entrySet()) {
      Var variable = update.getKey();
      changes.put(variable, images.stored(terms.of(update.getValue(), frame), variable.sort()));
    }
    if (path.end() instanceof End.Stop) {
      reset(rule, self, changes);
    }
    Truth taken = universe.smt().all(condition);
    return new SymbolicStep(
        rule, self, answers, taken, before.with(changes), changes.keySet(), path.end());
  }

  /// A step that ends the run gives the locals of its process their defaults.
  private void reset(Rule rule, Optional<Frame.Self> self, Map<Var, Image> changes) {
    for (Var local : locals.getOrDefault(rule.process(), Set.of())) {
      if (self.isPresent() && local.sort() instanceof Sort.ArrayOf array) {
        Image.Row row = (Image.Row) changes.getOrDefault(local, before.apply(local));
        Image initial = universe.initial(array.element());
        changes.put(local, row.with(self.get().index(), images.stored(initial, array.element())));
      } else {
        changes.put(local, images.stored(universe.initial(local.sort()), local.sort()));
      }
    }
  }

  private static void collect(Block block, Set<Var> found) {
    for (Line line : block.lines()) {
      if (line.statement() instanceof Statement.Assign assign) {
        Var variable = root(assign.place());
        if (variable.role() == Var.Role.LOCAL || variable.role() == Var.Role.POLLED_LOCAL) {
          found.add(variable);
        }
      }
      Blocks.map(
          line.statement(),
          inner -> {
            collect(inner, found);
            return inner;
          });
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

  /// The initial state.
  ///
  /// @return its images, all constants
  public SymbolicState initial() {
    Map<Var, Image> start = new LinkedHashMap<>();
    for (Var variable : specification.variables()) {
      start.put(variable, images.stored(universe.initial(variable.sort()), variable.sort()));
    }
    return new Start(terms, images, specification).from(new SymbolicState(start));
  }

  /// The individuals of the specification's processes that can take steps, as pairs with rules.
  ///
  /// @return for each process its rules
  public Map<Process, List<Rule>> rules() {
    Map<Process, List<Rule>> all = new LinkedHashMap<>();
    for (Process process : specification.processes()) {
      all.put(
          process,
          specification.rules().stream()
              .filter(rule -> rule.process().equals(process.name()))
              .toList());
    }
    return Collections.unmodifiableMap(all);
  }
}
