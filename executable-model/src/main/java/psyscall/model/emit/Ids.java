package psyscall.model.emit;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.behavior.World;
import psyscall.model.layout.Leaf;
import psyscall.spec.term.Sort;

/// The individuals that index a leaf.
public final class Ids {
  private Ids() {}

  /// All combinations, in lexicographic order.
  public static List<List<Integer>> all(Leaf leaf, World world) {
    List<List<Integer>> all = List.of(List.of());
    for (Sort.Individual sort : leaf.dims()) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> ids : all) {
        for (int id = 0; id < world.size(sort); id++) {
          List<Integer> more = new ArrayList<>(ids);
          more.add(id);
          longer.add(List.copyOf(more));
        }
      }
      all = longer;
    }
    return all;
  }
}
