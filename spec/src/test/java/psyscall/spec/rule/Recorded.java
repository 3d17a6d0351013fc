package psyscall.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import psyscall.spec.analysis.ProcedurePrinter;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Type;
import psyscall.spec.process.Block;
import psyscall.spec.process.Line;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;
import psyscall.spec.toy.Declared;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;

/// A few variables, and procedures that are written where a test needs them.
final class Recorded {
  static final Var FLAG_VARIABLE = new Var("flag", Bool.TYPE.sort(), Var.Role.FIELD);
  static final Bool FLAG = handle(FLAG_VARIABLE, Bool.TYPE);
  static final Var OWNER_VARIABLE = new Var("m.p", M.IDS.array(P.IDS.opt()).sort(), Var.Role.FIELD);
  static final Arr<M, Opt<P>> OWNER = handle(OWNER_VARIABLE, M.IDS.array(P.IDS.opt()));

  private Recorded() {}

  private static <E extends Expr> E handle(Var variable, Type<E> type) {
    return type.of(new Term.Read(variable));
  }

  /// A procedure of a test.
  abstract static class Named extends Procedure {
    Named(String name) {
      super(name, "A procedure of a test.", Declared.MODEL);
    }
  }

  /// A process for each M that starts at the first procedure, which is its only root.
  static Specification threads(Procedure... procedures) {
    return Flattening.of(protocol(threadsOf(procedures[0]), procedures));
  }

  /// A single process that starts at the first procedure, which is its only root.
  static Specification single(Procedure... procedures) {
    return Flattening.of(
        protocol(Process.of("only", Optional.empty(), List.of(procedures[0].name())), procedures));
  }

  static Process threadsOf(Procedure... roots) {
    return Process.of(
        "M", Optional.of(M.IDS.sort()), Arrays.stream(roots).map(Procedure::name).toList());
  }

  static Protocol protocol(Process process, Procedure... procedures) {
    Map<String, ProcedureText> texts = new LinkedHashMap<>();
    for (Procedure procedure : procedures) {
      texts.put(procedure.name(), procedure.text());
    }
    return new Protocol(
        "test", List.of(FLAG_VARIABLE, OWNER_VARIABLE), List.of(process), texts, Block.EMPTY);
  }

  /// The statements of the only rule at a label, as text.
  static List<String> lines(Specification specification, String label) {
    List<Rule> rules =
        specification.rules().stream().filter(rule -> rule.label().equals(label)).toList();
    assertThat(rules).as("rules at %s among %s", label, labels(specification)).hasSize(1);
    return rules.getFirst().body().lines().stream()
        .map(Line::statement)
        .map(ProcedurePrinter::print)
        .flatMap(String::lines)
        .toList();
  }

  static List<String> labels(Specification specification) {
    return specification.rules().stream().map(Rule::label).toList();
  }

  static List<String> variables(Specification specification) {
    List<String> names = new ArrayList<>();
    specification.variables().forEach(variable -> names.add(variable.name()));
    return names;
  }

  static void assertIllFormed(ThrowingCallable flattening, String message) {
    assertThatThrownBy(flattening).isInstanceOf(IllFormed.class).hasMessage(message);
  }

  static Procedure loop(String name) {
    return new Named(name) {
      @Override
      protected void body() {
        label("loop", "");
        goTo("loop");
      }
    };
  }
}
