package psyscall.model.layout;

import java.util.Comparator;

/// Where a part lies inside its record.
///
/// @param segment which segment of the record
/// @param offset how far its lowest bit is above the segment's
/// @param width how many bits; of 0 bits the other numbers mean nothing
record Piece(int segment, int offset, int width) {
  static final Piece EMPTY = new Piece(0, 0, 0);

  static final Comparator<Piece> ORDER =
      Comparator.comparingInt(Piece::segment)
          .thenComparingInt(Piece::offset)
          .thenComparingInt(Piece::width);

  /// The same part in a copy of the segment.
  Slot in(Slot copy) {
    return copy.part(offset, width);
  }

  /// A part of this part.
  Piece part(int at, int bits) {
    return new Piece(segment, offset + at, bits);
  }

  /// Whether some bit belongs to both.
  boolean overlaps(Piece other) {
    return segment == other.segment
        && offset < other.offset + other.width
        && other.offset < offset + width;
  }
}
