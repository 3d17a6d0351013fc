package psyscall.model.compile;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.model.behavior.StepVocabulary;
import psyscall.model.emit.Code;
import psyscall.model.emit.Dispatch;
import psyscall.model.emit.Leaves;
import psyscall.model.emit.LocalReaders;
import psyscall.model.layout.Layout;
import psyscall.model.packed.Stepper;
import psyscall.spec.term.Term;

/// The generated class that takes single steps: a method for each rule and actor, one that goes on
/// by the number of the move, one for each condition.
final class StepperClass {
  private static final int PUBLIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL;

  /// About how large a call is that hands the parameters on.
  private static final int BYTECODES_PER_CALL = 8;

  private static final ClassDesc SELF = ClassDesc.of("psyscall.model.compile.GeneratedStepper");
  private static final ClassDesc SUPER = Stepper.class.describeConstable().orElseThrow();

  private final Layout layout;
  private final StepVocabulary vocabulary;
  private final List<Origin> origins;
  private final List<Term> conditions;
  private final List<Term> steps;

  StepperClass(
      Layout layout,
      StepVocabulary vocabulary,
      List<Origin> origins,
      List<Term> conditions,
      List<Term> steps) {
    this.layout = layout;
    this.vocabulary = vocabulary;
    this.origins = origins;
    this.conditions = conditions;
    this.steps = steps;
  }

  /// The class file. Methods may be too large for HotSpot to compile: such a rule is slower than
  /// others, and still much faster than an interpreted one.
  ///
  /// @throws IllegalArgumentException if a method has more bytecodes than a class file allows, or
  ///   all of them more constants than a class has room for
  Generation.Generated generate() {
    Generation generation = new Generation(SELF, SUPER, layout, origins);
    return generation.generateLarge(to -> emit(generation, to));
  }

  private void emit(Generation generation, ClassBuilder to) {
    Leaves leaves = new Leaves(layout);
    LocalReaders locals = new LocalReaders(layout, leaves);
    StatementEmitter.Tables tables =
        new StatementEmitter.Tables(layout, leaves, new Frames(layout));
    Code.Methods methods = generation.methods(to);
    SortedMap<Integer, Integer> moves = new TreeMap<>();
    for (int move = 0; move < origins.size(); move++) {
      Origin origin = origins.get(move);
      moves.put(move, move);
      methods.add(
          new Code.Method("rule" + move, StepEmitter.TYPE),
          Generation.placeOf(origin),
          code -> new StepEmitter(tables, vocabulary, origin, code).emit());
    }
    Dispatch.emit(
        generation.methods(to, PUBLIC),
        new Code.Method("execute", StepEmitter.TYPE.insertParameterTypes(0, ConstantDescs.CD_int)),
        "execute",
        new Dispatch.Cases<>(
            moves,
            code -> code.builder.iload(1),
            StepperClass::pass,
            _ -> BYTECODES_PER_CALL,
            code -> code.fault("move that there is not")));
    ConditionMethods judging = new ConditionMethods(layout, leaves, locals);
    judging.emit(methods, generation.methods(to, PUBLIC), conditions, steps);
    for (int done = 0; done < locals.all().size(); done++) {
      locals.emit(locals.all().get(done), methods);
    }
  }

  private static void pass(Code code, int move) {
    MethodTypeDesc type = StepEmitter.TYPE;
    code.callSelf("rule" + move, type, () -> Dispatch.passOn(code, type, 2));
    code.builder.ireturn();
  }
}
