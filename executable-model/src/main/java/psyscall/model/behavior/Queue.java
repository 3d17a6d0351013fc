package psyscall.model.behavior;

import java.util.Arrays;

/// A first-in first-out queue of ids; its capacity is a matter of the place that holds it.
public final class Queue implements Value {
  /// The queue without ids.
  public static final Queue EMPTY = new Queue(new long[0]);

  private final long[] ids;

  private Queue(long[] ids) {
    this.ids = ids;
  }

  /// A queue of some ids.
  ///
  /// @param ids first to last
  /// @return the queue
  public static Queue of(long... ids) {
    return ids.length == 0 ? EMPTY : new Queue(ids.clone());
  }

  /// How many ids it has.
  ///
  /// @return the length
  public int size() {
    return ids.length;
  }

  /// The id at a position.
  ///
  /// @param position from 0, the first, below the size
  /// @return the id
  /// @throws IndexOutOfBoundsException if there is no such position
  public long at(int position) {
    return ids[position];
  }

  /// The first id.
  ///
  /// @return it, or −1 (nil) of the empty queue
  public long first() {
    return ids.length == 0 ? -1 : ids[0];
  }

  /// The queue without its first id.
  ///
  /// @return the rest; of the empty queue the empty queue
  public Queue rest() {
    return ids.length <= 1 ? EMPTY : new Queue(Arrays.copyOfRange(ids, 1, ids.length));
  }

  /// The queue with one more id at its end.
  ///
  /// @param id the id
  /// @return the longer queue
  public Queue append(long id) {
    long[] longer = Arrays.copyOf(ids, ids.length + 1);
    longer[ids.length] = id;
    return new Queue(longer);
  }

  /// Its ids without their order.
  ///
  /// @return their set
  public IdSet elements() {
    return IdSet.of(ids);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Queue that && Arrays.equals(ids, that.ids));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return Arrays.toString(ids);
  }
}
