package psyscall.model.compile;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import psyscall.model.emit.ArrayView;
import psyscall.model.emit.Code;
import psyscall.model.emit.Dispatch;
import psyscall.model.emit.Leaves;
import psyscall.model.emit.LocalReaders;
import psyscall.model.layout.Layout;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;

/// The generated class: a method for each rule and actor, one that dispatches for each actor, one
/// for each condition.
final class ModelClass {
  private static final int PUBLIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL;

  /// About how large a call is that hands the parameters on.
  private static final int BYTECODES_PER_CALL = 13;

  /// How large it is to return the number of successors.
  private static final int BYTECODES_PER_RETURN = 3;

  private static final ClassDesc SELF = ClassDesc.of("psyscall.model.compile.GeneratedNextState");
  private static final ClassDesc SUPER = NextState.class.describeConstable().orElseThrow();
  private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
  private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
  private static final MethodTypeDesc STEPS =
      MethodTypeDesc.of(
          ConstantDescs.CD_int, LONGS, ConstantDescs.CD_int, LONGS, INTS, ConstantDescs.CD_int);

  private final Layout layout;
  private final Leaves leaves;
  private final List<Origin> origins;
  private final List<Term> conditions;
  private final List<Term> steps;
  private final LocalReaders locals;
  private final IdentityHashMap<Rule, Map<Long, Integer>> tags;
  private final Generation generation;

  ModelClass(Layout layout, List<Origin> origins, List<Term> conditions, List<Term> steps) {
    this.layout = layout;
    this.generation = new Generation(SELF, SUPER, layout, origins);
    this.leaves = new Leaves(layout);
    this.origins = origins;
    this.conditions = conditions;
    this.steps = steps;
    this.locals = new LocalReaders(layout, leaves);
    this.tags = tagsByRule();
  }

  /// The class file.
  ///
  /// @throws IllegalArgumentException if a method has more bytecodes than are compiled, or all of
  ///   them more constants than a class has room for
  Generation.Generated generate() {
    return generation.generate(this::emit);
  }

  private void emit(ClassBuilder to) {
    StatementEmitter.Tables tables = new StatementEmitter.Tables(layout, leaves, new Frames(layout));
    Code.Methods methods = generation.methods(to);
    for (int tag = 0; tag < origins.size(); tag++) {
      Origin origin = origins.get(tag);
      int mine = tag;
      methods.add(
          new Code.Method("rule" + tag, STEPS),
          Generation.placeOf(origin),
          code -> new RuleEmitter(tables, origin, mine, code).emit());
    }
    emitDispatch(to);
    ConditionMethods judging = new ConditionMethods(layout, leaves, locals);
    judging.emit(methods, generation.methods(to, PUBLIC), conditions, steps);
    for (int done = 0; done < locals.all().size(); done++) {
      locals.emit(locals.all().get(done), methods);
    }
  }

  /// `successors` asks each actor's method, which asks the rules at the actor's label.
  private void emitDispatch(ClassBuilder to) {
    List<String> actors = new ArrayList<>();
    for (Process process : layout.specification().processes()) {
      LocalReaders.individuals(layout, process)
          .forEach(
              self -> {
                String name = "actor" + actors.size();
                actors.add(name);
                emitActor(generation.methods(to), name, process, self);
              });
    }
    Leaf0 ending = slotReader(Specification.ENDING, -1);
    to.withMethodBody(
        "successors",
        MethodTypeDesc.of(ConstantDescs.CD_int, LONGS, ConstantDescs.CD_int, LONGS, INTS),
        PUBLIC,
        builder -> {
          Code code = new Code(builder, layout.world(), "", SELF, layout.memoryCells());
          Label running = builder.newLabel();
          ending.push(code);
          builder.lconst_0().lcmp().ifeq(running).iconst_0().ireturn().labelBinding(running);
          int count = code.newInt();
          builder.iconst_0().istore(count);
          for (String actor : actors) {
            call(builder, actor, count);
          }
          builder.iload(count).ireturn();
        });
  }

  /// Calls a method that adds steps; the count is in a variable.
  private static void call(CodeBuilder builder, String method, int count) {
    builder.aload(0).aload(1).iload(2).aload(3).aload(4).iload(count);
    builder.invokevirtual(SELF, method, STEPS).istore(count);
  }

  /// Pushes a shared scalar of the state in parameters 1 and 2.
  @FunctionalInterface
  private interface Leaf0 {
    void push(Code code);
  }

  private Leaf0 slotReader(String variable, int self) {
    int[] ids = self < 0 ? new int[0] : new int[] {self};
    return code ->
        new ArrayView(code, layout, leaves, 1, 2, locals)
            .read(
                layout.slot(leaves.of(layout.specification().variable(variable), List.of()), ids),
                0);
  }

  private void emitActor(Code.Methods to, String name, Process process, int self) {
    Specification specification = layout.specification();
    Map<String, List<Rule>> byLabel = specification.rulesByLabel(process.name());
    List<String> labels = specification.labels(process.name()).values();
    SortedMap<Integer, Integer> standing = new TreeMap<>();
    for (int at = 0; at < labels.size(); at++) {
      if (byLabel.containsKey(labels.get(at))) {
        standing.put(at, at);
      }
    }
    Function<Integer, List<Rule>> rulesAt =
        label -> byLabel.getOrDefault(labels.get(label), List.of());
    Leaf0 counter = slotReader(Specification.counterName(process.name()), self);
    Dispatch.emit(
        to,
        new Code.Method(name, STEPS),
        name,
        new Dispatch.Cases<>(
            standing,
            code -> {
              counter.push(code);
              code.builder.l2i();
            },
            (code, label) -> {
              for (Rule rule : rulesAt.apply(label)) {
                call(code.builder, "rule" + tagOf(rule, self), Emission.COUNT);
              }
              code.builder.iload(Emission.COUNT).ireturn();
            },
            label -> BYTECODES_PER_CALL * rulesAt.apply(label).size() + BYTECODES_PER_RETURN,
            code -> code.builder.iload(Emission.COUNT).ireturn()));
  }

  /// By object, since a rule holds its whole text and comparing two is slow.
  private IdentityHashMap<Rule, Map<Long, Integer>> tagsByRule() {
    IdentityHashMap<Rule, Map<Long, Integer>> byRule = new IdentityHashMap<>();
    for (int tag = 0; tag < origins.size(); tag++) {
      Origin origin = origins.get(tag);
      byRule.computeIfAbsent(origin.rule(), _ -> new HashMap<>()).put(origin.actor().self(), tag);
    }
    return byRule;
  }

  private int tagOf(Rule rule, long self) {
    return Objects.requireNonNull(Objects.requireNonNull(tags.get(rule)).get(self));
  }
}
