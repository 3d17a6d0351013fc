package psyscall.model.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import psyscall.spec.rule.Specification;

/// Room for the locals of a process. Two locals share bits if there is no label at which both can
/// be other than their defaults; each keeps its place from label to label, so that a step that does
/// not touch it need not move it.
///
/// Locals are placed one after the other, the widest first and those that are there at most labels
/// first, each at the lowest free place: the textbook's greedy colouring of the interference graph.
final class Frame {
  private final Parts parts;
  private final int capacity;
  private final List<Integer> widths = new ArrayList<>();
  private final Map<Leaf, Set<String>> labels = new LinkedHashMap<>();
  private final Map<Leaf, List<Piece>> pieces = new HashMap<>();

  private Frame(Parts parts, int capacity) {
    this.parts = parts;
    this.capacity = capacity;
  }

  /// Places the locals of a process.
  ///
  /// @param capacity how many bits a part of the frame has, unless a local is wider
  static Frame of(
      Specification specification, String process, Occupancy occupancy, Parts parts, int capacity) {
    Frame frame = new Frame(parts, capacity);
    for (String label : specification.labels(process).values()) {
      for (Leaf local : occupancy.occupied(process, label)) {
        frame.labels.computeIfAbsent(local, _ -> new TreeSet<>()).add(label);
      }
    }
    frame.labels.keySet().stream()
        .sorted(
            Comparator.comparingInt(parts::width).thenComparingInt(frame::labelCount).reversed())
        .forEach(frame::place);
    return frame;
  }

  private int labelCount(Leaf local) {
    return labels.getOrDefault(local, Set.of()).size();
  }

  private void place(Leaf local) {
    List<Piece> taken = new ArrayList<>();
    pieces.forEach(
        (other, places) -> {
          if (meet(local, other)) {
            taken.addAll(places);
          }
        });
    List<Piece> mine = new ArrayList<>();
    for (int entry = 0; entry < parts.count(local); entry++) {
      Piece piece = parts.width(local) == 0 ? Piece.EMPTY : free(taken, parts.width(local));
      taken.add(piece);
      mine.add(piece);
    }
    pieces.put(local, List.copyOf(mine));
  }

  private boolean meet(Leaf one, Leaf other) {
    return labels.getOrDefault(other, Set.of()).stream()
        .anyMatch(labels.getOrDefault(one, Set.of())::contains);
  }

  /// The lowest place that nothing taken overlaps.
  private Piece free(List<Piece> taken, int width) {
    for (int part = 0; ; part++) {
      int last = Math.max(0, capacity - width);
      for (int offset = 0; offset <= last; offset++) {
        Piece candidate = new Piece(part, offset, width);
        if (taken.stream().noneMatch(candidate::overlaps)) {
          grow(candidate);
          return candidate;
        }
      }
    }
  }

  private void grow(Piece piece) {
    while (widths.size() <= piece.segment()) {
      widths.add(0);
    }
    int needed = piece.offset() + piece.width();
    widths.set(piece.segment(), Math.max(widths.get(piece.segment()), needed));
  }

  /// How wide each part of the frame is.
  List<Integer> widths() {
    return List.copyOf(widths);
  }

  /// The locals that have bits anywhere, from the lowest bit up.
  List<Leaf> locals() {
    return labels.keySet().stream()
        .sorted(Comparator.comparing((Leaf local) -> pieces(local).getFirst(), Piece.ORDER))
        .toList();
  }

  /// The entries of a local, as pieces of the parts of the frame.
  List<Piece> pieces(Leaf local) {
    return pieces.getOrDefault(local, List.of());
  }

  /// The labels at which a local has bits.
  Set<String> labels(Leaf local) {
    return labels.getOrDefault(local, Set.of());
  }

  /// Where a local is at a label, as a piece of a part of the frame.
  ///
  /// @param entry which of its entries, counted by [Parts]
  Optional<Piece> at(String label, Leaf local, int entry) {
    return labels(local).contains(label) ? Optional.of(pieces(local).get(entry)) : Optional.empty();
  }
}
