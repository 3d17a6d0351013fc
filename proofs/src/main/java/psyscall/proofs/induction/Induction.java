package psyscall.proofs.induction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.proofs.encoding.Frame;
import psyscall.proofs.encoding.Relation;
import psyscall.proofs.encoding.SymbolicState;
import psyscall.proofs.encoding.SymbolicStep;
import psyscall.proofs.encoding.TermEncoding;
import psyscall.proofs.encoding.Universe;
import psyscall.proofs.smt.Model;
import psyscall.proofs.smt.Truth;
import psyscall.proofs.smt.Word;
import psyscall.spec.analysis.End;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// An invariant with its strengthening, and what each step has to keep of it.
///
/// A step that ends the run keeps everything: claims are about runs that go on. What a step does
/// not touch it keeps without being asked.
final class Induction {
  private final Universe universe;
  private final Specification specification;
  private final Relation relation;
  private final TermEncoding terms;
  private final Term claim;
  private final Strengthening strengthening;
  private final Map<Part, Truth> before = new HashMap<>();
  private final Map<String, List<Truth>> standing = new HashMap<>();
  private final Map<Part, Claimed> claimed = new HashMap<>();
  private final Map<Who, List<Prepared>> prepared = new HashMap<>();
  private final IdentityHashMap<SymbolicStep, Truth> claims = new IdentityHashMap<>();

  /// Whether a process stands at one of some labels.
  private record Claimed(BitSet labels, Truth truth) {}

  /// A rule and who takes its step.
  private record Who(Rule rule, Optional<Frame.Self> self) {}

  /// A step behind which the run goes on, with what was asked of the state after it so far.
  private record Prepared(
      SymbolicStep step, int target, Set<Var> changed, Map<Part, Truth> after) {}

  /// A fact of one process.
  ///
  /// @param fact the fact
  /// @param self whose; empty for a single process and for the whole state
  record Part(Fact fact, Optional<Frame.Self> self) {
    @Override
    public String toString() {
      String who = self.map(one -> Integer.toString(one.index())).orElse("");
      return fact.process().map(process -> process + who + ", ").orElse("") + fact.name();
    }
  }

  /// What a step has to keep, with the formula of it in the state after.
  ///
  /// @param part which fact; empty for the claim itself
  /// @param label at which label it is claimed; −1 where any label at which it is claimed counts
  /// @param kept the formula
  record Duty(Optional<Part> part, int label, Truth kept) {}

  /// A step with its duties.
  ///
  /// @param step the step
  /// @param duties what it has to keep
  record Burdened(SymbolicStep step, List<Duty> duties) {}

  Induction(
      Universe universe, Specification specification, Term claim, Strengthening strengthening) {
    this.universe = universe;
    this.specification = specification;
    this.claim = claim;
    this.strengthening = strengthening;
    this.terms = new TermEncoding(universe);
    SymbolicState state = SymbolicState.unknown("", specification, universe);
    this.relation = new Relation(universe, specification, state);
  }

  Relation relation() {
    return relation;
  }

  Universe universe() {
    return universe;
  }

  Strengthening strengthening() {
    return strengthening;
  }

  /// Who takes steps, each with its rules.
  Map<Process, List<Rule>> rules() {
    return relation.rules();
  }

  private Truth ofState(Fact fact, Optional<Frame.Self> self, SymbolicState state) {
    return terms.truth(fact.condition(), Frame.of(state).by(self));
  }

  private Truth before(Part part) {
    return before.computeIfAbsent(part, one -> ofState(one.fact(), one.self(), relation.before()));
  }

  /// The state before: its unknowns mean something, the run goes on, and the claim holds.
  Truth always() {
    return relation
        .before()
        .admissible(universe)
        .and(running(relation.before()))
        .and(terms.truth(claim, Frame.of(relation.before())));
  }

  private Truth running(SymbolicState state) {
    Word ending = state.apply(specification.variable(Specification.ENDING)).word();
    return ending.same(universe.smt().word(0, ending.width()));
  }

  /// The facts of the state before, of all processes, where they are claimed.
  Truth strengthened() {
    List<Truth> all = new ArrayList<>();
    for (Fact fact : strengthening.facts()) {
      for (Optional<Frame.Self> self : individuals(fact)) {
        Part part = new Part(fact, self);
        all.add(isClaimed(part).implies(before(part)));
      }
    }
    return universe.smt().all(all);
  }

  private List<Optional<Frame.Self>> individuals(Fact fact) {
    return fact.process()
        .map(name -> relation.individuals(process(name)))
        .orElse(List.of(Optional.empty()));
  }

