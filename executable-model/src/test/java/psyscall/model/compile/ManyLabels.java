package psyscall.model.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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

/// A procedure of many labels, which workers run round and round.
///
/// Each label leads to the next, and every seventh also to the one after that. A local is set at
/// the first label, changes at every third and is stored at the last, so it is kept at all others.
final class ManyLabels {
  /// Who runs it.
  static final Sort.Individual WORKER = new Sort.Individual("Worker");

  /// Ten times the labels of the process that has most of them today.
  static final int TEN_TIMES = 2_000;

  private static final String PROCEDURE = "Long";
  private static final String PROCESS = "workers";
  private static final Sort.Range DIGIT = new Sort.Range(0, 3);
  private static final Var STORED = new Var("stored", DIGIT, Var.Role.FIELD);
  private static final Var.Local KEPT = new Var.Local(PROCEDURE, "kept", DIGIT);
  private static final Citation SOURCE = new Citation("", List.of(), "", "");

  private ManyLabels() {}

  /// The procedure with so many labels.
  static Specification of(int labels) {
    List<LabelText> texts =
        IntStream.range(0, labels)
            .mapToObj(at -> new LabelText(name(at), arms(at, labels)))
            .toList();
    ProcedureText text =
        new ProcedureText(PROCEDURE, "", SOURCE, List.of(), List.of(KEPT), Block.EMPTY, texts);
    return Flattening.of(
        new Protocol(
            "many labels",
            List.of(STORED),
            List.of(Process.of(PROCESS, Optional.of(WORKER), List.of(PROCEDURE))),
            Map.of(PROCEDURE, text),
            Block.EMPTY));
  }

  private static String name(int label) {
    return "at" + label;
  }

  private static List<Arm> arms(int at, int labels) {
    List<Arm> arms = new ArrayList<>();
    arms.add(arm(name(at), at, (at + 1) % labels, labels));
    if (at % 7 == 0) {
      arms.add(arm(name(at) + "-or", at, (at + 2) % labels, labels));
    }
    return arms;
  }

  private static Arm arm(String name, int at, int next, int labels) {
    List<Statement> statements = new ArrayList<>();
    Term kept = new Term.Local(KEPT);
    if (at == labels - 1) {
      statements.add(new Statement.Assign(new Term.Read(STORED), kept));
    } else if (at == 0) {
      statements.add(new Statement.Assign(kept, number(next)));
    } else if (at % 3 == 0) {
      statements.add(new Statement.Assign(kept, minus(number(3), kept)));
    }
    statements.add(new Statement.Goto(name(next)));
    Address address = new Address(PROCEDURE, name, 0);
    List<Line> lines = statements.stream().map(s -> new Line(address, s)).toList();
    return new Arm(name, StepKind.PROTOCOL, SOURCE, new Block(lines));
  }

  private static Term number(int value) {
    return new Term.Literal(new Sort.Range(value, value), value);
  }

  private static Term minus(Term left, Term right) {
    return new Term.Arithmetic(Term.Arithmetic.Operator.MINUS, left, right);
  }

  /// Conditions that name ever more labels, and some that read the local wherever it lies.
  ///
  /// @param labels how many there are, 64 at least
  static List<Term> conditions(Specification specification, int labels) {
    List<Term> mixed = new ArrayList<>();
    mixed.add(keeps(specification, 1));
    mixed.addAll(standsAt(specification, IntStream.range(20, 40)));
    mixed.add(keeps(specification, 0));
    mixed.addAll(standsAt(specification, IntStream.of(3, labels - 1)));
    IntStream even = IntStream.range(0, labels).filter(at -> at % 2 == 0);
    List<Term> some = standsAt(specification, IntStream.range(labels - 9, labels));
    Term two = keeps(specification, 2);
    return List.of(
        new Term.Or(standsAt(specification, even)),
        new Term.Not(new Term.Or(some)),
        new Term.And(List.of(new Term.Or(mixed), new Term.Not(two))),
        new Term.Or(List.of(two, new Term.Or(some))),
        two);
  }

  /// For each of some labels, given by their numbers, that the first worker stands there.
  private static List<Term> standsAt(Specification specification, IntStream numbers) {
    Sort.Enumeration labels = specification.labels(PROCESS);
    Term counter = ofFirst(specification.counter(PROCESS));
    return numbers
        .mapToObj(at -> new Term.Literal(labels, labels.ordinal(PROCEDURE + "." + name(at))))
        .<Term>map(label -> new Term.Same(counter, label))
        .toList();
  }

  /// That the first worker's local has a value.
  private static Term keeps(Specification specification, int value) {
    Term kept = ofFirst(specification.variable(PROCESS + "." + PROCEDURE + ".kept"));
    return new Term.Same(kept, new Term.Literal(DIGIT, value));
  }

  private static Term ofFirst(Var variable) {
    return new Term.Select(new Term.Read(variable), new Term.Literal(WORKER, 0));
  }
}
