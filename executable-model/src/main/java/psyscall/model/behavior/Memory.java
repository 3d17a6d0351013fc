package psyscall.model.behavior;

import java.util.ArrayList;
import java.util.List;

/// A total map from 64-bit addresses to bytes, zero where nothing was stored.
///
/// It is a persistent big-endian Patricia tree over the cells of 8 bytes that are not zero: a store
/// shares all but one path with the memory before, and the shape depends on the contents alone, so
/// that equality compares trees. Addresses are taken modulo 2^64.
///
/// Okasaki and Gill, "Fast Mergeable Integer Maps", 1998.
public final class Memory implements Value {
  private static final int CELL_BYTES = 8;

  /// The memory that is zero everywhere.
  public static final Memory ZERO = new Memory(new Empty());

  private final Node root;
  private final int hash;

  private Memory(Node root) {
    this.root = root;
    this.hash = root.hashCode();
  }

  private sealed interface Node {}

  private record Empty() implements Node {}

  /// A cell: the eight bytes from address 8·key up, little-endian, not all zero.
  private record Leaf(long key, long cell) implements Node {}

  /// Cells whose keys agree above `bit`: those without it on the left, with it on the right.
  private record Branch(long bit, long prefix, Node left, Node right) implements Node {
    boolean covers(long key) {
      return above(key, bit) == prefix;
    }
  }

  private static long above(long key, long bit) {
    return key & -(bit << 1);
  }

  /// A byte that is not zero.
  ///
  /// @param address where it is
  /// @param value 1 to 255
  public record Cell(long address, int value) {}

  /// A word in memory, little-endian.
  ///
  /// @param address the lowest byte's address
  /// @param bytes how many, 1 to 8
  /// @return the bytes with zeros above
  public long load(long address, int bytes) {
    long word = 0;
    for (int at = bytes - 1; at >= 0; at--) {
      word = word << 8 | byteAt(address + at);
    }
    return word;
  }

  private long byteAt(long address) {
    return cell(root, address >>> 3) >>> shift(address) & 0xff;
  }

  private static int shift(long address) {
    return 8 * (int) (address & (CELL_BYTES - 1));
  }

  private static long cell(Node node, long key) {
    return switch (node) {
      case Empty _ -> 0;
      case Leaf leaf -> leaf.key() == key ? leaf.cell() : 0;
      case Branch branch -> cell((key & branch.bit()) == 0 ? branch.left() : branch.right(), key);
    };
  }

  /// The memory after a store, little-endian.
  ///
  /// @param address the lowest byte's address
  /// @param bytes how many, 1 to 8
  /// @param word the bytes; what is above them does not count
  /// @return the new memory
  public Memory store(long address, int bytes, long word) {
    Node changed = root;
    for (int at = 0; at < bytes; at++) {
      long key = (address + at) >>> 3;
      int shift = shift(address + at);
      long old = cell(changed, key);
      long kept = old & ~(0xffL << shift);
      changed = with(changed, key, kept | (word >>> (8 * at) & 0xff) << shift);
    }
    return new Memory(changed);
  }

  private static Node with(Node node, long key, long cell) {
    return switch (node) {
      case Empty _ -> leaf(key, cell);
      case Leaf leaf ->
          leaf.key() == key ? leaf(key, cell) : joined(leaf, leaf.key(), leaf(key, cell), key);
      case Branch branch when !branch.covers(key) ->
          joined(branch, branch.prefix(), leaf(key, cell), key);
      case Branch branch ->
          (key & branch.bit()) == 0
              ? branch(branch, with(branch.left(), key, cell), branch.right())
              : branch(branch, branch.left(), with(branch.right(), key, cell));
    };
  }

  private static Node leaf(long key, long cell) {
    return cell == 0 ? new Empty() : new Leaf(key, cell);
  }

  private static Node branch(Branch old, Node left, Node right) {
    if (left instanceof Empty) {
      return right;
    }
    return right instanceof Empty ? left : new Branch(old.bit(), old.prefix(), left, right);
  }

  private static Node joined(Node old, long oldKey, Node added, long key) {
    if (added instanceof Empty) {
      return old;
    }
    long bit = Long.highestOneBit(oldKey ^ key);
    return (key & bit) == 0
        ? new Branch(bit, above(key, bit), added, old)
        : new Branch(bit, above(key, bit), old, added);
  }

  /// The bytes that are not zero.
  ///
  /// @return in ascending order of their addresses, taken as unsigned
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    collect(root, cells);
    return List.copyOf(cells);
  }

  private static void collect(Node node, List<Cell> cells) {
    switch (node) {
      case Empty _ -> {}
      case Leaf leaf -> {
        for (int at = 0; at < CELL_BYTES; at++) {
          int value = (int) (leaf.cell() >>> (8 * at) & 0xff);
          if (value != 0) {
            cells.add(new Cell((leaf.key() << 3) + at, value));
          }
        }
      }
      case Branch branch -> {
        collect(branch.left(), cells);
        collect(branch.right(), cells);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Memory that && hash == that.hash && root.equals(that.root));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Formatting.memory(this);
  }
}
