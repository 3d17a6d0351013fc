package psyscall.model.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The segments of all records in words.
///
/// All copies of a segment are placed side by side in one word if they fit, so that the copy of an
/// individual that is known only at run time is one multiplication away; else as many to a word as
/// fit. These blocks are packed first fit in decreasing order.
final class Placement {
  private final List<List<RecordSegment>> segments = new ArrayList<>();
  private int words;
  private int torn;

  private Placement() {}

  /// Copies that lie side by side.
  private record Block(int group, int segment, int first, int count, int width) {
    int bits() {
      return count * width;
    }
  }

  static Placement of(List<Cut> cuts) {
    Placement placement = new Placement();
    List<Block> blocks = new ArrayList<>();
    List<Slot[][]> copies = new ArrayList<>();
    for (int group = 0; group < cuts.size(); group++) {
      Cut cut = cuts.get(group);
      List<Integer> widths = cut.widths();
      copies.add(new Slot[widths.size()][cut.group().copies()]);
      for (int segment = 0; segment < widths.size(); segment++) {
        placement.split(blocks, group, segment, widths.get(segment), cut.group().copies());
      }
    }
    Bins bins = new Bins(Long.SIZE);
    List<Piece> places = bins.place(blocks.stream().map(Block::bits).toList());
    for (int at = 0; at < places.size(); at++) {
      Block block = blocks.get(at);
      Piece place = places.get(at);
      for (int copy = 0; copy < block.count(); copy++) {
        copies.get(block.group())[block.segment()][block.first() + copy] =
            new Slot(place.segment(), place.offset() + copy * block.width(), block.width());
      }
    }
    for (int group = 0; group < cuts.size(); group++) {
      List<RecordSegment> mine = new ArrayList<>();
      for (int segment = 0; segment < copies.get(group).length; segment++) {
        int width = cuts.get(group).widths().get(segment);
        mine.add(new RecordSegment(width, Arrays.asList(copies.get(group)[segment])));
      }
      placement.segments.add(List.copyOf(mine));
    }
    placement.words = bins.used().size();
    return placement;
  }

  private void split(List<Block> blocks, int group, int segment, int width, int copies) {
    int together = Math.min(copies, Long.SIZE / width);
    torn += together < copies ? 1 : 0;
    for (int first = 0; first < copies; first += together) {
      blocks.add(new Block(group, segment, first, Math.min(together, copies - first), width));
    }
  }

  /// How many words there are.
  int words() {
    return words;
  }

  /// The segments of a group.
  List<RecordSegment> segments(int group) {
    return segments.get(group);
  }

  /// Which of two placements is better: fewer words, then fewer segments whose copies are in
  /// several words, then fewer segments.
  static Comparator<Placement> best() {
    return Comparator.<Placement>comparingInt(p -> p.words)
        .thenComparingInt(p -> p.torn)
        .thenComparingInt(p -> p.segments.stream().mapToInt(List::size).sum());
  }
}
