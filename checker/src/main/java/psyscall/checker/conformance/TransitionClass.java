package psyscall.checker.conformance;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Generates the class of the events: for each event a method that asks its guards and one that
/// does what it does, and for each of the two one that chooses by the event's number.
final class TransitionClass {
  private static final ClassDesc SELF =
      ClassDesc.of("psyscall.checker.conformance.GeneratedTransition");
  private static final ClassDesc SUPER = Transition.class.describeConstable().orElseThrow();
  private static final ClassDesc ENTRIES = Entries.class.describeConstable().orElseThrow();
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final MethodTypeDesc ASK = MethodTypeDesc.of(INT, INT, INT, INT, INT);
  private static final MethodTypeDesc ACT =
      MethodTypeDesc.of(ConstantDescs.CD_void, INT, INT, INT, INT);
  private static final MethodTypeDesc NEW = MethodTypeDesc.of(ConstantDescs.CD_void, ENTRIES);

  private final Columns columns;
  private final List<EventForm> events;

  private TransitionClass(Columns columns, List<EventForm> events) {
    this.columns = columns;
    this.events = events;
  }

  /// The events over any world that has these columns.
  static Function<Entries, Transition> of(Columns columns, List<EventForm> events) {
    byte[] bytes = ClassFile.of().build(SELF, new TransitionClass(columns, events)::emit);
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
      MethodType type = MethodType.methodType(void.class, Entries.class);
      MethodHandle constructor = lookup.findConstructor(lookup.lookupClass(), type);
      return entries -> over(entries, constructor);
    } catch (ReflectiveOperationException e) {
      throw unusable(e);
    }
  }

  private static Transition over(Entries entries, MethodHandle constructor) {
    try {
      return (Transition) constructor.invoke(entries);
    } catch (Throwable e) {
      throw unusable(e);
    }
  }

  private static IllegalStateException unusable(Throwable cause) {
    return new IllegalStateException("generated class that cannot be used", cause);
  }

  private void emit(ClassBuilder to) {
    to.withSuperclass(SUPER);
    to.withFlags(ClassFile.ACC_FINAL);
    to.withMethodBody(
        ConstantDescs.INIT_NAME,
        NEW,
        0,
        body ->
            body.aload(0).aload(1).invokespecial(SUPER, ConstantDescs.INIT_NAME, NEW).return_());
    for (int at = 0; at < events.size(); at++) {
      EventForm event = events.get(at);
      method(to, "refusal" + at, ASK, event, TransitionClass::guards);
      method(to, "apply" + at, ACT, event, TransitionClass::effects);
    }
    dispatch(to, "refusal", ASK);
    dispatch(to, "apply", ACT);
  }

  private void method(
      ClassBuilder to,
      String name,
      MethodTypeDesc type,
      EventForm event,
      BiConsumer<FormCode, EventForm> body) {
    to.withMethodBody(
        name,
        type,
        ClassFile.ACC_PRIVATE,
        code -> body.accept(new FormCode(code, columns, event.slots()), event));
  }

  private static void guards(FormCode to, EventForm event) {
    CodeBuilder code = to.builder;
    event.names().forEach(to::name);
    for (int at = 0; at < event.guards().size(); at++) {
      Label holds = code.newLabel();
      to.jump(event.guards().get(at).claim(), holds, true);
      code.loadConstant(at + 1).ireturn().labelBinding(holds);
    }
    code.iconst_0().ireturn();
  }

  private static void effects(FormCode to, EventForm event) {
    event.names().forEach(to::name);
    to.effects(event.effects());
    to.builder.return_();
  }

  private void dispatch(ClassBuilder to, String name, MethodTypeDesc one) {
    boolean asks = one.equals(ASK);
    to.withMethodBody(
        name,
        one.insertParameterTypes(0, INT),
        ClassFile.ACC_PROTECTED | ClassFile.ACC_FINAL,
        code -> {
          Label unknown = code.newLabel();
          List<SwitchCase> cases = new ArrayList<>();
          for (int at = 0; at < events.size(); at++) {
            cases.add(SwitchCase.of(at, code.newLabel()));
          }
          code.iload(1).tableswitch(unknown, cases);
          for (int at = 0; at < events.size(); at++) {
            code.labelBinding(cases.get(at).target());
            code.aload(0).iload(2).iload(3).iload(4).iload(5);
            code.invokevirtual(SELF, name + at, one);
            if (asks) {
              code.ireturn();
            } else {
              code.return_();
            }
          }
          code.labelBinding(unknown);
          if (asks) {
            code.iconst_m1().ireturn();
          } else {
            code.return_();
          }
        });
  }
}
