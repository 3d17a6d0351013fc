package psyscall.model.interpret;

import org.jspecify.annotations.Nullable;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// The store of a fixed world: a state, copied when it is first written to.
public final class FixedStore implements Store {
  private final World world;
  private State committed;
  private Value @Nullable [] changed;

  /// Begins at a state.
  ///
  /// @param state the values
  /// @param world the sizes of the id sorts
  public FixedStore(State state, World world) {
    this.committed = state;
    this.world = world;
  }

  /// The values as a state.
  ///
  /// @return the state now, provisional writes included
  public State state() {
    return changed == null ? committed : State.of(committed.schema(), changed);
  }

  @Override
  public Value read(Var variable) {
    int index = committed.schema().indexOf(variable);
    return changed == null ? committed.value(index) : changed[index];
  }

  @Override
  public Value read(Var variable, long id) {
    return entry((Array) read(variable), id);
  }

  /// The entry of an array value.
  ///
  /// @param array the array
  /// @param id an individual of its index sort
  /// @return the entry
  /// @throws ModelError if there is no such individual
  static Value entry(Array array, long id) {
    return array.at(checked(array, id));
  }

  /// An array value with one entry replaced.
  ///
  /// @param array the array
  /// @param id an individual of its index sort
  /// @param element the new entry
  /// @return the new array
  /// @throws ModelError if there is no such individual
  static Array replaced(Array array, long id, Value element) {
    return array.with(checked(array, id), element);
  }

  private static int checked(Array array, long id) {
    if (id < 0 || id >= array.size()) {
      throw new ModelError("no such individual: id=" + id + ", limit=0.." + (array.size() - 1));
    }
    return (int) id;
  }

  @Override
  public void write(Var variable, Value value) {
    int index = committed.schema().indexOf(variable);
    if (changed == null) {
      changed = committed.toArray();
    }
    changed[index] = value;
  }

  @Override
  public void write(Var variable, long id, Value value) {
    write(variable, replaced((Array) read(variable), id, value));
  }

  @Override
  public IdSet universe(Sort.Individual sort) {
    return world.universe(sort);
  }

  @Override
  public void commit() {
    committed = state();
    changed = null;
  }

  @Override
  public void undo() {
    changed = null;
  }
}
