package psyscall.spec.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import psyscall.spec.process.Address;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Line;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Makes rules of a protocol: inlines calls, gives each process its locals and its program counter,
/// and resets locals where they are dead.
public final class Flattening {
  private final Protocol protocol;
  private final List<Var> variables;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Ending> endings = new LinkedHashMap<>();
  private final List<Line> initial;

  private Flattening(Protocol protocol) {
    this.protocol = protocol;
    this.variables = new ArrayList<>(protocol.variables());
    this.initial = new ArrayList<>(protocol.initial().lines());
  }

  /// The rules of a protocol.
  ///
  /// @param protocol a system before inlining
  /// @return the system as rules
  /// @throws psyscall.spec.term.IllFormed where a jump leads nowhere, an exit is not handled, a
  ///   bound variable is used out of its scope or an id may be read before it is assigned; the
  ///   message names procedure and label
  public static Specification of(Protocol protocol) {
    return new Flattening(protocol).flatten();
  }

  private Specification flatten() {
    for (Ending builtin : List.of(Ending.OUT_OF_RANGE, Ending.NIL_DEREFERENCE, Ending.QUEUE_FULL)) {
      endings.put(builtin.name(), builtin);
    }
    for (Process process : protocol.processes()) {
      flatten(process);
    }
    List<String> values = new ArrayList<>();
    values.add(Specification.RUNNING);
    values.addAll(endings.keySet());
    Sort.Enumeration sort = new Sort.Enumeration(Specification.ENDING, values);
    variables.add(new Var(Specification.ENDING, sort, Var.Role.ENDING));
    checkNames();
    return new Specification(
        protocol.name(),
        variables,
        protocol.processes(),
        rules,
        List.copyOf(endings.values()),
        new Block(initial));
  }

  private void flatten(Process process) {
    Inlining inlining = new Inlining(protocol, process);
    List<Rule> inlined = inlining.rules();
    Scoping.check(inlined);
    Set<Var> locals = new LinkedHashSet<>(inlining.locals());
    Liveness liveness = new Liveness(inlined, locals);
    liveness.checkAssigned(inlining.entry(), inlining.mustBeAssigned());
    for (Rule rule : inlined) {
      Rule reset = liveness.withResets(rule);
      rules.add(reset);
      collectEndings(reset.body());
    }
    variables.addAll(locals);
    List<String> labels =
        new ArrayList<>(new LinkedHashSet<>(inlined.stream().map(Rule::label).toList()));
    Sort.Enumeration sort = new Sort.Enumeration(Specification.counterName(process.name()), labels);
    Sort whole = process.over().<Sort>map(ids -> new Sort.ArrayOf(ids, sort)).orElse(sort);
    variables.add(
        new Var(
            Specification.counterName(process.name()),
            whole,
            process.polls() ? Var.Role.POLLED_COUNTER : Var.Role.COUNTER));
    start(process, variables.getLast(), sort, inlining.entry());
    process
        .starts()
        .forEach(
            (individual, root) -> {
              Sort.Individual ids = process.over().orElseThrow();
              Term place =
                  new Term.Select(
                      new Term.Read(variables.getLast()), new Term.Literal(ids, individual));
              Term value = new Term.Literal(sort, sort.ordinal(inlining.entry(root)));
              initial.add(
                  new Line(new Address(process.name(), "", 0), new Statement.Assign(place, value)));
            });
  }

  private void start(Process process, Var counter, Sort.Enumeration labels, String entry) {
    int ordinal = labels.ordinal(entry);
    if (ordinal == 0) {
      return;
    }
    Term value = new Term.Literal(labels, ordinal);
    Statement statement;
    if (process.over().isPresent()) {
      var bound = new psyscall.spec.term.Bound("self", process.over().get());
      Term place = new Term.Select(new Term.Read(counter), new Term.Reference(bound));
      Term all = new Term.Literal(Sort.TRUTH, 1);
      statement = new Statement.Bulk(bound, all, place, value);
    } else {
      statement = new Statement.Assign(new Term.Read(counter), value);
    }
    initial.add(new Line(new Address(process.name(), "", 0), statement));
  }

  private void collectEndings(Block block) {
    for (Line line : block.lines()) {
      collectEndings(line.statement());
    }
  }

  private void declare(Ending ending) {
    Ending former = endings.putIfAbsent(ending.name(), ending);
    if (former != null && !former.equals(ending)) {
      throw new IllFormed("two endings of one name: first=" + former + ", second=" + ending);
    }
  }

  private void checkNames() {
    Set<String> names = new HashSet<>();
    for (Var variable : variables) {
      if (!names.add(variable.name())) {
        throw new IllFormed("variable declared twice: name=" + variable.name());
      }
    }
  }

  private void collectEndings(Statement statement) {
    switch (statement) {
      case Statement.Assert s -> declare(s.otherwise());
      case Statement.Require s -> declare(s.ifNil());
      case Statement.Halt s -> declare(s.ending());
      case Statement _ -> {}
    }
    Blocks.nested(statement).forEach(this::collectEndings);
  }
}
