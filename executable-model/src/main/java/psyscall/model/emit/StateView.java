package psyscall.model.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import psyscall.model.layout.Coding;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.model.layout.Slot;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// How compiled code reads a packed state.
public abstract class StateView {
  /// Where the code goes.
  public final Code code;

  /// Where the values are.
  public final Layout layout;

  private final Leaves leaves;

  public StateView(Code code, Layout layout, Leaves leaves) {
    this.code = code;
    this.layout = layout;
    this.leaves = leaves;
  }

  /// Pushes a word of the state.
  public abstract void word(int word);

  /// Pushes the value of a part of a local.
  public abstract void readLocal(Leaf leaf, List<Index> ids);

  /// Pushes the value of a scalar part of a variable.
  public void read(Var variable, Path path) {
    Leaf leaf = leaves.of(variable, path.fields());
    if (leaves.isConstant(variable)) {
      code.constant(Defaults.of(leaf.sort()));
    } else if (Leaves.isLocal(variable)) {
      readLocal(leaf, path.indexes());
    } else {
      readShared(leaf, path.indexes());
    }
  }

  /// Copies a memory into a region of the scratch.
  public void spill(Var variable, Path path, int region) {
    spill(leaves.of(variable, path.fields()), path.indexes(), region);
  }

  private void spill(Leaf leaf, List<Index> ids, int region) {
    OptionalInt dynamic = firstVariable(ids);
    if (dynamic.isPresent()) {
      dispatch(leaf, ids, dynamic.getAsInt(), known -> spill(leaf, known, region));
      return;
    }
    int first = layout.slot(leaf, known(ids)).word();
    for (int at = 0; at < 2 * code.cells(); at++) {
      code.pushScratch();
      code.constant(region + at);
      word(first + at);
      code.builder.lastore();
    }
  }

  private void readShared(Leaf leaf, List<Index> ids) {
    OptionalInt dynamic = firstVariable(ids);
    if (dynamic.isEmpty()) {
      read(layout.slot(leaf, known(ids)), Coding.bias(leaf.sort()));
      return;
    }
    Affine affine = Affine.of(layout, code.world, leaf, ids);
    if (affine.isPlain()) {
      word(affine.word());
      affine.pushShift(code, ids);
      code.builder.lushr();
      code.mask(0, affine.width(), Coding.bias(leaf.sort()));
    } else {
      dispatch(leaf, ids, dynamic.getAsInt(), known -> readShared(leaf, known));
    }
  }

  /// Pushes what a slot holds.
  public void read(Slot slot, long bias) {
    if (slot.width() == 0) {
      code.constant(bias);
    } else {
      word(slot.word());
      code.extract(slot.shift(), slot.width(), bias);
    }
  }

  /// Goes on with each individual that the index at a position may be.
  public void dispatch(Leaf leaf, List<Index> ids, int position, Consumer<List<Index>> each) {
    Sort.Individual sort = leaf.dims().get(position);
    code.dispatch(
        (Index.Variable) ids.get(position),
        code.world.size(sort),
        id -> {
          List<Index> known = new ArrayList<>(ids);
          known.set(position, new Index.Known(id));
          each.accept(known);
        });
  }

  /// The first index that is known only when the code runs.
  public static OptionalInt firstVariable(List<Index> ids) {
    for (int at = 0; at < ids.size(); at++) {
      if (ids.get(at) instanceof Index.Variable) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  /// The individuals, all of which are known.
  public static int[] known(List<Index> ids) {
    return ids.stream()
        .mapToInt(
            index ->
                switch (index) {
                  case Index.Known known -> known.id();
                  case Index.Variable _ ->
                      throw new IllegalStateException("individual that is not known: " + index);
                })
        .toArray();
  }
}
