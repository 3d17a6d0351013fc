package psyscall.model.layout;

/// Some bits of one word of a packed state.
///
/// @param word which word, from 0
/// @param shift the position of the lowest bit, 0 to 63
/// @param width how many bits, 0 to 64; of 0 bits the value is always 0
public record Slot(int word, int shift, int width) {
  /// No bits at all.
  static final Slot NONE = new Slot(0, 0, 0);

  /// Checks that the bits lie inside one word.
  public Slot {
    if (word < 0 || shift < 0 || width < 0 || shift + width > Long.SIZE) {
      throw new IllegalArgumentException(
          "slot: word=" + word + ", shift=" + shift + ", width=" + width + ", limit=64");
    }
  }

  /// As many low bits as the slot is wide.
  ///
  /// @return the mask, to be applied after shifting right; 0 of a slot without bits
  public long mask() {
    return width == 0 ? 0 : -1L >>> (Long.SIZE - width);
  }

  /// What is stored here.
  ///
  /// @param words holds the packed state
  /// @param at where it begins
  /// @return the bits, lowest first
  long read(long[] words, int at) {
    return words[at + word] >>> shift & mask();
  }

  /// Adds bits to a slot that is 0 so far.
  ///
  /// @param words holds the packed state
  /// @param at where it begins
  /// @param bits what is stored, within the mask
  void fill(long[] words, int at, long bits) {
    words[at + word] |= bits << shift;
  }

  /// Some bits inside this slot.
  ///
  /// @param offset how far their lowest bit is above the slot's
  /// @param bits how many
  /// @return the smaller slot
  Slot part(int offset, int bits) {
    return new Slot(word, shift + offset, bits);
  }
}
