package psyscall.model.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;

/// The entries of leaves that are kept together.
///
/// @param world sizes of the id sorts
/// @param skipped how many of the outermost dimensions are not counted, 0 or 1: the record's own
record Parts(World world, int skipped) {

  /// How many entries a leaf has.
  int count(Leaf leaf) {
    int count = 1;
    for (Sort.Individual sort : leaf.dims().subList(skipped, leaf.dims().size())) {
      count *= world.size(sort);
    }
    return count;
  }

  /// How many bits an entry has.
  int width(Leaf leaf) {
    return Coding.width(leaf.sort(), world);
  }

  /// Which of the entries some ids mean.
  int index(Leaf leaf, int... ids) {
    if (ids.length != leaf.dims().size()) {
      throw new IllegalArgumentException(
          "ids of a part: name="
              + leaf.name()
              + ", wanted="
              + leaf.dims().size()
              + ", given="
              + ids.length);
    }
    int index = 0;
    for (int at = 0; at < ids.length; at++) {
      int size = world.size(leaf.dims().get(at));
      if (ids[at] < 0 || ids[at] >= size) {
        throw new IllegalArgumentException(
            "id of a part: name=" + leaf.name() + ", id=" + ids[at] + ", limit=0.." + (size - 1));
      }
      index = at < skipped ? index : index * size + ids[at];
    }
    return index;
  }

  /// The widths of all entries of some leaves, those of no bits left out.
  List<Integer> widths(List<Leaf> leaves) {
    List<Integer> widths = new ArrayList<>();
    for (Leaf leaf : leaves) {
      for (int entry = 0; entry < count(leaf) && width(leaf) > 0; entry++) {
        widths.add(width(leaf));
      }
    }
    return widths;
  }

  /// Gives the leaves their entries' places.
  ///
  /// @param placed one for each of [#widths]
  Map<Leaf, List<Piece>> divide(List<Leaf> leaves, List<Piece> placed) {
    Map<Leaf, List<Piece>> pieces = new HashMap<>();
    int next = 0;
    for (Leaf leaf : leaves) {
      List<Piece> mine = new ArrayList<>();
      for (int entry = 0; entry < count(leaf); entry++) {
        mine.add(width(leaf) == 0 ? Piece.EMPTY : placed.get(next++));
      }
      pieces.put(leaf, List.copyOf(mine));
    }
    return pieces;
  }
}
