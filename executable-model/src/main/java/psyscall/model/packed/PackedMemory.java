package psyscall.model.packed;

import java.util.Arrays;
import psyscall.model.interpret.ModelError;

/// Memories as sorted pairs of key and cell in a region of an array: the cell holds the eight bytes
/// from address 8·key up, little-endian, and is not zero; unused pairs are zero and stand at the
/// end. Generated code calls this.
public final class PackedMemory {
  private static final int CELL_BYTES = 8;

  private PackedMemory() {}

  public static void clear(long[] region, int at, int cells) {
    Arrays.fill(region, at, at + 2 * cells, 0);
  }

  public static long load(long[] region, int at, int cells, long address, int bytes) {
    int shift = Byte.SIZE * (int) (address & (CELL_BYTES - 1));
    long word = cell(region, at, cells, address >>> 3) >>> shift;
    if (shift + Byte.SIZE * bytes > Long.SIZE) {
      word |= cell(region, at, cells, (address + bytes - 1) >>> 3) << (Long.SIZE - shift);
    }
    return bytes == CELL_BYTES ? word : word & ((1L << (Byte.SIZE * bytes)) - 1);
  }

  private static long cell(long[] region, int at, int cells, long key) {
    for (int pair = at; pair < at + 2 * cells; pair += 2) {
      if (region[pair] == key && region[pair + 1] != 0) {
        return region[pair + 1];
      }
    }
    return 0;
  }

  public static void store(long[] region, int at, int cells, long address, int bytes, long word) {
    long left = word;
    for (int done = 0; done < bytes; done++) {
      long key = (address + done) >>> 3;
      int shift = Byte.SIZE * (int) ((address + done) & (CELL_BYTES - 1));
      long old = cell(region, at, cells, key);
      put(region, at, cells, key, (old & ~(0xffL << shift)) | ((left & 0xff) << shift));
      left >>>= Byte.SIZE;
    }
  }

  private static void put(long[] region, int at, int cells, long key, long cell) {
    int end = at + 2 * cells;
    int pair = at;
    while (pair < end && region[pair + 1] != 0 && Long.compareUnsigned(region[pair], key) < 0) {
      pair += 2;
    }
    boolean there = pair < end && region[pair + 1] != 0 && region[pair] == key;
    if (there && cell != 0) {
      region[pair + 1] = cell;
    } else if (there) {
      System.arraycopy(region, pair + 2, region, pair, end - pair - 2);
      region[end - 2] = 0;
      region[end - 1] = 0;
    } else if (cell != 0) {
      if (region[end - 1] != 0) {
        throw new ModelError("memory with more cells than its layout: limit=" + cells);
      }
      System.arraycopy(region, pair, region, pair + 2, end - pair - 2);
      region[pair] = key;
      region[pair + 1] = cell;
    }
  }

  public static boolean same(long[] region, int left, int right, int cells) {
    return Arrays.equals(region, left, left + 2 * cells, region, right, right + 2 * cells);
  }
}
