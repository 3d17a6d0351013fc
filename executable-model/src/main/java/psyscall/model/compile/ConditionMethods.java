package psyscall.model.compile;

import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import psyscall.model.emit.ArrayView;
import psyscall.model.emit.Code;
import psyscall.model.emit.Dispatch;
import psyscall.model.emit.Leaves;
import psyscall.model.emit.LocalReaders;
import psyscall.model.emit.Scope;
import psyscall.model.emit.StateView;
import psyscall.model.emit.TermEmitter;
import psyscall.model.layout.Layout;
import psyscall.spec.term.Term;

/// The methods that judge: one for each condition, and for states and for steps one that calls them
/// by their numbers.
final class ConditionMethods {
  private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
  private static final MethodTypeDesc STATE =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, LONGS, ConstantDescs.CD_int);
  private static final MethodTypeDesc STEP =
      MethodTypeDesc.of(
          ConstantDescs.CD_boolean, LONGS, ConstantDescs.CD_int, LONGS, ConstantDescs.CD_int);

  /// How large the call of a step condition is, which has more parameters.
  private static final int BYTECODES_PER_CALL = 11;

  private final Layout layout;
  private final Leaves leaves;
  private final LocalReaders locals;

  ConditionMethods(Layout layout, Leaves leaves, LocalReaders locals) {
    this.layout = layout;
    this.leaves = leaves;
    this.locals = locals;
  }

  /// Writes them.
  ///
  /// @param inner gets those of single conditions
  /// @param outer gets those that call them, which others call
  /// @param ofStates conditions on one state
  /// @param ofSteps conditions on a step
  void emit(Code.Methods inner, Code.Methods outer, List<Term> ofStates, List<Term> ofSteps) {
    for (int at = 0; at < ofStates.size(); at++) {
      Term condition = ofStates.get(at);
      inner.add(
          new Code.Method("condition" + at, STATE),
          "condition=" + at,
          code -> truth(code, Optional.empty(), condition));
    }
    for (int at = 0; at < ofSteps.size(); at++) {
      Term condition = ofSteps.get(at);
      inner.add(
          new Code.Method("step" + at, STEP),
          "step condition=" + at,
          code -> truth(code, Optional.of(view(code, 3)), condition));
    }
    byNumber(outer, "holds", new Code.Method("condition", STATE), ofStates.size());
    byNumber(outer, "holdsOf", new Code.Method("step", STEP), ofSteps.size());
  }

  /// The state in two parameters, the array and where it begins.
  private StateView view(Code code, int parameter) {
    return new ArrayView(code, layout, leaves, parameter, parameter + 1, locals);
  }

  private void truth(Code code, Optional<StateView> after, Term condition) {
    TermEmitter terms = new TermEmitter(code, view(code, 1), after, Optional.empty());
    Label no = code.newLabel();
    terms.jump(condition, Scope.EMPTY, false, no);
    code.builder.iconst_1().ireturn().labelBinding(no).iconst_0().ireturn();
  }

  /// A method that calls one of several by the number in its first parameter.
  ///
  /// @param each how these are called, without their numbers
  private static void byNumber(Code.Methods to, String name, Code.Method each, int count) {
    SortedMap<Integer, Integer> numbers = new TreeMap<>();
    IntStream.range(0, count).forEach(number -> numbers.put(number, number));
    Dispatch.emit(
        to,
        new Code.Method(name, each.type().insertParameterTypes(0, ConstantDescs.CD_int)),
        name,
        new Dispatch.Cases<>(
            numbers,
            code -> code.builder.iload(1),
            (code, number) -> {
              String method = each.name() + number;
              code.callSelf(method, each.type(), () -> Dispatch.passOn(code, each.type(), 2));
              code.builder.ireturn();
            },
            _ -> BYTECODES_PER_CALL,
            code -> code.fault("number of a condition that was not compiled")));
  }
}
