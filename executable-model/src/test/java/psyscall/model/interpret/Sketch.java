package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Type;
import psyscall.spec.process.Block;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// A small specification that a test makes on the spot: variables, and one process made of the
/// procedures that the test writes.
final class Sketch {
  private static final Citation SOURCE = new Citation("", List.of(), "", "");

  private final List<Var> variables = new ArrayList<>();
  private Block initial = Block.EMPTY;

  /// A procedure of a test.
  abstract static class Text extends Procedure {
    Text(String name) {
      super(name, "a procedure of a test", SOURCE);
    }
  }

  /// A procedure of one step, behind which the process stands still.
  abstract static class OneStep extends Text {
    OneStep() {
      super("step");
    }

    abstract void statements();

    @Override
    protected final void body() {
      label("do", "");
      statements();
      label("stop", "");
      await(psyscall.spec.expr.Bool.FALSE);
    }
  }

  /// Declares a variable.
  <E extends Expr> E field(String name, Type<E> type) {
    Var variable = new Var(name, type.sort(), Var.Role.FIELD);
    variables.add(variable);
    return type.of(new Term.Read(variable));
  }

  /// Declares the initial assignments: the statements before the first label of a procedure.
  void initially(Text text) {
    initial = text.text().opening();
  }

  /// The specification of a single process `main`.
  Specification main(Text... texts) {
    return specification(Process.of("main", Optional.empty(), names(texts)), texts);
  }

  /// The specification of a single process `main` of some roots; the other texts are called.
  Specification main(List<String> roots, Text... texts) {
    return specification(Process.of("main", Optional.empty(), roots), texts);
  }

  /// The specification of a process for each individual.
  Specification each(Sort.Individual ids, Text... texts) {
    return specification(Process.of(ids.name(), Optional.of(ids), names(texts)), texts);
  }

  private static List<String> names(Text... texts) {
    return Arrays.stream(texts).map(Procedure::name).toList();
  }

  private Specification specification(Process process, Text... texts) {
    return Flattening.of(
        new Protocol(
            "sketch",
            variables,
            List.of(process),
            Arrays.stream(texts)
                .map(Procedure::text)
                .collect(Collectors.toMap(ProcedureText::name, text -> text)),
            initial));
  }

  /// The only step that is possible at the start of a single process.
  static Transition only(Specification specification, World world) {
    List<Transition> steps = steps(specification, world);
    assertThat(steps).hasSize(1);
    return steps.getFirst();
  }

  /// The steps that are possible at the start.
  static List<Transition> steps(Specification specification, World world) {
    Interpreter interpreter = new Interpreter(specification, world);
    return interpreter.successors(interpreter.initial());
  }

  /// A variable as people read it.
  static String text(State state, String variable) {
    return state.format(state.schema().variable(state.schema().indexOf(variable)));
  }
}
