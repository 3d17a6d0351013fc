package psyscall.model.emit;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import psyscall.model.interpret.ModelError;
import psyscall.model.packed.PackedMemory;
import psyscall.spec.term.Check;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// Code that computes memories: each is evaluated into a region of the scratch (see
/// [PackedMemory]).
public final class MemoryEmitter {
  private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();

  private final Code code;
  private final TermEmitter terms;

  public MemoryEmitter(Code code, TermEmitter terms) {
    this.code = code;
    this.terms = terms;
  }

  /// Evaluates a memory.
  ///
  /// @param path the way from the term's value to the memory
  /// @return a region of its own
  public int evaluate(Term term, Scope scope, Path path) {
    int region = code.newRegion();
    evaluate(term, scope, path, region);
    return region;
  }

  private void evaluate(Term term, Scope scope, Path path, int region) {
    switch (term) {
      case Term.Empty _ -> clear(region);
      case Term.Read t -> terms.view().spill(t.variable(), path, region);
      case Term.Reference t -> copy(scope.of(t.bound()), Path.HERE, path, region);
      case Term.Select t -> {
        Index index = terms.index(t.index(), scope);
        evaluate(t.array(), scope, path.after(new Path.Entry(index)), region);
      }
      case Term.FieldOf t ->
          evaluate(t.struct(), scope, path.after(new Path.Part(TermEmitter.field(t))), region);
      case Term.IfElse t ->
          terms.choose(
              other -> terms.jump(t.condition(), scope, false, other),
              () -> evaluate(t.then(), scope, path, region),
              () -> evaluate(t.otherwise(), scope, path, region));
      case Term.Match t -> {
        Index id = terms.popOptional(t.optional(), scope);
        Scope inner = scope.with(t.bound(), new Binding.Id(id));
        terms.choose(
            other -> terms.jumpIfNil(id, other),
            () -> evaluate(t.some(), inner, path, region),
            () -> evaluate(t.none(), scope, path, region));
      }
      case Term.With t -> {
        Index index = terms.index(t.index(), scope);
        terms.choose(
            other -> code.jumpIfDifferent(index, path.index(), other),
            () -> evaluate(t.element(), scope, path.rest(), region),
            () -> evaluate(t.array(), scope, path, region));
      }
      case Term.Each t -> {
        Scope inner = scope.with(t.bound(), new Binding.Id(path.index()));
        evaluate(t.element(), inner, path.rest(), region);
      }
      case Term.StructOf t -> evaluate(t.fields().get(path.field()), scope, path.rest(), region);
      case Term.WithField t -> {
        if (Check.struct(t).position(t.field()) == path.field()) {
          evaluate(t.value(), scope, path.rest(), region);
        } else {
          evaluate(t.struct(), scope, path, region);
        }
      }
      case WordTerm.Store t -> {
        evaluate(t.memory(), scope, path, region);
        store(t, scope, region);
      }
      case Term.Next t -> terms.next(t).memories().evaluate(t.operand(), scope, path, region);
      case Term other ->
          throw new ModelError("memory that cannot be compiled: term=" + other + "; " + code.place);
    }
  }

  private void clear(int region) {
    code.pushScratch();
    code.constant(region);
    code.constant(code.cells());
    code.call(
        PackedMemory.class,
        "clear",
        MethodTypeDesc.of(
            ConstantDescs.CD_void, LONGS, ConstantDescs.CD_int, ConstantDescs.CD_int));
  }

  /// Copies what a variable is bound to, or a part of that.
  ///
  /// @param known the beginning of the way, without variables
  /// @param rest what is left of the way
  private void copy(Binding from, Path known, Path rest, int to) {
    switch (from) {
      case Binding.Memory memory -> copy(memory.region(), to);
      case Binding.Parts parts ->
          terms.part(parts, known, rest, part -> copy(part, Path.HERE, Path.HERE, to));
      case Binding.Id _, Binding.Scalar _ ->
          throw new IllegalStateException("scalar where a memory is: " + code.place);
    }
  }

  private void copy(int from, int to) {
    code.pushScratch();
    code.constant(from);
    code.pushScratch();
    code.constant(to);
    code.constant(2 * code.cells());
    code.builder.invokestatic(
        ClassDesc.of("java.lang.System"),
        "arraycopy",
        MethodTypeDesc.of(
            ConstantDescs.CD_void,
            ConstantDescs.CD_Object,
            ConstantDescs.CD_int,
            ConstantDescs.CD_Object,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int));
  }

  private void store(WordTerm.Store t, Scope scope, int region) {
    code.pushScratch();
    code.constant(region);
    code.constant(code.cells());
    terms.push(t.address(), scope);
    code.constant(Check.bits(t.word()).width() / Byte.SIZE);
    terms.push(t.word(), scope);
    code.call(
        PackedMemory.class,
        "store",
        MethodTypeDesc.of(
            ConstantDescs.CD_void,
            LONGS,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_long,
            ConstantDescs.CD_int,
            ConstantDescs.CD_long));
  }

  /// Pushes the word that a load gives.
  public void load(WordTerm.Load t, Scope scope) {
    int region = evaluate(t.memory(), scope, Path.HERE);
    code.pushScratch();
    code.constant(region);
    code.constant(code.cells());
    terms.push(t.address(), scope);
    code.constant(t.bytes());
    code.call(
        PackedMemory.class,
        "load",
        MethodTypeDesc.of(
            ConstantDescs.CD_long,
            LONGS,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_long,
            ConstantDescs.CD_int));
  }

  /// Pushes, as an int, whether two memories are the same.
  public void same(Term.Same t, Scope scope, Path path) {
    int left = evaluate(t.left(), scope, path);
    int right = evaluate(t.right(), scope, path);
    code.pushScratch();
    code.constant(left);
    code.constant(right);
    code.constant(code.cells());
    code.call(
        PackedMemory.class,
        "same",
        MethodTypeDesc.of(
            ConstantDescs.CD_boolean,
            LONGS,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int));
  }
}
