package psyscall.model.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.behavior.World;
import psyscall.spec.rule.Specification;

/// A record cut into segments.
final class Cut {
  private final Group group;
  private final Parts parts;
  private final List<Integer> widths = new ArrayList<>();
  private final Map<Leaf, List<Piece>> leaves = new HashMap<>();
  private final Map<String, Frame> frames = new HashMap<>();
  private final Map<String, List<Piece>> frameParts = new HashMap<>();

  private Cut(Group group, World world) {
    this.group = group;
    this.parts = new Parts(world, group.depth());
  }

  /// Cuts a record.
  ///
  /// @param capacity how wide a segment is at most, unless a part is wider
  static Cut of(
      Group group, int capacity, Specification specification, Occupancy occupancy, World world) {
    Cut cut = new Cut(group, world);
    List<Integer> frameWidths = new ArrayList<>();
    for (String process : group.processes()) {
      Frame frame = Frame.of(specification, process, occupancy, cut.parts, capacity);
      cut.frames.put(process, frame);
      frameWidths.addAll(frame.widths());
    }
    // Without a sort each part is free to fill a gap, so that it is a segment of its own.
    Bins bins = new Bins(group.sort().isPresent() ? capacity : 0);
    List<Piece> placed = cut.placeAll(frameWidths, bins);
    int next = 0;
    for (String process : group.processes()) {
      int count = cut.frame(process).widths().size();
      cut.frameParts.put(process, placed.subList(next, next + count));
      next += count;
    }
    cut.widths.addAll(bins.used());
    return cut;
  }

  /// Places frames and leaves in one go, because first fit is best from the widest down.
  private List<Piece> placeAll(List<Integer> frameWidths, Bins bins) {
    List<Integer> all = new ArrayList<>(frameWidths);
    all.addAll(parts.widths(group.leaves()));
    List<Piece> placed = bins.place(all);
    leaves.putAll(parts.divide(group.leaves(), placed.subList(frameWidths.size(), all.size())));
    return placed;
  }

  Group group() {
    return group;
  }

  /// How wide each segment is.
  List<Integer> widths() {
    return List.copyOf(widths);
  }

  /// Where an entry of a leaf is in the record.
  Piece at(Leaf leaf, int... ids) {
    List<Piece> pieces = leaves.get(leaf);
    if (pieces == null) {
      throw new IllegalArgumentException("part without a fixed place: name=" + leaf.name());
    }
    return pieces.get(parts.index(leaf, ids));
  }

  /// Where an entry of a local is in the record at a label.
  Optional<Piece> at(String process, String label, Leaf local, int... ids) {
    return frame(process)
        .at(label, local, parts.index(local, ids))
        .map(
            piece ->
                piece.width() == 0
                    ? piece
                    : frameParts(process).get(piece.segment()).part(piece.offset(), piece.width()));
  }

  /// The frame of a process.
  Frame frame(String process) {
    Frame frame = frames.get(process);
    if (frame == null) {
      throw new IllegalArgumentException("process without a frame: name=" + process);
    }
    return frame;
  }

  /// Where the parts of a process's frame are in the record.
  List<Piece> frameParts(String process) {
    return frameParts.getOrDefault(process, List.of());
  }
}
