package psyscall.model.emit;

import java.util.Arrays;
import java.util.List;
import psyscall.model.behavior.World;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.model.layout.Slot;

/// Where the entries of an array lie, as a function of the indexes that are known only when the
/// code runs: all in one word, at a shift that grows by a stride for each index, if that is so.
///
/// @param isPlain whether it is so; else the rest means nothing
/// @param word the word
/// @param shift where the entry for all zeros begins
/// @param strides by how much the shift grows, for each index; 0 for a known one
/// @param width how many bits an entry has
public record Affine(boolean isPlain, int word, int shift, List<Integer> strides, int width) {
  private static final Affine NOT = new Affine(false, 0, 0, List.of(), 0);

  public Affine {
    strides = List.copyOf(strides);
  }

  public static Affine of(Layout layout, World world, Leaf leaf, List<Index> ids) {
    int[] at = new int[ids.size()];
    int[] strides = new int[ids.size()];
    for (int d = 0; d < at.length; d++) {
      at[d] = ids.get(d) instanceof Index.Known known ? known.id() : 0;
    }
    Slot origin = layout.slot(leaf, at);
    for (int d = 0; d < at.length; d++) {
      if (ids.get(d) instanceof Index.Variable && world.size(leaf.dims().get(d)) > 1) {
        at[d] = 1;
        strides[d] = layout.slot(leaf, at).shift() - origin.shift();
        at[d] = 0;
      }
    }
    List<Integer> list = Arrays.stream(strides).boxed().toList();
    Affine guess = new Affine(true, origin.word(), origin.shift(), list, origin.width());
    return origin.width() > 0 && guess.agrees(layout, world, leaf, ids, at, 0) ? guess : NOT;
  }

  /// Tries all individuals, from the index at `d` on.
  private boolean agrees(Layout layout, World world, Leaf leaf, List<Index> ids, int[] at, int d) {
    if (d == at.length) {
      Slot slot = layout.slot(leaf, at);
      return slot.word() == word && slot.shift() == shiftAt(ids, at);
    }
    if (ids.get(d) instanceof Index.Known) {
      return agrees(layout, world, leaf, ids, at, d + 1);
    }
    boolean agrees = true;
    for (int id = 0; id < world.size(leaf.dims().get(d)); id++) {
      at[d] = id;
      agrees &= agrees(layout, world, leaf, ids, at, d + 1);
    }
    at[d] = 0;
    return agrees;
  }

  private int shiftAt(List<Index> ids, int[] at) {
    int sum = shift;
    for (int d = 0; d < at.length; d++) {
      if (ids.get(d) instanceof Index.Variable) {
        sum += strides.get(d) * at[d];
      }
    }
    return sum;
  }

  /// Pushes the shift as an int.
  public void pushShift(Code code, List<Index> ids) {
    code.constant(shift);
    for (int d = 0; d < ids.size(); d++) {
      if (ids.get(d) instanceof Index.Variable variable && strides.get(d) != 0) {
        code.builder.iload(variable.slot());
        if (strides.get(d) != 1) {
          code.constant((int) strides.get(d));
          code.builder.imul();
        }
        code.builder.iadd();
      }
    }
  }
}