  private Process process(String name) {
    return specification.processes().stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// Whether the process stands at a label at which its fact is claimed.
  private Truth isClaimed(Part part) {
    if (part.fact().process().isEmpty()) {
      return universe.smt().truth(true);
    }
    BitSet labels = strengthening.labels(part.fact());
    Claimed last = claimed.get(part);
    if (last == null || !last.labels().equals(labels)) {
      last = new Claimed((BitSet) labels.clone(), stands(part, labels));
      claimed.put(part, last);
    }
    return last.truth();
  }

  private Truth stands(Part part, BitSet labels) {
    List<Truth> standing = standing(part.fact().process().orElseThrow(), part.self());
    boolean few = labels.cardinality() * 2 < standing.size();
    List<Truth> any = new ArrayList<>();
    for (int at = 0; at < standing.size(); at++) {
      if (labels.get(at) == few) {
        any.add(standing.get(at));
      }
    }
    Truth one = universe.smt().any(any);
    return few ? one : one.not();
  }

  private List<Truth> standing(String process, Optional<Frame.Self> self) {
    return standing.computeIfAbsent(
        process + self, _ -> standing(counter(process, self, relation.before()), process));
  }

  private List<Truth> standing(Word counter, String process) {
    List<Truth> all = new ArrayList<>();
    for (int at = 0; at < specification.labels(process).values().size(); at++) {
      all.add(counter.same(universe.smt().word(at, counter.width())));
    }
    return all;
  }

  private Word counter(String process, Optional<Frame.Self> self, SymbolicState state) {
    var image = state.apply(specification.counter(process));
    return self.map(
            who -> ((psyscall.proofs.encoding.Image.Row) image).entries().get(who.index()).word())
        .orElseGet(image::word);
  }

  /// The label at which a process stands in a model.
  int label(Part part, Model model) {
    String process = part.fact().process().orElseThrow();
    return (int) model.bits(counter(process, part.self(), relation.before()));
  }

  /// The position of a rule's label.
  int labelOf(Rule rule) {
    return specification.labels(rule.process()).ordinal(rule.label());
  }

  /// Whose step stands for those of all that run the rule.
  Optional<Frame.Self> representative(Rule rule) {
    return relation.individuals(process(rule.process())).getFirst();
  }

  /// The steps of a rule behind which the run goes on, with what they have to keep.
  List<Burdened> burdened(Rule rule, Optional<Frame.Self> self) {
    return prepared.computeIfAbsent(new Who(rule, self), this::prepare).stream()
        .map(one -> new Burdened(one.step(), duties(one)))
        .toList();
  }

  private List<Prepared> prepare(Who who) {
    List<Prepared> all = new ArrayList<>();
    for (SymbolicStep step : relation.steps(who.rule(), who.self())) {
      if (step.end() instanceof End.Jump jump && !step.condition().isConstant(false)) {
        int target = specification.labels(who.rule().process()).ordinal(jump.label());
        all.add(new Prepared(step, target, step.writes(), new HashMap<>()));
      }
    }
    return all;
  }

  private List<Duty> duties(Prepared prepared) {
    SymbolicStep step = prepared.step();
    int source = labelOf(step.rule());
    List<Duty> duties = new ArrayList<>();
    duties.add(new Duty(Optional.empty(), -1, claimed(step)));
    for (Fact fact : strengthening.facts()) {
      boolean touched = fact.reads().stream().anyMatch(prepared.changed()::contains);
      for (Optional<Frame.Self> self : individuals(fact)) {
        Part part = new Part(fact, self);
        boolean own =
            fact.process().equals(Optional.of(step.rule().process())) && self.equals(step.self());
        boolean asked =
            own
                ? strengthening.isClaimed(fact, prepared.target())
                    && (touched || !strengthening.isClaimed(fact, source))
                : touched;
        if (asked) {
          add(part, own, prepared, duties);
        }
      }
    }
    return duties;
  }

  private void add(Part part, boolean own, Prepared prepared, List<Duty> duties) {
    Truth after =
        prepared
            .after()
            .computeIfAbsent(part, one -> ofState(one.fact(), one.self(), prepared.step().after()));
    boolean wasClaimed =
        !own || strengthening.isClaimed(part.fact(), labelOf(prepared.step().rule()));
    if (after.isConstant(true) || (wasClaimed && isUnchanged(part, after))) {
      return;
    }
    if (own) {
      duties.add(new Duty(Optional.of(part), prepared.target(), after));
    } else {
      int label = part.fact().process().isEmpty() ? 0 : -1;
      duties.add(new Duty(Optional.of(part), label, isClaimed(part).implies(after)));
    }
  }

  private Truth claimed(SymbolicStep step) {
    return claims.computeIfAbsent(step, one -> terms.truth(claim, Frame.of(one.after())));
  }

  private boolean isUnchanged(Part part, Truth after) {
    return after.same(before(part)).isConstant(true);
  }

  /// Whether the claim and all facts hold of a state.
  List<Duty> ofInitial(SymbolicState initial) {
    List<Duty> duties = new ArrayList<>();
    duties.add(new Duty(Optional.empty(), -1, terms.truth(claim, Frame.of(initial))));
    for (Fact fact : strengthening.facts()) {
      for (Optional<Frame.Self> self : individuals(fact)) {
        int label =
            fact.process()
                .map(name -> (int) counter(name, self, initial).constant().orElseThrow())
                .orElse(0);
        if (strengthening.isClaimed(fact, label)) {
          duties.add(
              new Duty(Optional.of(new Part(fact, self)), label, ofState(fact, self, initial)));
        }
      }
    }
    return duties;
  }
}
