package psyscall.model.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;

/// Where the memories are: in whole words, one after the other.
final class Memories {
  private final int wordsEach;
  private final World world;
  private final Parts parts;
  private final Map<Leaf, Integer> first = new LinkedHashMap<>();
  private final int end;

  /// @param leaves of any sorts
  /// @param cells how many cells each memory has room for
  /// @param from the first free word
  Memories(List<Leaf> leaves, int cells, World world, int from) {
    this.wordsEach = 2 * cells;
    this.world = world;
    this.parts = new Parts(world, 0);
    int next = from;
    for (Leaf leaf : leaves) {
      if (leaf.sort() instanceof Sort.Memory) {
        first.put(leaf, next);
        next += wordsEach * parts.count(leaf);
      }
    }
    this.end = next;
  }

  /// The first word behind them.
  int end() {
    return end;
  }

  /// The first word of a memory; empty if the leaf is none.
  Optional<Slot> slot(Leaf leaf, int... ids) {
    return Optional.ofNullable(first.get(leaf))
        .map(word -> new Slot(word + wordsEach * parts.index(leaf, ids), 0, Long.SIZE));
  }

  /// The words of the memories that belong to the individuals of a sort.
  List<RecordSegment> segments(Sort.Individual sort) {
    List<RecordSegment> segments = new ArrayList<>();
    first.forEach(
        (leaf, word) -> {
          if (leaf.dims().stream().findFirst().equals(Optional.of(sort))) {
            segments.addAll(segments(word, wordsEach * parts.count(leaf), world.size(sort)));
          }
        });
    return segments;
  }

  private static List<RecordSegment> segments(int first, int words, int copies) {
    int each = copies == 0 ? 0 : words / copies;
    return IntStream.range(first, first + each)
        .mapToObj(
            word ->
                new RecordSegment(
                    Long.SIZE,
                    IntStream.range(0, copies)
                        .mapToObj(copy -> new Slot(word + copy * each, 0, Long.SIZE))
                        .toList()))
        .toList();
  }
}
