package psyscall.checker.reduction;

import java.util.List;
import psyscall.model.layout.Slot;

/// An array that lies inside a record, or inside what is shared: its cells are in the order of its
/// individuals, so a permutation moves them.
final class CellBlock {
  final Meaning meaning;

  /// The individual whose it is, or [Link#NOBODY].
  final int source;

  /// How far in the table the same array of the next individual is.
  final int step;

  final long salt;

  /// How many individuals index a cell.
  final int depth;

  /// The numbers of those of each cell, and where each dimension begins and how far apart its
  /// entries are.
  private final int[] ids;

  private final int[] first;
  private final int[] stride;
  private final int[] word;
  private final int[] shift;
  private final long mask;

  /// @param axes for each dimension the number of its individual 0 and how many there are
  /// @param slots one for each cell, the last dimension changes quickest
  CellBlock(Meaning meaning, int source, int step, long salt, int[][] axes, List<Slot> slots) {
    this.meaning = meaning;
    this.source = source;
    this.step = step;
    this.salt = salt;
    depth = axes.length;
    first = new int[depth];
    stride = new int[depth];
    int next = 1;
    for (int dimension = depth - 1; dimension >= 0; dimension--) {
      first[dimension] = axes[dimension][0];
      stride[dimension] = next;
      next *= axes[dimension][1];
    }
    word = slots.stream().mapToInt(Slot::word).toArray();
    shift = slots.stream().mapToInt(Slot::shift).toArray();
    mask = slots.isEmpty() ? 0 : slots.getFirst().mask();
    ids = new int[slots.size() * depth];
    for (int at = 0; at < ids.length; at++) {
      int dimension = at % depth;
      int size = axes[dimension][1];
      ids[at] = first[dimension] + at / depth / stride[dimension] % size;
    }
  }

  int cells() {
    return word.length;
  }

  /// The individual that indexes a cell in a dimension.
  int id(int cell, int dimension) {
    return ids[cell * depth + dimension];
  }

  long read(int cell, long[] states, int at) {
    return states[at + word[cell]] >>> shift[cell] & mask;
  }

  /// Where a cell comes to be in the array.
  private int moved(int cell, int[] renamed) {
    int to = 0;
    for (int dimension = 0; dimension < depth; dimension++) {
      to += (renamed[id(cell, dimension)] - first[dimension]) * stride[dimension];
    }
    return to;
  }

  /// Puts the cells right after the records have moved: whole, so that each cell of the individual
  /// that this array has come to belong to holds what was at the same place in this one.
  ///
  /// @param place this array in the record that it has moved to
  void move(long[] states, int at, int[] renamed, CellBlock place, long[] result) {
    for (int cell = 0; cell < word.length; cell++) {
      long bits = read(cell, states, at);
      int to = moved(cell, renamed);
      long wanted = meaning.isNeutral(bits) ? bits : meaning.rename(bits, renamed);
      result[place.word[to]] ^= (wanted ^ read(to, states, at)) << place.shift[to];
    }
  }
}
