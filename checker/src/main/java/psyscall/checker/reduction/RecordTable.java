package psyscall.checker.reduction;

import java.util.List;
import psyscall.model.layout.Layout;
import psyscall.model.layout.RecordSegment;
import psyscall.model.layout.Slot;

/// Where the records of the individuals are, segment by segment.
///
/// A copy of a segment is addressed by the segment's [#firstCopy] plus the individual's index.
final class RecordTable {
  /// The first segment of each sort, and the end of the last.
  final int[] firstSegment;

  /// The first copy of each segment, and the end of the last.
  final int[] firstCopy;

  /// Where each copy is.
  final int[] word;

  final int[] shift;

  /// Of each segment its width as a mask.
  final long[] mask;

  /// Of each segment the bits that are not about other individuals.
  final long[] plain;

  RecordTable(Layout layout, Individuals individuals) {
    List<List<RecordSegment>> bySort = individuals.sorts().stream().map(layout::segments).toList();
    List<RecordSegment> all = bySort.stream().flatMap(List::stream).toList();
    List<Slot> copies = all.stream().flatMap(segment -> segment.copies().stream()).toList();
    firstSegment = new int[bySort.size() + 1];
    for (int sort = 0; sort < bySort.size(); sort++) {
      firstSegment[sort + 1] = firstSegment[sort] + bySort.get(sort).size();
    }
    firstCopy = new int[all.size() + 1];
    for (int segment = 0; segment < all.size(); segment++) {
      firstCopy[segment + 1] = firstCopy[segment] + all.get(segment).copies().size();
    }
    word = copies.stream().mapToInt(Slot::word).toArray();
    shift = copies.stream().mapToInt(Slot::shift).toArray();
    mask = all.stream().mapToLong(s -> s.width() == 0 ? 0 : -1L >>> -s.width()).toArray();
    plain = mask.clone();
  }

  /// The segment of a sort that holds some bits of the record of its individual 0.
  int segmentOf(int sort, Slot slot) {
    for (int segment = firstSegment[sort]; segment < firstSegment[sort + 1]; segment++) {
      if (holds(segment, slot)) {
        return segment;
      }
    }
    throw new IllegalStateException("bits outside their record: slot=" + slot);
  }

  private boolean holds(int segment, Slot slot) {
    int copy = firstCopy[segment];
    return word[copy] == slot.word()
        && shift[copy] <= slot.shift()
        && slot.shift() + slot.width()
            <= shift[copy] + Long.SIZE - Long.numberOfLeadingZeros(mask[segment]);
  }

  /// The bits of a segment that a slot takes in the record of the individual 0.
  long bitsOf(int segment, Slot slot) {
    return slot.mask() << (slot.shift() - shift[firstCopy[segment]]);
  }

  /// Whether the records of two individuals of a sort are the same, references too.
  ///
  /// @param one its index
  /// @param two the index of the other
  boolean same(long[] states, int at, int sort, int one, int two) {
    for (int segment = firstSegment[sort]; segment < firstSegment[sort + 1]; segment++) {
      int first = firstCopy[segment];
      long difference =
          states[at + word[first + one]] >>> shift[first + one]
              ^ states[at + word[first + two]] >>> shift[first + two];
      if ((difference & mask[segment]) != 0) {
        return false;
      }
    }
    return true;
  }
}
