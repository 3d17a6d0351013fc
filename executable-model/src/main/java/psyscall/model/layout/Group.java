package psyscall.model.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.World;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;

/// What is cut into segments together: all that belongs to one individual of a sort, or, without a
/// sort, all that belongs to nobody.
///
/// @param sort whose records these are
/// @param copies how many individuals there are; 1 without a sort
/// @param leaves the parts with fixed places, memories apart
/// @param processes those whose locals are here
record Group(
    Optional<Sort.Individual> sort, int copies, List<Leaf> leaves, List<String> processes) {
  Group {
    leaves = List.copyOf(leaves);
    processes = List.copyOf(processes);
  }

  /// The groups of a specification: first what belongs to nobody, then the sorts by name.
  ///
  /// @param all the parts with fixed places
  static List<Group> of(Specification specification, World world, List<Leaf> all) {
    List<Optional<Sort.Individual>> sorts = new ArrayList<>();
    sorts.add(Optional.empty());
    world.sizes().keySet().forEach(sort -> sorts.add(Optional.of(sort)));
    List<Group> groups = new ArrayList<>();
    for (Optional<Sort.Individual> sort : sorts) {
      List<Leaf> leaves =
          all.stream()
              .filter(leaf -> leaf.dims().stream().findFirst().equals(sort))
              .filter(leaf -> !(leaf.sort() instanceof Sort.Memory))
              .toList();
      List<String> processes =
          specification.processes().stream()
              .filter(process -> process.over().equals(sort))
              .map(Process::name)
              .toList();
      groups.add(new Group(sort, sort.map(world::size).orElse(1), leaves, processes));
    }
    return groups;
  }

  /// How many of a leaf's dimensions the record itself stands for.
  int depth() {
    return sort.isPresent() ? 1 : 0;
  }
}
