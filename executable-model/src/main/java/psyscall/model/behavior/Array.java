package psyscall.model.behavior;

import java.util.Arrays;
import java.util.List;

/// One value for each individual of a fixed world, by index.
public final class Array implements Value {
  private final Value[] elements;
  private final int hash;

  private Array(Value[] elements) {
    this.elements = elements;
    this.hash = hash(elements);
  }

  /// A hash of values in their order. The one of [Arrays] adds up multiples of 31: states are made
  /// of many small numbers, and one in twelve would share its hash with another.
  static int hash(Value[] values) {
    int hash = 1;
    for (Value value : values) {
      hash = (hash ^ value.hashCode()) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  /// An array of some values.
  ///
  /// @param elements the entries by index
  /// @return the array
  public static Array of(List<? extends Value> elements) {
    return new Array(elements.toArray(Value[]::new));
  }

  /// How many entries it has.
  ///
  /// @return the number of individuals of its index sort
  public int size() {
    return elements.length;
  }

  /// The entry of an individual.
  ///
  /// @param index from 0, below the size
  /// @return the entry
  /// @throws IndexOutOfBoundsException if there is no such individual
  public Value at(int index) {
    return elements[index];
  }

  /// The array with one entry replaced.
  ///
  /// @param index from 0, below the size
  /// @param element the new entry
  /// @return the new array; this one if the entry is equal
  /// @throws IndexOutOfBoundsException if there is no such individual
  public Array with(int index, Value element) {
    if (elements[index].equals(element)) {
      return this;
    }
    Value[] changed = elements.clone();
    changed[index] = element;
    return new Array(changed);
  }

  /// The entries in order.
  ///
  /// @return an immutable list
  public List<Value> elements() {
    return List.of(elements);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Array that
            && hash == that.hash
            && Arrays.equals(elements, that.elements));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(elements);
  }
}
