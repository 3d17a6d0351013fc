package psyscall.model.layout;

import java.util.List;

/// A stretch of bits that each individual of a sort has a copy of.
///
/// The same part of a record has the same offset in each copy, so exchanging the copies of two
/// individuals exchanges all that is in them.
///
/// @param width how many bits, 1 to 64
/// @param copies where the copy of each individual is, by index
public record RecordSegment(int width, List<Slot> copies) {
  /// Copies the list and checks that the copies are as wide as the segment.
  public RecordSegment {
    copies = List.copyOf(copies);
    for (Slot copy : copies) {
      if (copy.width() != width) {
        throw new IllegalArgumentException(
            "copy of a segment: width=" + copy.width() + ", wanted=" + width);
      }
    }
  }
}
