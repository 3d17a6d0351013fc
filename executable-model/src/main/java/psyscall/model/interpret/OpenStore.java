package psyscall.model.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Schema;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// The store of a world that grows: ids are any numbers from 0 to 2^63−1, and individuals are added
/// while it runs.
///
/// It is written in place; a journal of the overwritten values takes a step back. Reading, writing,
/// committing and undoing cost what the step touches, whatever the number of individuals. Whole
/// arrays and arrays of arrays cannot be had here, and the set of all individuals of a sort is
/// built when it is asked for.
///
/// Not safe for use by several threads at once.
public final class OpenStore implements Store {
  private final Schema schema;
  private final Value[] values;
  private final List<Map<Long, Value>> entries = new ArrayList<>();
  private final Map<Sort.Individual, NavigableSet<Long>> individuals = new HashMap<>();
  private final List<Overwritten> journal = new ArrayList<>();

  /// What a write replaced; `id` is −1 for a variable that is no array, and an entry that had its
  /// default still has no value of its own.
  private record Overwritten(int index, long id, Optional<Value> old) {}

  /// A world without individuals; every variable has its default.
  ///
  /// @param schema which variables there are
  public OpenStore(Schema schema) {
    this.schema = schema;
    this.values = new Value[schema.size()];
    for (int at = 0; at < values.length; at++) {
      Sort sort = schema.variable(at).sort();
      values[at] = Value.defaultOf(sort instanceof Sort.ArrayOf a ? a.element() : sort, World.of());
      entries.add(new HashMap<>());
    }
  }

  /// Adds an individual; its entries are the defaults. [StepSemantics#admit] also gives it the
  /// entries that the initial assignments give.
  ///
  /// @param sort the id sort
  /// @param id its id, from 0
  /// @return whether it is new
  public boolean add(Sort.Individual sort, long id) {
    if (id < 0) {
      throw new IllegalArgumentException("id: sort=" + sort.name() + ", id=" + id + ", limit=0..");
    }
    return known(sort).add(id);
  }

  private NavigableSet<Long> known(Sort.Individual sort) {
    return individuals.computeIfAbsent(sort, _ -> new TreeSet<>());
  }

  @Override
  public Value read(Var variable) {
    requireNoArray(variable);
    return values[schema.indexOf(variable)];
  }

  private static void requireNoArray(Var variable) {
    if (variable.sort() instanceof Sort.ArrayOf) {
      throw new ModelError("whole array in a world that grows: variable=" + variable.name());
    }
  }

  @Override
  public Value read(Var variable, long id) {
    int index = checked(variable, id);
    Value value = entries.get(index).get(id);
    return value == null ? values[index] : value;
  }

  private int checked(Var variable, long id) {
    Sort.Individual sort = ((Sort.ArrayOf) variable.sort()).index();
    if (!known(sort).contains(id)) {
      throw new ModelError(
          "no such individual: variable="
              + variable.name()
              + ", sort="
              + sort.name()
              + ", id="
              + id);
    }
    return schema.indexOf(variable);
  }

  @Override
  public void write(Var variable, Value value) {
    requireNoArray(variable);
    int index = schema.indexOf(variable);
    journal.add(new Overwritten(index, -1, Optional.of(values[index])));
    values[index] = value;
  }

  @Override
  public void write(Var variable, long id, Value value) {
    int index = checked(variable, id);
    Value old = entries.get(index).put(id, value);
    journal.add(new Overwritten(index, id, Optional.ofNullable(old)));
  }

  @Override
  public IdSet universe(Sort.Individual sort) {
    return IdSet.of(known(sort).stream().mapToLong(Long::longValue).toArray());
  }

  @Override
  public void commit() {
    journal.clear();
  }

  @Override
  public void undo() {
    for (Overwritten write : journal.reversed()) {
      Map<Long, Value> entry = entries.get(write.index());
      if (write.id() < 0) {
        values[write.index()] = write.old().orElseThrow();
      } else if (write.old().isPresent()) {
        entry.put(write.id(), write.old().get());
      } else {
        entry.remove(write.id());
      }
    }
    journal.clear();
  }
}
