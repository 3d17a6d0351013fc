package psyscall.model.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import psyscall.model.behavior.World;
import psyscall.spec.citation.Citation;
import psyscall.spec.process.Address;
import psyscall.spec.process.Arm;
import psyscall.spec.process.Block;
import psyscall.spec.process.LabelText;
import psyscall.spec.process.Line;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Random well-formed specifications, each made from a seed.
final class RandomSpecifications {
  private static final Citation SOURCE = new Citation("", List.of("random"), "", "");
  private static final int CONDITIONS = 4;

  private final Draw draw;
  private final Vocabulary vocabulary;
  private final RandomTerms terms;

  /// A random specification with conditions about it.
  ///
  /// @param seed what [RandomSpecifications#of] makes it of again
  record Drawn(
      long seed,
      Specification specification,
      World world,
      List<Term> conditions,
      List<Term> stepConditions) {
    @Override
    public String toString() {
      return "specification of seed " + seed;
    }
  }

  private RandomSpecifications(long seed) {
    this.draw = new Draw(seed);
    this.vocabulary = Vocabulary.of(draw);
    this.terms = new RandomTerms(draw, vocabulary);
  }

  /// All of them; a seed does not get simpler, so there is nothing to shrink.
  static Arbitrary<Drawn> all() {
    return Arbitraries.longs()
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .dontShrink()
        .map(RandomSpecifications::of);
  }

  /// The specification of a seed.
  static Drawn of(long seed) {
    return new RandomSpecifications(seed).drawn(seed);
  }

  private Drawn drawn(long seed) {
    int singles = draw.chance(20) ? 100 : 25;
    Map<String, ProcedureText> procedures = new TreeMap<>();
    List<Process> processes = draw.times(1, 2).map(at -> process(at, singles, procedures)).toList();
    Specification specification =
        Flattening.of(
            new Protocol("random", vocabulary.variables(), processes, procedures, initial()));
    Surroundings step = about(specification, Surroundings.Tense.STEP);
    Surroundings state = about(specification, Surroundings.Tense.STATE);
    return new Drawn(
        seed,
        specification,
        vocabulary.world(),
        terms.conditions(CONDITIONS, 3, state),
        terms.conditions(CONDITIONS, 3, step));
  }

  /// @param singles in how many of a hundred cases it is a single process
  private Process process(int at, int singles, Map<String, ProcedureText> procedures) {
    Optional<Sort.Individual> over =
        draw.chance(singles) ? Optional.empty() : Optional.of(draw.of(vocabulary.ids()));
    ProcedureText text = procedure("procedure" + at, over);
    procedures.put(text.name(), text);
    return new Process(
        "process" + at, over, List.of(text.name()), Collections.emptySortedMap(), draw.chance(30));
  }

  private ProcedureText procedure(String name, Optional<Sort.Individual> over) {
    List<Var.Local> locals =
        draw.times(1, 4).map(at -> new Var.Local(name, "local" + at, localSort())).toList();
    List<String> labels = draw.times(2, 4).map(at -> "at" + at).toList();
    List<LabelText> texts = new ArrayList<>();
    for (String label : labels) {
      List<Arm> arms =
          draw.times(1, 2)
              .map(
                  at -> {
                    String arm = at == 0 ? label : label + "-or";
                    Address address = new Address(name, arm, 0);
                    Block body = body(address, labels, locals, over);
                    StepKind kind = draw.of(List.of(StepKind.values()));
                    return new Arm(
                        arm,
                        kind,
                        SOURCE,
                        texts.isEmpty() ? begun(address, body, locals, over) : body);
                  })
              .toList();
      texts.add(new LabelText(label, arms));
    }
    return new ProcedureText(name, "", SOURCE, List.of(), locals, Block.EMPTY, texts);
  }

  /// No array, for which there is no local, and no memory, which has no place in a frame.
  private Sort localSort() {
    List<Sort> flat = vocabulary.sorts().stream().filter(RandomSpecifications::isFlat).toList();
    return draw.of(flat);
  }

  private static boolean isFlat(Sort sort) {
    return sort instanceof Sort.Struct struct
        ? struct.fields().stream()
            .allMatch(f -> isFlat(f.sort()) && !(f.sort() instanceof Sort.Individual))
        : !(sort instanceof Sort.ArrayOf);
  }

  private Block body(
      Address address,
      List<String> labels,
      List<Var.Local> locals,
      Optional<Sort.Individual> over) {
    return new RandomBodies(draw, vocabulary, terms, labels, address).body(inRule(locals, over));
  }

  private Surroundings inRule(List<Var.Local> locals, Optional<Sort.Individual> over) {
    List<Term> roots = new ArrayList<>();
    vocabulary.variables().forEach(variable -> roots.add(new Term.Read(variable)));
    locals.forEach(local -> roots.add(new Term.Local(local)));
    return new Surroundings(roots, List.of(), over, Surroundings.Tense.RULE, List.of());
  }

  /// A body of the first label, where each local that holds an id gets one.
  private Block begun(
      Address address, Block body, List<Var.Local> locals, Optional<Sort.Individual> over) {
    List<Line> lines = new ArrayList<>();
    for (Var.Local local : locals) {
      if (local.sort() instanceof Sort.Individual) {
        Term id = terms.of(local.sort(), 1, inRule(List.of(), over));
        lines.add(new Line(address, new Statement.Assign(new Term.Local(local), id)));
      }
    }
    lines.addAll(body.lines());
    return new Block(lines);
  }

  private Block initial() {
    Address nowhere = new Address("initial", "", 0);
    Surroundings nothing =
        new Surroundings(
            List.of(), List.of(), Optional.empty(), Surroundings.Tense.STATE, List.of());
    List<Line> lines = new ArrayList<>();
    for (Var variable : vocabulary.variables()) {
      if (draw.chance(30)) {
        Term value = terms.of(variable.sort(), 0, nothing);
        lines.add(new Line(nowhere, new Statement.Assign(new Term.Read(variable), value)));
      }
    }
    return new Block(lines);
  }

  /// What conditions may speak of: all variables, and the actor if all actors are of one sort.
  private static Surroundings about(Specification specification, Surroundings.Tense tense) {
    List<Term> roots = new ArrayList<>();
    specification.variables().forEach(variable -> roots.add(new Term.Read(variable)));
    List<Optional<Sort.Individual>> sorts =
        specification.processes().stream().map(Process::over).distinct().toList();
    boolean hasActor = tense == Surroundings.Tense.STEP && sorts.size() == 1;
    return new Surroundings(
        roots,
        List.of(),
        hasActor ? sorts.getFirst() : Optional.empty(),
        tense,
        specification.processes().stream().flatMap(p -> p.roots().stream()).toList());
  }
}
