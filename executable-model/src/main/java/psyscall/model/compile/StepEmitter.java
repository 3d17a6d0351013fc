package psyscall.model.compile;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import psyscall.model.behavior.StepVocabulary;
import psyscall.model.emit.Binding;
import psyscall.model.emit.Code;
import psyscall.model.emit.Index;
import psyscall.model.emit.Scope;
import psyscall.model.interpret.ModelError;
import psyscall.model.packed.Stepper;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// Code of one rule for one actor: a method that takes the step in place, with answers that it asks
/// for. What it stores stands at its end, so a step that turns out to be impossible has done
/// nothing.
final class StepEmitter extends StatementEmitter {
  /// Of the methods that take a step.
  static final MethodTypeDesc TYPE =
      MethodTypeDesc.of(
          ConstantDescs.CD_int, ConstantDescs.CD_long.arrayType(), ConstantDescs.CD_int);

  private static final ClassDesc LONG = ConstantDescs.CD_long;
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final ClassDesc VOID = ConstantDescs.CD_void;

  private final StepVocabulary vocabulary;
  private final Emission emission;
  private final Label blocked;
  private final Label refused;

  /// @param tables where variables lie
  StepEmitter(Tables tables, StepVocabulary vocabulary, Origin origin, Code code) {
    super(tables, origin, code);
    this.vocabulary = vocabulary;
    this.emission = new Emission(code, view, tables.layout(), new Emission.InPlace());
    this.blocked = code.newLabel();
    this.refused = code.newLabel();
  }

  /// Writes the method.
  void emit() {
    begin();
    inline(rule.body(), Scope.EMPTY);
    if (!rule.body().transfers()) {
      code.fault("rule that does not say where it goes on");
    }
    code.builder.labelBinding(blocked);
    result(Stepper.BLOCKED);
    code.builder.labelBinding(refused);
    result(Stepper.REFUSED);
  }

  private void result(int outcome) {
    code.constant(outcome);
    code.builder.ireturn();
  }

  @Override
  Label impossible() {
    return blocked;
  }

  @Override
  void arrive(String label, Emission.Setting counter) {
    emission.jump(label, counter);
    result(Stepper.TAKEN);
  }

  @Override
  void finish(Emission.Setting ending) {
    emission.end(rule.label(), ending);
    result(Stepper.ENDED);
  }

  @Override
  void emits(Statement.Emit s, Scope scope) {
    calls("emits", MethodTypeDesc.of(VOID, INT), vocabulary.events().indexOf(s.event()));
    for (Term argument : s.arguments()) {
      // Computed first: computing may need the stack for itself.
      int slot = code.newLong();
      terms.push(argument, scope);
      code.builder.lstore(slot);
      code.callSelf("with", MethodTypeDesc.of(VOID, LONG), () -> code.builder.lload(slot));
    }
  }

  @Override
  void says(Statement.Say s) {
    calls("says", MethodTypeDesc.of(VOID, INT), vocabulary.clauses().indexOf(s.clause()));
  }

  private void calls(String method, MethodTypeDesc type, int number) {
    code.callSelf(method, type, () -> code.constant(number));
  }

  @Override
  void pick(Statement.Pick s, Scope scope) {
    Label none = code.newLabel();
    int answer = code.newLong();
    int choice = vocabulary.choices().indexOf(s.choice());
    switch (s.domain()) {
      case Domain.ElementOf d -> {
        terms.push(d.set(), scope);
        code.builder.lstore(answer).lload(answer).lconst_0().lcmp().ifeq(none);
        ask("element", answer, choice);
      }
      case Domain.SubsetOf d -> {
        terms.push(d.set(), scope);
        code.builder.lstore(answer);
        ask("subset", answer, choice);
      }
      case Domain.OneOf d -> values(d, scope, answer, choice);
    }
    Scope inner = scope.with(s.bound(), binding(s, answer));
    if (s.domain().canBeEmpty()) {
      fork(s.some(), inner, none, s.none(), scope);
    } else {
      inline(s.some(), inner);
    }
  }

  /// Asks for an id or a subset of the set in a variable, which gets the answer.
  private void ask(String method, int set, int choice) {
    code.callSelf(
        method,
        MethodTypeDesc.of(LONG, LONG, INT),
        () -> {
          code.builder.lload(set);
          code.constant(choice);
        });
    code.builder.lstore(set);
    leaveIfRefused();
  }

  private void values(Domain.OneOf domain, Scope scope, int answer, int choice) {
    List<Integer> slots = new ArrayList<>();
    for (Term value : domain.values()) {
      if (value.sort() instanceof Sort.ArrayOf
          || value.sort() instanceof Sort.Struct
          || value.sort() instanceof Sort.Memory) {
        throw new ModelError("choice among values with parts: " + code.place);
      }
      int slot = code.newLong();
      terms.push(value, scope);
      code.builder.lstore(slot);
      slots.add(slot);
    }
    code.callSelf("values", MethodTypeDesc.of(VOID), () -> {});
    for (int slot : slots) {
      code.callSelf("value", MethodTypeDesc.of(VOID, LONG), () -> code.builder.lload(slot));
    }
    calls("ask", MethodTypeDesc.of(LONG, INT), choice);
    code.builder.lstore(answer);
    leaveIfRefused();
  }

  private void leaveIfRefused() {
    code.callSelf("isRefused", MethodTypeDesc.of(ConstantDescs.CD_boolean), () -> {});
    code.builder.branch(Opcode.IFNE, refused);
  }

  private Binding binding(Statement.Pick s, int answer) {
    boolean isId =
        switch (s.domain()) {
          case Domain.ElementOf _ -> true;
          case Domain.SubsetOf _ -> false;
          case Domain.OneOf d -> d.values().getFirst().sort() instanceof Sort.Individual;
        };
    if (!isId) {
      return new Binding.Scalar(answer);
    }
    int id = code.newInt();
    code.builder.lload(answer).l2i().istore(id);
    return new Binding.Id(new Index.Variable(id));
  }

  @Override
  void either(Statement.Either s, Scope scope) {
    int count = s.alternatives().size();
    if (count == 0) {
      code.builder.goto_(blocked);
      return;
    }
    int choice = vocabulary.choices().indexOf(s.choice());
    code.callSelf(
        "alternative",
        MethodTypeDesc.of(LONG, INT, INT),
        () -> {
          code.constant(count);
          code.constant(choice);
        });
    int answer = code.newInt();
    code.builder.l2i().istore(answer);
    leaveIfRefused();
    Label join = code.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      cases.add(SwitchCase.of(at, code.newLabel()));
    }
    code.builder.iload(answer).tableswitch(blocked, cases);
    for (int at = 0; at < count; at++) {
      code.builder.labelBinding(cases.get(at).target());
      inline(s.alternatives().get(at).body(), scope);
      if (!s.alternatives().get(at).body().transfers()) {
        code.builder.goto_(join);
      }
    }
    code.builder.labelBinding(join);
  }
}
