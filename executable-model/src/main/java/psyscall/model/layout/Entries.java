package psyscall.model.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;

/// The individuals that index a leaf.
final class Entries {
  private Entries() {}

  /// All combinations of ids, in lexicographic order.
  static List<int[]> of(Leaf leaf, World world) {
    List<int[]> all = List.of(new int[0]);
    for (Sort.Individual sort : leaf.dims()) {
      List<int[]> longer = new ArrayList<>();
      for (int[] ids : all) {
        for (int id = 0; id < world.size(sort); id++) {
          int[] more = Arrays.copyOf(ids, ids.length + 1);
          more[ids.length] = id;
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }
}
