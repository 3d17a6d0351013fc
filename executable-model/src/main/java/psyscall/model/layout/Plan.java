package psyscall.model.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import psyscall.model.behavior.World;
import psyscall.spec.rule.Specification;

/// The choice of how to cut the records: narrow segments fit side by side in a word, wide ones are
/// fewer.
///
/// @param cuts how each group is cut
/// @param placement where the segments are
record Plan(List<Cut> cuts, Placement placement) {
  /// Narrower segments than this many beyond the least number are not tried.
  private static final int SPARE_SEGMENTS = 3;

  Plan {
    cuts = List.copyOf(cuts);
  }

  /// The best plan that is found by changing the cut of one group at a time until nothing is
  /// gained.
  static Plan of(
      List<Group> groups, Specification specification, Occupancy occupancy, World world) {
    List<List<Cut>> choices =
        groups.stream().map(g -> choices(g, specification, occupancy, world)).toList();
    List<Cut> start = choices.stream().map(List::getFirst).toList();
    Plan best = new Plan(start, Placement.of(start));
    boolean gained = true;
    while (gained) {
      gained = false;
      for (int group = 0; group < groups.size(); group++) {
        for (Cut cut : choices.get(group)) {
          Plan other = best.with(group, cut);
          if (Placement.best().compare(other.placement(), best.placement()) < 0) {
            best = other;
            gained = true;
          }
        }
      }
    }
    return best;
  }

  private Plan with(int group, Cut cut) {
    List<Cut> changed = new ArrayList<>(cuts);
    changed.set(group, cut);
    return new Plan(changed, Placement.of(changed));
  }

  /// All different ways to cut a group by a limit on the segments' width; first the widest with
  /// which all copies of a segment fit in one word.
  private static List<Cut> choices(
      Group group, Specification specification, Occupancy occupancy, World world) {
    List<Cut> choices = new ArrayList<>();
    Set<List<Integer>> seen = new HashSet<>();
    int fewest = Cut.of(group, Long.SIZE, specification, occupancy, world).widths().size();
    int side = Math.max(1, Long.SIZE / Math.max(1, group.copies()));
    IntStream.concat(IntStream.of(side), IntStream.iterate(Long.SIZE, c -> c > 0, c -> c - 1))
        .mapToObj(capacity -> Cut.of(group, capacity, specification, occupancy, world))
        .filter(cut -> seen.add(cut.widths()))
        .filter(cut -> choices.isEmpty() || cut.widths().size() <= fewest + SPARE_SEGMENTS)
        .forEach(choices::add);
    return choices;
  }
}
