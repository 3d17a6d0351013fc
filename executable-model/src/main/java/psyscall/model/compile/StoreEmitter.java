package psyscall.model.compile;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import psyscall.model.emit.Affine;
import psyscall.model.emit.Binding;
import psyscall.model.emit.Code;
import psyscall.model.emit.Ids;
import psyscall.model.emit.Index;
import psyscall.model.emit.Leaves;
import psyscall.model.emit.Path;
import psyscall.model.emit.Scope;
import psyscall.model.emit.StateView;
import psyscall.model.emit.TermEmitter;
import psyscall.model.interpret.ModelError;
import psyscall.model.layout.Coding;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.model.layout.Slot;
import psyscall.model.packed.PackedQueue;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Check;
import psyscall.spec.term.NumberBounds;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Code that stores values: into the words that a rule writes, or into its actor's locals.
final class StoreEmitter {
  private final Code code;
  private final RuleView view;
  private final TermEmitter terms;
  private final Layout layout;
  private final Leaves leaves;
  private final BrokenLimit brokenLimit;

  /// Writes the end of a step that broke a limit.
  @FunctionalInterface
  interface BrokenLimit {
    void end(Ending ending);
  }

  /// @param variable what is stored to
  /// @param path the way from its value to the part that is replaced
  private record Target(Var variable, Path path) {}

  StoreEmitter(
      RuleView view, TermEmitter terms, Layout layout, Leaves leaves, BrokenLimit brokenLimit) {
    this.code = view.code;
    this.view = view;
    this.terms = terms;
    this.layout = layout;
    this.leaves = leaves;
    this.brokenLimit = brokenLimit;
  }

  /// The variable that a place is a part of.
  static Var rootOf(Term place) {
    return switch (place) {
      case Term.Read read -> read.variable();
      case Term.Select select -> rootOf(select.array());
      case Term.FieldOf field -> rootOf(field.struct());
      case Term other -> throw new ModelError("not a place that can be stored to: term=" + other);
    };
  }

  /// Evaluates a value, checks its limits, then stores it.
  void assign(Statement.Assign s, Scope scope) {
    Sort sort = s.place().sort();
    Map<Path, Binding> parts = evaluate(sort, s.value(), scope);
    Target target = target(s.place(), scope, Path.HERE);
    parts.forEach((path, value) -> store(target, path, value, view::variableOf));
  }

  /// One assignment for all individuals at once: the new words are made beside the old ones.
  void bulk(Statement.Bulk s, Scope scope) {
    Var root = rootOf(s.place());
    if (Leaves.isLocal(root)) {
      throw new ModelError("bulk assignment to a local: name=" + root.name());
    }
    Map<Integer, Integer> fresh = new LinkedHashMap<>();
    for (int word : words(root)) {
      int slot = code.newLong();
      code.builder.lload(view.variableOf(word)).lstore(slot);
      fresh.put(word, slot);
    }
    code.forEach(
        Check.individual(s.bound().sort()),
        id -> {
          Scope inner = scope.with(s.bound(), new Binding.Id(id));
          Label out = code.newLabel();
          terms.jump(s.where(), inner, false, out);
          Map<Path, Binding> parts = evaluate(s.place().sort(), s.value(), inner);
          Target target = target(s.place(), inner, Path.HERE);
          parts.forEach((path, value) -> store(target, path, value, fresh::get));
          code.builder.labelBinding(out);
        });
    fresh.forEach((word, slot) -> code.builder.lload(slot).lstore(view.variableOf(word)));
  }

  /// The words in which a variable lies.
  List<Integer> words(Var variable) {
    List<Integer> words = new ArrayList<>();
    leaves
        .of(variable)
        .forEach(
            entry -> {
              Leaf leaf = entry.getValue();
              for (List<Integer> ids : Ids.all(leaf, layout.world())) {
                int first = layout.slot(leaf, ints(ids)).word();
                int count = leaf.sort() instanceof Sort.Memory ? 2 * code.cells() : 1;
                for (int word = first; word < first + count; word++) {
                  words.add(word);
                }
              }
            });
    return words.stream().distinct().sorted().toList();
  }

