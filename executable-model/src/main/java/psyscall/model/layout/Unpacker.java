package psyscall.model.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.spec.process.Process;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// Takes one packed state apart.
final class Unpacker {
  private final Layout layout;
  private final long[] from;
  private final int at;

  Unpacker(Layout layout, long[] from, int at) {
    this.layout = layout;
    this.from = from;
    this.at = at;
  }

  State state() {
    List<Value> values =
        layout.schema().variables().stream().map(v -> value(new Place(v), v.sort())).toList();
    return State.of(layout.schema(), values);
  }

  /// The way to a part of a variable.
  private record Place(
      Var variable, List<Integer> fields, List<Sort.Individual> dims, List<Integer> ids) {
    Place(Var variable) {
      this(variable, List.of(), List.of(), List.of());
    }

    Place entry(Sort.Individual sort, int id) {
      return new Place(variable, fields, and(dims, sort), and(ids, id));
    }

    Place field(int position) {
      return new Place(variable, and(fields, position), dims, ids);
    }

    Leaf leaf(Sort sort) {
      return new Leaf(variable, fields, dims, sort);
    }

    int[] array() {
      return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    private static <T> List<T> and(List<T> list, T last) {
      return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
  }

  private Value value(Place place, Sort sort) {
    return switch (sort) {
      case Sort.ArrayOf array -> {
        List<Value> entries = new ArrayList<>();
        for (int id = 0; id < layout.world().size(array.index()); id++) {
          entries.add(value(place.entry(array.index(), id), array.element()));
        }
        yield Array.of(entries);
      }
      case Sort.Struct struct -> {
        List<Value> fields = new ArrayList<>();
        for (int position = 0; position < struct.fields().size(); position++) {
          fields.add(value(place.field(position), struct.fields().get(position).sort()));
        }
        yield new Struct(fields);
      }
      case Sort.Memory _ -> memory(layout.slot(place.leaf(sort), place.array()).word());
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Queue _,
          Sort.Bits _ ->
          scalar(place.leaf(sort), place.array());
    };
  }

  private Value scalar(Leaf leaf, int[] ids) {
    return slot(leaf, ids)
        .map(slot -> Coding.decode(slot.read(from, at), leaf.sort(), layout.world()))
        .orElseGet(() -> Value.defaultOf(leaf.sort(), layout.world()));
  }

  private Optional<Slot> slot(Leaf leaf, int[] ids) {
    if (!Occupancy.isLocal(leaf.variable())) {
      return Optional.of(layout.slot(leaf, ids));
    }
    for (Process process : layout.specification().processes()) {
      if (layout.locals(process.name()).contains(leaf)) {
        int self = process.over().isPresent() ? ids[0] : -1;
        return layout.localSlot(process.name(), self, label(process, self), leaf, ids);
      }
    }
    return Optional.empty();
  }

  private String label(Process process, int self) {
    Var counter = layout.specification().counter(process.name());
    Leaf leaf = Leaf.of(counter).getFirst();
    Slot slot = self < 0 ? layout.slot(leaf) : layout.slot(leaf, self);
    int position = (int) slot.read(from, at);
    return layout.specification().labels(process.name()).values().get(position);
  }

  private Memory memory(int word) {
    Memory memory = Memory.ZERO;
    int first = at + word;
    for (int pair = first; pair < first + 2 * layout.memoryCells(); pair += 2) {
      long cell = from[pair + 1];
      if (cell != 0) {
        memory = memory.store(from[pair] << 3, Long.BYTES, cell);
      }
    }
    return memory;
  }
}
