package psyscall.model.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Packs widths into bins, first fit in decreasing order; equal widths keep their order.
///
/// Johnson, "Near-Optimal Bin Packing Algorithms", 1973: never more than 11/9 of the best number of
/// bins, and 6/9 of one.
final class Bins {
  private final int capacity;
  private final List<Integer> used = new ArrayList<>();

  /// @param capacity how much a bin holds; what is wider gets a bin of its own
  Bins(int capacity) {
    this.capacity = capacity;
  }

  /// How much of each bin is used.
  List<Integer> used() {
    return List.copyOf(used);
  }

  /// Places some widths, each at least 1.
  ///
  /// @return for each width, in the order given, where it lies
  List<Piece> place(List<Integer> widths) {
    Piece[] pieces = new Piece[widths.size()];
    IntStream.range(0, pieces.length)
        .boxed()
        .sorted(Comparator.comparing(widths::get, Comparator.reverseOrder()))
        .forEach(at -> pieces[at] = place(widths.get(at)));
    return Arrays.asList(pieces);
  }

  private Piece place(int width) {
    int bin = 0;
    while (bin < used.size() && used.get(bin) + width > capacity) {
      bin++;
    }
    if (bin == used.size()) {
      used.add(0);
    }
    int offset = used.get(bin);
    used.set(bin, offset + width);
    return new Piece(bin, offset, width);
  }
}
