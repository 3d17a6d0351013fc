package psyscall.model.interpret;

import java.util.List;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;

/// Among what a choice is made; never empty when a [Chooser] is asked.
public sealed interface Candidates {

  /// Whether there are none; quick, also where counting is not.
  ///
  /// @return whether nothing can be chosen
  boolean isEmpty();

  /// How many there are.
  ///
  /// @return the number
  /// @throws ModelError if there are too many to be counted out
  int count();

  /// One of them.
  ///
  /// @param position from 0, below the count; each candidate has exactly one
  /// @return the candidate
  Value at(int position);

  /// Whether an answer is one of them; quick, also where counting is not.
  ///
  /// @param answer a value from the outside
  /// @return whether it may be chosen
  boolean allows(Value answer);

  /// The ids of a set.
  ///
  /// @param set the set
  record Elements(IdSet set) implements Candidates {
    @Override
    public boolean isEmpty() {
      return set.isEmpty();
    }

    @Override
    public int count() {
      return set.size();
    }

    @Override
    public Value at(int position) {
      return Scalar.of(set.at(position));
    }

    @Override
    public boolean allows(Value answer) {
      return answer instanceof Scalar id && set.contains(id.value());
    }
  }

  /// The subsets of a set; bit i of a position says whether the i-th id is in the subset.
  ///
  /// @param set the largest one
  record Subsets(IdSet set) implements Candidates {
    private static final int IDS_MAX = 30;

    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public int count() {
      if (set.size() > IDS_MAX) {
        throw new ModelError("subsets to enumerate: ids=" + set.size() + ", limit=" + IDS_MAX);
      }
      return 1 << set.size();
    }

    @Override
    public Value at(int position) {
      long[] ids = new long[Integer.bitCount(position)];
      int size = 0;
      for (int rest = position; rest != 0; rest &= rest - 1) {
        ids[size++] = set.at(Integer.numberOfTrailingZeros(rest));
      }
      return IdSet.of(ids);
    }

    @Override
    public boolean allows(Value answer) {
      return answer instanceof IdSet subset && subset.isSubsetOf(set);
    }
  }

  /// Some values.
  ///
  /// @param values the values, each once
  record Values(List<Value> values) implements Candidates {
    /// Drops repetitions.
    public Values {
      values = values.stream().distinct().toList();
    }

    @Override
    public boolean isEmpty() {
      return values.isEmpty();
    }

    @Override
    public int count() {
      return values.size();
    }

    @Override
    public Value at(int position) {
      return values.get(position);
    }

    @Override
    public boolean allows(Value answer) {
      return values.contains(answer);
    }
  }

  /// The named alternatives of an `either`, by position.
  ///
  /// @param count how many there are
  record Alternatives(int count) implements Candidates {
    @Override
    public boolean isEmpty() {
      return count == 0;
    }

    @Override
    public Value at(int position) {
      return Scalar.of(position);
    }

    @Override
    public boolean allows(Value answer) {
      return answer instanceof Scalar position && position.value() >= 0 && position.value() < count;
    }
  }
}
