package psyscall.checker.store;

/// A stack of integers that keeps the memory of its greatest size.
public final class IntStack {
  private int[] values = new int[1024];
  private int size;

  /// Starts empty.
  public IntStack() {}

  /// Puts a value on top.
  ///
  /// @param value any
  public void push(int value) {
    if (size == values.length) {
      values = java.util.Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /// Takes the value from the top.
  ///
  /// @return the value pushed last
  /// @throws ArrayIndexOutOfBoundsException if there is none
  public int pop() {
    return values[--size];
  }

  /// How many values there are.
  ///
  /// @return the number of values
  public int size() {
    return size;
  }
}
