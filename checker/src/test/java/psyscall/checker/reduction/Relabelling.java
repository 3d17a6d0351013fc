package psyscall.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.model.layout.Layout;
import psyscall.spec.term.Sort;

/// A permutation of the individuals of each sort, applied to values and not to bits: what symmetry
/// means, written as plainly as can be.
///
/// @param renamed the new index of each individual, by sort
record Relabelling(Map<Sort.Individual, List<Integer>> renamed) {

  /// All of a world.
  static List<Relabelling> all(World world) {
    List<Relabelling> all = List.of(new Relabelling(Map.of()));
    for (Sort.Individual sort : world.sizes().keySet()) {
      List<List<Integer>> orders = orders(IntStream.range(0, world.size(sort)).boxed().toList());
      all =
          all.stream().flatMap(one -> orders.stream().map(order -> one.with(sort, order))).toList();
    }
    return all;
  }

  private Relabelling with(Sort.Individual sort, List<Integer> order) {
    Map<Sort.Individual, List<Integer>> more = new LinkedHashMap<>(renamed);
    more.put(sort, order);
    return new Relabelling(more);
  }

  private static List<List<Integer>> orders(List<Integer> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (Integer first : of) {
      for (List<Integer> rest : orders(of.stream().filter(i -> !i.equals(first)).toList())) {
        List<Integer> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }

  /// The least of the packed states that all relabellings of a state give.
  static List<Long> least(State state, Layout layout, List<Relabelling> all) {
    long[] least = new long[0];
    for (Relabelling relabelling : all) {
      long[] words = pack(relabelling.of(state), layout);
      if (least.length == 0 || Arrays.compareUnsigned(words, least) < 0) {
        least = words;
      }
    }
    return list(least);
  }

  static long[] pack(State state, Layout layout) {
    long[] words = new long[layout.words()];
    layout.pack(state, words, 0);
    return words;
  }

  static List<Long> list(long[] words) {
    return Arrays.stream(words).boxed().toList();
  }

  /// A state in which each individual plays the part of the one that is renamed to it.
  State of(State state) {
    List<Value> values = new ArrayList<>();
    for (int at = 0; at < state.schema().size(); at++) {
      values.add(of(state.value(at), state.schema().variable(at).sort()));
    }
    return State.of(state.schema(), values);
  }

  private Value of(Value value, Sort sort) {
    return switch (sort) {
      case Sort.Individual s -> Scalar.of(renamed(s, value.scalar()));
      case Sort.Optional s ->
          value.equals(Scalar.NIL) ? value : Scalar.of(renamed(s.of(), value.scalar()));
      case Sort.SetOf s ->
          IdSet.of(
              Arrays.stream(((IdSet) value).toArray())
                  .map(id -> renamed(s.of(), id))
                  .sorted()
                  .toArray());
      case Sort.Queue s -> {
        Queue queue = (Queue) value;
        yield Queue.of(
            IntStream.range(0, queue.size())
                .mapToLong(at -> renamed(s.of(), queue.at(at)))
                .toArray());
      }
      case Sort.ArrayOf s -> {
        Array array = (Array) value;
        Value[] moved = new Value[array.size()];
        for (int at = 0; at < moved.length; at++) {
          moved[(int) renamed(s.index(), at)] = of(array.at(at), s.element());
        }
        yield Array.of(List.of(moved));
      }
      case Sort.Struct s -> {
        List<Value> fields = new ArrayList<>();
        for (int at = 0; at < s.fields().size(); at++) {
          fields.add(of(((Struct) value).fields().get(at), s.fields().get(at).sort()));
        }
        yield new Struct(fields);
      }
      case Sort.Truth _, Sort.Enumeration _, Sort.Range _, Sort.Bits _, Sort.Memory _ -> value;
    };
  }

  private long renamed(Sort.Individual sort, long id) {
    return Objects.requireNonNull(renamed.get(sort)).get((int) id);
  }
}
