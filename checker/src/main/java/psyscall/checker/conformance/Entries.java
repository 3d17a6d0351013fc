package psyscall.checker.conformance;

import java.util.Arrays;
import java.util.List;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// The state of a world that grows: the numbers of all columns.
///
/// ```
/// values[column][individual]                                  a number
/// heads[column][id], next[column][individual], previous[…]    who holds the id: a list both ways
/// ```
///
/// An individual is there as soon as its id or a greater one was told. Not safe for use by several
/// threads at once.
final class Entries {
  private static final int CAPACITY_MIN = 16;
  private static final int NOBODY = -1;

  /// Entries by column and individual.
  final int[][] values;

  /// How many individuals there are, by kind.
  final int[] sizes;

  private final int[][] heads;
  private final int[][] next;
  private final int[][] previous;
  private final int[] capacities;
  private final List<Column> columns;
  private final boolean[] inverted;
  private final int[] initial;
  private final MemoryAllowance memory;

  /// A world without individuals.
  ///
  /// @param shape its columns
  /// @param initial what an individual has of which nothing was said, by column
  Entries(Columns shape, int[] initial, MemoryAllowance memory) {
    this.columns = shape.all();
    this.initial = initial.clone();
    this.memory = memory;
    int count = columns.size();
    this.values = new int[count][0];
    this.heads = new int[count][0];
    this.next = new int[count][0];
    this.previous = new int[count][0];
    this.sizes = new int[shape.kinds()];
    this.capacities = new int[shape.kinds()];
    this.inverted = new boolean[count];
    for (Column column : columns) {
      inverted[column.at()] = shape.isInverted(column);
      if (column.kind() < 0) {
        values[column.at()] = new int[] {initial[column.at()]};
      }
    }
  }

  /// What an individual has of which nothing was said.
  int initial(Column column) {
    return initial[column.at()];
  }

  /// Sees to it that an individual is there.
  ///
  /// @param position the byte of the file that asks for it
  /// @throws TraceFault if that takes more memory than is allowed; nothing is changed then
  void admit(int kind, int id, long position) throws TraceFault {
    if (id >= capacities[kind]) {
      grow(kind, id, position);
    }
    sizes[kind] = Math.max(sizes[kind], id + 1);
  }

  private void grow(int kind, int id, long position) throws TraceFault {
    int former = capacities[kind];
    long wanted = Math.max(CAPACITY_MIN, Math.max(id + 1L, 2L * former));
    int capacity = (int) Math.min(wanted, Integer.MAX_VALUE - 8);
    long each = bytesEach(kind);
    memory.take(each * capacity, position);
    for (Column column : columns) {
      int at = column.at();
      if (column.kind() == kind) {
        values[at] = longer(values[at], capacity, initial[at]);
        if (inverted[at]) {
          next[at] = longer(next[at], capacity, NOBODY);
          previous[at] = longer(previous[at], capacity, NOBODY);
        }
      }
      if (inverted[at] && column.values() == kind) {
        heads[at] = longer(heads[at], capacity, NOBODY);
      }
    }
    capacities[kind] = capacity;
    memory.giveBack(each * former);
  }

  private static int[] longer(int[] array, int length, int rest) {
    int[] copy = Arrays.copyOf(array, length);
    Arrays.fill(copy, array.length, length, rest);
    return copy;
  }

  private long bytesEach(int kind) {
    long numbers = 0;
    for (Column column : columns) {
      if (column.kind() == kind) {
        numbers += inverted[column.at()] ? 3 : 1;
      }
      if (inverted[column.at()] && column.values() == kind) {
        numbers++;
      }
    }
    return numbers * Integer.BYTES;
  }

  /// The entry of an individual, there or not.
  int entry(Column column, int id) {
    int[] of = values[column.at()];
    return id >= 0 && id < of.length ? of[id] : initial[column.at()];
  }

  /// Stores a number in a column that is kept the other way round too.
  void store(int column, int id, int value) {
    int[] of = values[column];
    int former = of[id];
    if (former == value) {
      return;
    }
    int[] after = next[column];
    int[] before = previous[column];
    int[] head = heads[column];
    if (former >= 0) {
      int behind = after[id];
      int ahead = before[id];
      if (ahead >= 0) {
        after[ahead] = behind;
      } else {
        head[former] = behind;
      }
      if (behind >= 0) {
        before[behind] = ahead;
      }
    }
    of[id] = value;
    int behind = NOBODY;
    if (value >= 0) {
      behind = head[value];
      head[value] = id;
      if (behind >= 0) {
        before[behind] = id;
      }
    }
    after[id] = behind;
    before[id] = NOBODY;
  }

  /// The first of those who hold an id, −1 if nobody does.
  int first(int column, int id) {
    int[] head = heads[column];
    return id < head.length ? head[id] : NOBODY;
  }

  /// The next of those who hold the same id, −1 after the last.
  int next(int column, int holder) {
    return next[column][holder];
  }
}
