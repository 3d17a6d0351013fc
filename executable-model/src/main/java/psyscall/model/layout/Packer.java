package psyscall.model.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// Packs one state.
final class Packer {
  private final Layout layout;
  private final State state;

  Packer(Layout layout, State state) {
    this.layout = layout;
    this.state = state;
  }

  /// Packs into words that are 0.
  void pack(long[] to, int at) {
    for (Leaf leaf : layout.leaves()) {
      for (int[] ids : Entries.of(leaf, layout.world())) {
        packShared(leaf, ids, to, at);
      }
    }
    for (Process process : layout.specification().processes()) {
      for (Leaf leaf : layout.locals(process.name())) {
        for (int[] ids : Entries.of(leaf, layout.world())) {
          packLocal(process, leaf, ids, to, at);
        }
      }
    }
    for (Var variable : layout.specification().variables()) {
      if (Occupancy.isLocal(variable) && layout.occupancy().owner(variable).isEmpty()) {
        Value held = state.value(variable);
        requireDefault(held, variable.sort(), variable.name(), "none of the rules assigns it");
      }
    }
  }

  private void packShared(Leaf leaf, int[] ids, long[] to, int at) {
    Value value = part(leaf, ids);
    Slot slot = layout.slot(leaf, ids);
    if (leaf.sort() instanceof Sort.Memory) {
      packMemory((Memory) value, leaf, to, at + slot.word());
    } else {
      slot.fill(to, at, Coding.encode(value, leaf.sort(), layout.world()));
    }
  }

  private void packMemory(Memory memory, Leaf leaf, long[] to, int at) {
    Map<Long, Long> cells = new TreeMap<>(Long::compareUnsigned);
    for (Memory.Cell cell : memory.cells()) {
      int shift = Byte.SIZE * (int) (cell.address() & 7);
      cells.merge(cell.address() >>> 3, (long) cell.value() << shift, Long::sum);
    }
    if (cells.size() > layout.memoryCells()) {
      throw new IllegalArgumentException(
          "memory with more cells than its layout: variable="
              + leaf.name()
              + ", cells="
              + cells.size()
              + ", limit="
              + layout.memoryCells());
    }
    int next = at;
    for (Map.Entry<Long, Long> cell : cells.entrySet()) {
      to[next++] = cell.getKey();
      to[next++] = cell.getValue();
    }
  }

  private void packLocal(Process process, Leaf leaf, int[] ids, long[] to, int at) {
    String label = label(process, ids);
    Value value = part(leaf, ids);
    int self = process.over().isPresent() ? ids[0] : -1;
    Optional<Slot> slot = layout.localSlot(process.name(), self, label, leaf, ids);
    if (slot.isPresent()) {
      slot.get().fill(to, at, Coding.encode(value, leaf.sort(), layout.world()));
    } else {
      requireDefault(value, leaf.sort(), leaf.name(), "label=" + label);
    }
  }

  private String label(Process process, int[] ids) {
    Value counter = state.value(Specification.counterName(process.name()));
    Value mine = process.over().isPresent() ? ((Array) counter).at(ids[0]) : counter;
    return layout.specification().labels(process.name()).values().get((int) mine.scalar());
  }

  private void requireDefault(Value value, Sort sort, String name, String where) {
    if (!value.equals(Value.defaultOf(sort, layout.world()))) {
      throw new IllegalStateException(
          "local without room: name=" + name + ", value=" + value.format(sort) + ", " + where);
    }
  }

  private Value part(Leaf leaf, int[] ids) {
    return part(state.value(leaf.variable()), leaf.fields(), ids, 0);
  }

  private static Value part(Value value, List<Integer> fields, int[] ids, int depth) {
    return switch (value) {
      case Array array -> part(array.at(ids[depth]), fields, ids, depth + 1);
      case Struct struct ->
          part(
              struct.fields().get(fields.getFirst()), fields.subList(1, fields.size()), ids, depth);
      case Value scalar -> scalar;
    };
  }
}
