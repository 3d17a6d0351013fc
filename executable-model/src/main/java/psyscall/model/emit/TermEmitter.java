package psyscall.model.emit;

import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import psyscall.model.interpret.ModelError;
import psyscall.model.packed.PackedQueue;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// Code that computes terms: scalars, sets and queues as longs on the operand stack.
///
/// A value with parts is never built: what is asked for is one of its scalar parts, by the path to
/// it, and the term is followed inwards.
public final class TermEmitter {
  private static final MethodTypeDesc LONG_LONG_TO_LONG =
      MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long, ConstantDescs.CD_long);

  private final Code code;
  private final StateView view;
  private final Optional<StateView> after;
  private final Optional<Self> self;
  private final TruthEmitter truth;
  private final CollectionEmitter collections;
  private final WordEmitter words;
  private final MemoryEmitter memories;

  /// Who takes the step.
  ///
  /// @param sort of which id sort
  /// @param id which individual
  public record Self(Sort.Individual sort, int id) {}

  /// @param view the state that terms speak of
  /// @param after the state after the step, for terms that speak of it
  /// @param self who takes the step; empty for a single process and outside processes
  public TermEmitter(Code code, StateView view, Optional<StateView> after, Optional<Self> self) {
    this.code = code;
    this.view = view;
    this.after = after;
    this.self = self;
    this.truth = new TruthEmitter(code, this);
    this.collections = new CollectionEmitter(code, this);
    this.words = new WordEmitter(code, this);
    this.memories = new MemoryEmitter(code, this);
  }

  public StateView view() {
    return view;
  }

  public MemoryEmitter memories() {
    return memories;
  }

  /// Jumps if the condition is as wanted.
  public void jump(Term condition, Scope scope, boolean sense, Label target) {
    truth.jump(condition, scope, sense, target);
  }

  /// Pushes a scalar.
  public void push(Term term, Scope scope) {
    push(term, scope, Path.HERE);
  }

  /// Pushes a scalar part of a value.
  public void push(Term term, Scope scope, Path path) {
    switch (term) {
      case Term.Literal t -> code.constant(t.value());
      case Term.Empty t -> code.constant(t.sort() instanceof Sort.Queue ? PackedQueue.EMPTY : 0L);
      case Term.Read t -> view.read(t.variable(), path);
      case Term.Reference t -> push(scope.of(t.bound()), path);
      case Term.Self t -> pushSelf(t.sort());
      case Term.SelfOrNil t -> code.constant((long) selfOrNil(t.of()));
      case Term.Select t -> {
        Index index = index(t.index(), scope);
        push(t.array(), scope, path.after(new Path.Entry(index)));
      }
      case Term.FieldOf t -> push(t.struct(), scope, path.after(new Path.Part(field(t))));
      case Term.Known t -> push(t.id(), scope);
      case Term.The t -> the(t, scope);
      case Term.IfElse t ->
          choose(
              target -> jump(t.condition(), scope, false, target),
              () -> push(t.then(), scope, path),
              () -> push(t.otherwise(), scope, path));
      case Term.Match t -> {
        Index id = popOptional(t.optional(), scope);
        choose(
            target -> jumpIfNil(id, target),
            () -> push(t.some(), scope.with(t.bound(), new Binding.Id(id)), path),
            () -> push(t.none(), scope, path));
      }
      case Term.With t -> {
        Index index = index(t.index(), scope);
        choose(
            target -> code.jumpIfDifferent(index, path.index(), target),
            () -> push(t.element(), scope, path.rest()),
            () -> push(t.array(), scope, path));
      }
      case Term.Each t ->
          push(t.element(), scope.with(t.bound(), new Binding.Id(path.index())), path.rest());
      case Term.StructOf t -> push(t.fields().get(path.field()), scope, path.rest());
      case Term.WithField t -> {
        if (((Sort.Struct) t.sort()).position(t.field()) == path.field()) {
          push(t.value(), scope, path.rest());
        } else {
          push(t.struct(), scope, path);
        }
      }
      case Term.Arithmetic t -> arithmetic(t, scope);
      case Term.Not _, Term.And _, Term.Or _, Term.Same _, Term.Less _ -> truthValue(term, scope);
      case Term.ForAll _, Term.Exists _, WordTerm.WordLess _ -> truthValue(term, scope);
      case CollectionTerm.Member _ -> truthValue(term, scope);
      case CollectionTerm t -> collections.push(t, scope);
      case WordTerm t -> words.push(t, scope);
      case Term.Next t -> next(t).push(t.operand(), scope, path);
      case Term.StepOf _, Term.Local _ ->
          throw new ModelError("term that is gone before it is compiled: term=" + term);
    }
  }

  public static int field(Term.FieldOf t) {
    return Check.struct(t.struct()).position(t.field());
  }

  /// The emitter of terms about the state after the step.
  public TermEmitter next(Term.Next term) {
    StateView there =
        after.orElseThrow(() -> new ModelError("term outside a step property: term=" + term));
    return new TermEmitter(code, there, Optional.empty(), self);
  }

  private boolean isSelf(Sort.Individual sort) {
    return self.filter(mine -> mine.sort().equals(sort)).isPresent();
  }

  /// The individual that takes the step; a mistake, if it is met, where that is of another kind.
  private void pushSelf(Sort.Individual sort) {
    if (!isSelf(sort)) {
      code.fault("self in a process of another kind: sort=" + sort.name());
    }
    code.constant(self.map(Self::id).orElse(-1).longValue());
  }

  private int selfOrNil(Sort.Individual sort) {
    return self.filter(mine -> mine.sort().equals(sort)).map(Self::id).orElse(-1);
  }

  /// An individual to index with.
  public Index index(Term term, Scope scope) {
    return switch (term) {
      case Term.Literal t -> new Index.Known((int) t.value());
      case Term.Self t when isSelf(t.sort()) -> new Index.Known(self.orElseThrow().id());
      case Term.Reference t when scope.of(t.bound()) instanceof Binding.Id id -> id.index();
      case Term other -> {
        push(other, scope);
        yield code.popId();
      }
    };
  }

  /// Computes an optional id into a variable of type int; −1 is nil.
  public Index popOptional(Term optional, Scope scope) {
    push(optional, scope);
    return code.popId();
  }

  public void jumpIfNil(Index id, Label target) {
    code.push(id);
    code.builder.iflt(target);
  }

  /// One of two values: `test` jumps to its label if the second is meant.
  public void choose(Consumer<Label> test, Runnable first, Runnable second) {
    Label other = code.newLabel();
    Label end = code.newLabel();
    test.accept(other);
    first.run();
    code.builder.goto_(end).labelBinding(other);
    second.run();
    code.builder.labelBinding(end);
  }

  private void the(Term.The t, Scope scope) {
    Label known = code.newLabel();
    push(t.optional(), scope);
    code.builder.dup2().lconst_0().lcmp().ifge(known);
    code.fault("nil where an id must be");
    code.builder.labelBinding(known);
  }

  private void arithmetic(Term.Arithmetic t, Scope scope) {
    push(t.left(), scope);
    push(t.right(), scope);
    switch (t.operator()) {
      case PLUS -> code.builder.ladd();
      case MINUS -> code.builder.lsub();
      case DIVIDE -> code.call(Math.class, "floorDiv", LONG_LONG_TO_LONG);
    }
  }

  private void truthValue(Term term, Scope scope) {
    choose(
        target -> jump(term, scope, false, target),
        () -> code.builder.lconst_1(),
        () -> code.builder.lconst_0());
  }

  private void push(Binding binding, Path path) {
    switch (binding) {
      case Binding.Id id -> code.pushId(id.index());
      case Binding.Scalar scalar -> code.builder.lload(scalar.slot());
      case Binding.Parts parts -> part(parts, Path.HERE, path, part -> push(part, Path.HERE));
      case Binding.Memory _ -> throw new ModelError("memory where a scalar is: " + code.place);
    }
  }

  /// Goes on with a part of a value that was kept part by part.
  ///
  /// @param known the beginning of the way, without variables
  /// @param rest what is left of the way
  public void part(Binding.Parts parts, Path known, Path rest, Consumer<Binding> use) {
    if (rest.steps().isEmpty()) {
      Binding part = parts.parts().get(known);
      if (part == null) {
        throw new ModelError("value without such a part: path=" + known + "; " + code.place);
      }
      use.accept(part);
    } else if (rest.first() instanceof Path.Entry(Index.Variable index)) {
      code.dispatch(
          index,
          parts.entriesAt(known),
          id -> part(parts, known.then(new Path.Entry(new Index.Known(id))), rest.rest(), use));
    } else {
      part(parts, known.then(rest.first()), rest.rest(), use);
    }
  }

  /// Binds a variable to a value as it is now.
  public Scope bind(Bound bound, Term value, Scope scope) {
    return scope.with(bound, binding(value, scope));
  }

  private Binding binding(Term value, Scope scope) {
    return switch (value.sort()) {
      case Sort.Individual _ -> new Binding.Id(index(value, scope));
      case Sort.Memory _ -> new Binding.Memory(memories.evaluate(value, scope, Path.HERE));
      case Sort.ArrayOf _, Sort.Struct _ -> {
        Map<Path, Binding> parts = new LinkedHashMap<>();
        for (Path path : Path.all(value.sort(), code.world)) {
          parts.put(path, part(value, scope, path));
        }
        yield new Binding.Parts(parts);
      }
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Queue _,
          Sort.Bits _ ->
          part(value, scope, Path.HERE);
    };
  }

  private Binding part(Term value, Scope scope, Path path) {
    if (Path.sortAt(value.sort(), path) instanceof Sort.Memory) {
      return new Binding.Memory(memories.evaluate(value, scope, path));
    }
    push(value, scope, path);
    int slot = code.newLong();
    code.builder.lstore(slot);
    return new Binding.Scalar(slot);
  }
}
