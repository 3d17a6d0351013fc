package psyscall.checker.graph;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import psyscall.checker.store.MemoryBudget;

/// A set of state numbers that several threads change at a time: one bit for each number.
///
/// ```
/// word   n >>> 6      [ 63 ... n & 63 ... 0 ]      1/8 byte a state, in or not
/// ```
///
/// A change of one thread is seen by others at some time, and by all after they have met. Closing
/// it gives its memory back.
final class NumberSet implements AutoCloseable {
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] words;
  private final MemoryBudget budget;

  private NumberSet(long[] words, MemoryBudget budget) {
    this.words = words;
    this.budget = budget;
  }

  /// An empty set.
  ///
  /// @param numbers one above the greatest number that it may have
  /// @param budget what memory is asked from
  /// @return the set
  /// @throws Unfinished if the memory is refused
  static NumberSet of(int numbers, MemoryBudget budget) throws Unfinished {
    int length = (numbers >>> 6) + 1;
    if (!budget.reserve((long) length * Long.BYTES)) {
      throw new Unfinished("memory limit: maxMemoryBytes=" + budget.limitBytes());
    }
    return new NumberSet(new long[length], budget);
  }

  /// Whether a number is in it.
  ///
  /// @param number any
  boolean contains(int number) {
    long word = (long) WORD.getOpaque(words, number >>> 6);
    return (word >>> number & 1) != 0;
  }

  /// Puts a number in.
  ///
  /// @param number any
  /// @return whether it was not in
  boolean add(int number) {
    long bit = 1L << number;
    return ((long) WORD.getAndBitwiseOr(words, number >>> 6, bit) & bit) == 0;
  }

  /// Takes a number out.
  ///
  /// @param number any
  /// @return whether it was in
  boolean remove(int number) {
    long bit = 1L << number;
    return ((long) WORD.getAndBitwiseAnd(words, number >>> 6, ~bit) & bit) != 0;
  }

  /// How many numbers are in it, while nobody changes it.
  long count() {
    long count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  @Override
  public void close() {
    budget.release((long) words.length * Long.BYTES);
  }
}
