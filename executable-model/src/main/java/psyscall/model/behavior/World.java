package psyscall.model.behavior;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import psyscall.spec.term.Sort;

/// A fixed finite world: how many individuals each id sort has.
///
/// The individuals of a sort of size n are the ids 0 to n−1. The sorts are kept in the order of
/// their names, so that nothing that is printed or enumerated depends on a hash.
///
/// @param sizes the number of individuals per id sort, each at least 0
public record World(Map<Sort.Individual, Integer> sizes) {
  /// Copies the sizes and checks that none is negative.
  public World {
    Map<Sort.Individual, Integer> sorted =
        new TreeMap<>(Comparator.comparing(Sort.Individual::name));
    sorted.putAll(sizes);
    sorted.forEach(World::check);
    sizes = Collections.unmodifiableMap(sorted);
  }

  private static void check(Sort.Individual sort, int size) {
    if (size < 0) {
      throw new IllegalArgumentException(
          "size of an id sort: sort=" + sort.name() + ", size=" + size + ", limit=0..");
    }
  }

  /// The world without id sorts.
  ///
  /// @return no individuals at all
  public static World of() {
    return new World(Map.of());
  }

  /// A world of one id sort.
  ///
  /// @param sort the sort
  /// @param size how many individuals it has
  /// @return the world
  public static World of(Sort.Individual sort, int size) {
    return of().with(sort, size);
  }

  /// A world of two id sorts.
  ///
  /// @param first a sort
  /// @param firstSize how many individuals it has
  /// @param second another sort
  /// @param secondSize how many individuals that has
  /// @return the world
  public static World of(
      Sort.Individual first, int firstSize, Sort.Individual second, int secondSize) {
    return of().with(first, firstSize).with(second, secondSize);
  }

  /// The same world with the size of one sort set.
  ///
  /// @param sort the sort
  /// @param size how many individuals it has
  /// @return the changed world
  public World with(Sort.Individual sort, int size) {
    Map<Sort.Individual, Integer> changed =
        new TreeMap<>(Comparator.comparing(Sort.Individual::name));
    changed.putAll(sizes);
    changed.put(sort, size);
    return new World(changed);
  }

  /// How many individuals a sort has.
  ///
  /// @param sort an id sort of this world
  /// @return the number, from 0
  /// @throws IllegalArgumentException if the world does not give the sort a size
  public int size(Sort.Individual sort) {
    Integer size = sizes.get(sort);
    if (size == null) {
      throw new IllegalArgumentException(
          "id sort without a size: sort="
              + sort.name()
              + ", declared="
              + sizes.keySet().stream().map(Sort.Individual::name).toList());
    }
    return size;
  }

  /// All individuals of a sort.
  ///
  /// @param sort an id sort of this world
  /// @return the ids 0 to size−1
  /// @throws IllegalArgumentException if the world does not give the sort a size
  public IdSet universe(Sort.Individual sort) {
    return IdSet.below(size(sort));
  }
}
