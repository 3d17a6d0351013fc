package psyscall.checker.plain;

import java.util.ArrayList;
import java.util.List;
import psyscall.checker.store.IntSequence;
import psyscall.model.behavior.State;

/// The distinct states that a search met, numbered from 0 in the order of discovery, each with the
/// state it was first reached from.
///
/// Full states are kept and compared, never hashes alone. The table holds numbers of states and is
/// open addressing with linear probing, at most half full:
///
/// ```
/// table  [ 0 | 8 | 0 | 3 | 1 | 0 | ... ]   0: free, n: state n - 1, at or after its hash's slot
/// states [ s0 | s1 | s2 | ... ]
/// parents[ -1 |  0 |  0 | ... ]            the number of the state it was first reached from
/// ```
///
/// Beyond the states themselves that costs 16 to 24 bytes a state.
public final class VisitedStates {
  /// In place of a number: no such state, or no parent.
  public static final int NONE = -1;

  /// The greatest number of states.
  public static final int CAPACITY = 1 << 29;

  private static final int FREE = 0;

  private final List<State> states = new ArrayList<>();
  private final IntSequence parents = new IntSequence();
  private int[] table = new int[1 << 10];

  /// Starts empty.
  public VisitedStates() {}

  /// The number of a state.
  ///
  /// @param state any
  /// @return its number, or [#NONE] if it was not added
  public int indexOf(State state) {
    return table[slot(state)] - 1;
  }

  /// Adds a state.
  ///
  /// @param state one that is not in the set: [#indexOf] says [#NONE]
  /// @param parent the number of the state it was reached from, or [#NONE]
  /// @return its number
  /// @throws IllegalStateException beyond [#CAPACITY]
  public int add(State state, int parent) {
    int index = states.size();
    if (index == CAPACITY) {
      throw new IllegalStateException("too many states: limit=" + CAPACITY);
    }
    states.add(state);
    parents.add(parent);
    table[slot(state)] = index + 1;
    if (2 * states.size() > table.length) {
      grow();
    }
    return index;
  }

  /// A state.
  ///
  /// @param index its number
  /// @return the state
  public State state(int index) {
    return states.get(index);
  }

  /// The state that a state was first reached from.
  ///
  /// @param index its number
  /// @return the parent's number, less than `index`; [#NONE] for the initial state
  public int parent(int index) {
    return parents.at(index);
  }

  /// How many states there are.
  ///
  /// @return their number
  public int size() {
    return states.size();
  }

  /// The slot that holds a state, or the free one where it belongs.
  private int slot(State state) {
    int slot = firstSlot(state);
    while (table[slot] != FREE && !states.get(table[slot] - 1).equals(state)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  /// Multiplies by the golden ratio and takes the upper bits: hashes of similar states differ in
  /// few bits, and linear probing would pile them up.
  private int firstSlot(State state) {
    int bits = Integer.numberOfTrailingZeros(table.length);
    return (state.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - bits);
  }

  private void grow() {
    int length = 2 * table.length;
    table = new int[length];
    for (int index = 0; index < states.size(); index++) {
      int slot = firstSlot(states.get(index));
      while (table[slot] != FREE) {
        slot = (slot + 1) & (length - 1);
      }
      table[slot] = index + 1;
    }
  }
}