  private static int[] ints(List<Integer> ids) {
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  /// All parts of a value, checked against the limits of the place.
  private Map<Path, Binding> evaluate(Sort place, Term value, Scope scope) {
    Map<Path, Binding> parts = new LinkedHashMap<>();
    for (Path path : Path.all(place, code.world)) {
      Sort sort = Path.sortAt(place, path);
      if (sort instanceof Sort.Memory) {
        parts.put(path, new Binding.Memory(terms.memories().evaluate(value, scope, path)));
        continue;
      }
      terms.push(value, scope, path);
      int slot = code.newLong();
      code.builder.lstore(slot);
      if (!isSurelyWithin(sort, value, path)) {
        checkLimit(sort, slot);
      }
      parts.put(path, new Binding.Scalar(slot));
    }
    return parts;
  }

  private static boolean isSurelyWithin(Sort place, Term value, Path path) {
    return place instanceof Sort.Range range
        && NumberBounds.isWithin(range, NumberBounds.of(value, path.positions()));
  }

  /// Ends the run if the value does not fit.
  private void checkLimit(Sort place, int slot) {
    switch (place) {
      case Sort.Range range -> {
        Label broken = code.newLabel();
        Label fits = code.newLabel();
        code.builder.lload(slot);
        code.constant(range.low());
        code.builder.lcmp().iflt(broken).lload(slot);
        code.constant(range.high());
        code.builder.lcmp().ifle(fits).labelBinding(broken);
        brokenLimit.end(Ending.OUT_OF_RANGE);
        code.builder.labelBinding(fits);
      }
      case Sort.Queue queue -> {
        Label fits = code.newLabel();
        int elementBits = PackedQueue.elementBits(code.world.size(queue.of()));
        code.builder.lload(slot);
        code.constant(queue.capacity() * elementBits);
        code.builder.lushr().lconst_1().lcmp().ifle(fits);
        brokenLimit.end(Ending.QUEUE_FULL);
        code.builder.labelBinding(fits);
      }
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Bits _,
          Sort.Memory _,
          Sort.ArrayOf _,
          Sort.Struct _ -> {}
    }
  }

  private Target target(Term place, Scope scope, Path inner) {
    return switch (place) {
      case Term.Read read -> new Target(read.variable(), inner);
      case Term.Select select -> {
        Index index = terms.index(select.index(), scope);
        yield target(select.array(), scope, inner.after(new Path.Entry(index)));
      }
      case Term.FieldOf field ->
          target(field.struct(), scope, inner.after(new Path.Part(TermEmitter.field(field))));
      case Term other -> throw new ModelError("not a place that can be stored to: term=" + other);
    };
  }

  private void store(Target target, Path path, Binding value, IntUnaryOperator wordVariable) {
    Path whole = target.path();
    for (Path.Step step : path.steps()) {
      whole = whole.then(step);
    }
    Leaf leaf = leaves.of(target.variable(), whole.fields());
    store(leaf, whole.indexes(), value, wordVariable);
  }

  private void store(Leaf leaf, List<Index> ids, Binding value, IntUnaryOperator wordVariable) {
    OptionalInt dynamic = StateView.firstVariable(ids);
    switch (value) {
      case Binding.Scalar scalar when dynamic.isPresent() && !Leaves.isLocal(leaf.variable()) -> {
        Affine affine = Affine.of(layout, code.world, leaf, ids);
        if (affine.isPlain()) {
          storeAffine(affine, ids, leaf, scalar.slot(), wordVariable);
          return;
        }
      }
      case Binding.Scalar _, Binding.Memory _ -> {}
      case Binding.Id _, Binding.Parts _ ->
          throw new IllegalStateException("value in parts: value=" + value);
    }
    if (dynamic.isPresent()) {
      view.dispatch(
          leaf, ids, dynamic.getAsInt(), known -> store(leaf, known, value, wordVariable));
      return;
    }
    int[] known = StateView.known(ids);
    switch (value) {
      case Binding.Scalar scalar when Leaves.isLocal(leaf.variable()) ->
          code.builder.lload(scalar.slot()).lstore(localVariable(leaf, known));
      case Binding.Scalar scalar ->
          storeSlot(
              layout.slot(leaf, known), Coding.bias(leaf.sort()), scalar.slot(), wordVariable);
      case Binding.Memory memory ->
          unspill(memory.region(), layout.slot(leaf, known).word(), wordVariable);
      case Binding.Id _, Binding.Parts _ ->
          throw new IllegalStateException("value in parts: value=" + value);
    }
  }

  private int localVariable(Leaf leaf, int[] known) {
    List<Integer> ids = Arrays.stream(known).boxed().toList();
    return view.variableOf(new Frames.Element(leaf, ids))
        .orElseThrow(() -> new ModelError("local without a variable: " + leaf.variable().name()));
  }

  private void storeAffine(
      Affine affine, List<Index> ids, Leaf leaf, int slot, IntUnaryOperator wordVariable) {
    int word = wordVariable.applyAsInt(affine.word());
    int shift = code.newInt();
    affine.pushShift(code, ids);
    code.builder.istore(shift).lload(word);
    code.constant(new Slot(0, 0, affine.width()).mask());
    code.builder.iload(shift).lshl();
    code.constant(-1L);
    code.builder.lxor().land();
    pushStored(slot, Coding.bias(leaf.sort()));
    code.builder.iload(shift).lshl().lor().lstore(word);
  }

  private void storeSlot(Slot slot, long bias, int value, IntUnaryOperator wordVariable) {
    if (slot.width() == 0) {
      return;
    }
    int word = wordVariable.applyAsInt(slot.word());
    code.builder.lload(word);
    code.constant(~(slot.mask() << slot.shift()));
    code.builder.land();
    pushStored(value, bias);
    code.constant(slot.shift());
    code.builder.lshl().lor().lstore(word);
  }

  private void pushStored(int value, long bias) {
    code.builder.lload(value);
    if (bias != 0) {
      code.constant(bias);
      code.builder.lsub();
    }
  }

  private void unspill(int region, int first, IntUnaryOperator wordVariable) {
    for (int at = 0; at < 2 * code.cells(); at++) {
      code.pushScratch();
      code.constant(region + at);
      code.builder.laload().lstore(wordVariable.applyAsInt(first + at));
    }
  }
}
