package psyscall.model.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import psyscall.model.behavior.World;
import psyscall.model.packed.Faults;
import psyscall.spec.term.Sort;

/// One method of the generated class while it is written: the instructions that all emitters share.
///
/// Scalars are longs on the operand stack; ids that index something are ints in local variables.
public final class Code {
  private static final ClassDesc FAULTS = Faults.class.describeConstable().orElseThrow();
  private static final ClassDesc ERROR = ClassDesc.of("psyscall.model.interpret.ModelError");
  private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();

  /// The instructions so far.
  public final CodeBuilder builder;

  /// How many individuals there are.
  public final World world;

  /// Who is described by the method: for errors.
  public final String place;

  private final ClassDesc self;
  private final int cells;
  private int region;
  private final List<Integer> longs = new ArrayList<>();
  private final List<Integer> ints = new ArrayList<>();

  /// How a method is called.
  ///
  /// @param name its name, which no other method has
  /// @param type its parameters and what it returns
  public record Method(String name, MethodTypeDesc type) {}

  /// Where methods of the generated class are written to.
  @FunctionalInterface
  public interface Methods {
    /// Writes a method.
    ///
    /// @param method how it is called
    /// @param place who is described by it: for errors
    /// @param body writes its code; may run twice, since the builder begins again where a jump
    ///   turns out to be long
    void add(Method method, String place, Consumer<Code> body);
  }

  /// @param self the class that is generated
  /// @param cells how many pairs a memory has room for
  public Code(CodeBuilder builder, World world, String place, ClassDesc self, int cells) {
    this.builder = builder;
    this.world = world;
    this.place = place;
    this.self = self;
    this.cells = cells;
  }

  public int newLong() {
    int slot = builder.allocateLocal(TypeKind.LONG);
    longs.add(slot);
    return slot;
  }

  public int newInt() {
    int slot = builder.allocateLocal(TypeKind.INT);
    ints.add(slot);
    return slot;
  }

  /// Sets all local variables of the method so far to zero.
  public void clearVariables() {
    longs.forEach(slot -> builder.lconst_0().lstore(slot));
    ints.forEach(slot -> builder.iconst_0().istore(slot));
  }

  public Label newLabel() {
    return builder.newLabel();
  }

  /// A region of the scratch that no other memory of this method uses.
  public int newRegion() {
    int mine = region;
    region += 2 * cells;
    return mine;
  }

  /// How many words of scratch the method uses.
  public int scratchWords() {
    return region;
  }

  public int cells() {
    return cells;
  }

  public void constant(long value) {
    builder.loadConstant(value);
  }

  public void constant(int value) {
    builder.loadConstant(value);
  }

  /// Pushes an individual as an int.
  public void push(Index index) {
    switch (index) {
      case Index.Known known -> constant(known.id());
      case Index.Variable variable -> builder.iload(variable.slot());
    }
  }

  /// Pushes an individual as a scalar.
  public void pushId(Index index) {
    switch (index) {
      case Index.Known known -> constant((long) known.id());
      case Index.Variable variable -> builder.iload(variable.slot()).i2l();
    }
  }

  /// Takes the scalar on the stack as an individual.
  public Index popId() {
    int slot = newInt();
    builder.l2i().istore(slot);
    return new Index.Variable(slot);
  }

  /// Takes the bits of a slot out of the word on the stack.
  ///
  /// @param bias what the bits are short of the value
  public void extract(int shift, int width, long bias) {
    if (shift > 0) {
      constant(shift);
      builder.lushr();
    }
    mask(shift, width, bias);
  }

  /// Keeps the low bits of the word on the stack, which was shifted by `shift`, and adds the bias.
  public void mask(int shift, int width, long bias) {
    if (shift + width < Long.SIZE) {
      constant((1L << width) - 1);
      builder.land();
    }
    if (bias != 0) {
      constant(bias);
      builder.ladd();
    }
  }

  /// Keeps the low bits of the word on the stack.
  public void truncate(int width) {
    if (width < Long.SIZE) {
      constant((1L << width) - 1);
      builder.land();
    }
  }

  /// Throws a mistake of the specification.
  public void fault(String what) {
    builder
        .loadConstant(what + "; " + place)
        .invokestatic(FAULTS, "of", MethodTypeDesc.of(ERROR, ConstantDescs.CD_String))
        .athrow();
  }

  /// Jumps by the comparison of two scalars on the stack.
  public void jumpIfEqual(boolean sense, Label target) {
    builder.lcmp();
    if (sense) {
      builder.ifeq(target);
    } else {
      builder.ifne(target);
    }
  }

  /// Jumps by the truth on the stack.
  public void jumpIfTrue(boolean sense, Label target) {
    builder.l2i();
    if (sense) {
      builder.ifne(target);
    } else {
      builder.ifeq(target);
    }
  }

  /// Jumps if two individuals are not the same.
  public void jumpIfDifferent(Index one, Index other, Label target) {
    push(one);
    push(other);
    builder.if_icmpne(target);
  }

  /// Runs a body for each individual of a sort.
  public void forEach(Sort.Individual sort, Consumer<Index> body) {
    int slot = newInt();
    Label top = newLabel();
    Label done = newLabel();
    builder.iconst_0().istore(slot).labelBinding(top).iload(slot);
    constant(world.size(sort));
    builder.if_icmpge(done);
    body.accept(new Index.Variable(slot));
    builder.iinc(slot, 1).goto_(top).labelBinding(done);
  }

  /// Runs one of several bodies, by an individual that is known only when the code runs.
  public void dispatch(Index.Variable index, int individuals, IntConsumer body) {
    Label end = newLabel();
    for (int id = 0; id < individuals - 1; id++) {
      Label next = newLabel();
      builder.iload(index.slot());
      constant(id);
      builder.if_icmpne(next);
      body.accept(id);
      builder.goto_(end).labelBinding(next);
    }
    body.accept(individuals - 1);
    builder.labelBinding(end);
  }

  /// Calls a static method of a class of this package.
  public void call(Class<?> in, String name, MethodTypeDesc type) {
    builder.invokestatic(in.describeConstable().orElseThrow(), name, type);
  }

  /// Calls an instance method of the generated class; the object is not yet on the stack.
  public void callSelf(String name, MethodTypeDesc type, Runnable arguments) {
    builder.aload(0);
    arguments.run();
    builder.invokevirtual(self, name, type);
  }

  public void pushScratch() {
    builder.aload(0).getfield(self, "scratch", LONGS);
  }
}
