package psyscall.spec.process;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.spec.term.Sort;

/// A process, or one for each individual of an id sort.
///
/// @param name its name
/// @param over the individuals it runs for; empty for a single process
/// @param roots the procedures it is made of, which pass control by `become`; it starts at the
///   first label of the first
/// @param starts the individuals that start at the first label of another root, by index
/// @param polls whether its locals and its program counter are polling
@SuppressWarnings("AvoidCommonTypeNames") // the field's word, as in PlusCal and Promela
public record Process(
    String name,
    Optional<Sort.Individual> over,
    List<String> roots,
    SortedMap<Integer, String> starts,
    boolean polls) {
  /// Copies the roots.
  public Process {
    roots = List.copyOf(roots);
    starts = Collections.unmodifiableSortedMap(new TreeMap<>(starts));
  }

  /// A process that starts at its first root.
  ///
  /// @param name its name
  /// @param over the individuals it runs for; empty for a single process
  /// @param roots the procedures it is made of
  /// @return a process that does not poll
  public static Process of(String name, Optional<Sort.Individual> over, List<String> roots) {
    return new Process(name, over, roots, Collections.emptySortedMap(), false);
  }
}
