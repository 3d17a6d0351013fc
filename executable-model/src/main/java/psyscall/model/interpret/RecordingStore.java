package psyscall.model.interpret;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Value;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// A store that notes what is read and written in another one.
final class RecordingStore implements Store {
  private final Store store;
  private final Set<Access> reads = new LinkedHashSet<>();
  private final Set<Access> writes = new LinkedHashSet<>();

  RecordingStore(Store store) {
    this.store = store;
  }

  /// What was read so far, in the order of the first time.
  Set<Access> reads() {
    return Collections.unmodifiableSet(reads);
  }

  /// What was written so far, in the order of the first time.
  Set<Access> writes() {
    return Collections.unmodifiableSet(writes);
  }

  @Override
  public Value read(Var variable) {
    reads.add(new Access.Whole(variable));
    return store.read(variable);
  }

  @Override
  public Value read(Var variable, long id) {
    reads.add(new Access.Entry(variable, id));
    return store.read(variable, id);
  }

  @Override
  public void write(Var variable, Value value) {
    writes.add(new Access.Whole(variable));
    store.write(variable, value);
  }

  @Override
  public void write(Var variable, long id, Value value) {
    writes.add(new Access.Entry(variable, id));
    store.write(variable, id, value);
  }

  @Override
  public IdSet universe(Sort.Individual sort) {
    reads.add(new Access.Universe(sort));
    return store.universe(sort);
  }

  @Override
  public void commit() {
    store.commit();
  }

  @Override
  public void undo() {
    store.undo();
  }
}
