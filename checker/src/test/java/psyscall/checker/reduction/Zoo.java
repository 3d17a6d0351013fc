package psyscall.checker.reduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.model.layout.Layout;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.process.Block;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;
import psyscall.spec.toy.Declared;

/// States with a part of every kind, filled at random: all ways to refer to an individual, alone,
/// in records, and in arrays of arrays.
final class Zoo {
  private static final Ids<A> AS = Ids.of("A");
  private static final Ids<B> BS = Ids.of("B");

  private final World world = World.of(AS.sort(), 3, BS.sort(), 2);
  private final Layout layout = Layout.of(specification(), world, 1);

  private interface A {}

  private interface B {}

  private static Specification specification() {
    Declared declared = new Declared();
    declared.field("a.flag", AS.array(Bool.TYPE));
    declared.field("a.number", AS.array(Int.range(-1, 1)));
    declared.field("a.friend", AS.array(AS.opt()));
    declared.field("a.self", AS.array(AS.id()));
    declared.field("a.home", AS.array(BS.opt()));
    declared.field("a.visits", AS.array(BS.set()));
    declared.field("a.line", AS.array(AS.fifo(2)));
    declared.field("b.guests", BS.array(AS.set()));
    declared.field("b.empty", BS.array(Bool.TYPE));
    declared.field("a.knows", AS.array(AS.array(Bool.TYPE)));
    declared.field("a.sends", AS.array(BS.array(AS.opt())));
    declared.field("b.orders", BS.array(AS.array(AS.fifo(1))));
    declared.field("b.heap", BS.array(Bytes.TYPE));
    declared.field("a.heap", AS.array(BS.array(Bytes.TYPE)));
    declared.field("first", AS.opt());
    declared.field("one", AS.id());
    declared.field("some", AS.set());
    declared.field("others", BS.set());
    declared.field("queue", AS.fifo(3));
    declared.field("heap", Bytes.TYPE);
    Procedure stay =
        new Procedure("stay", "does nothing", Declared.MODEL) {
          @Override
          protected void body() {
            label("here", "");
            goTo("here");
          }
        };
    return Flattening.of(
        declared.protocol(
            "zoo",
            List.of(
                Process.of("A", Optional.of(AS.sort()), List.of("stay")),
                Process.of("single", Optional.empty(), List.of("stay"))),
            List.of(stay),
            Block.EMPTY));
  }

  Layout layout() {
    return layout;
  }

  /// A state of which most parts are their defaults, so that individuals are often alike.
  ///
  /// @param filled how many of the parts are not, in percent
  State random(RandomGenerator random, int filled) {
    List<Value> values = new ArrayList<>();
    for (Var variable : layout.schema().variables()) {
      boolean isField = variable.role() == Var.Role.FIELD;
      values.add(value(variable.sort(), random, isField ? filled : 0));
    }
    return State.of(layout.schema(), values);
  }

  private Value value(Sort sort, RandomGenerator random, int filled) {
    return switch (sort) {
      case Sort.ArrayOf s ->
          Array.of(
              IntStream.range(0, world.size(s.index()))
                  .mapToObj(_ -> value(s.element(), random, filled))
                  .toList());
      case Sort.Struct s ->
          new Struct(s.fields().stream().map(f -> value(f.sort(), random, filled)).toList());
      case Sort scalar when random.nextInt(100) >= filled -> Value.defaultOf(scalar, world);
      case Sort.Truth _ -> Scalar.TRUE;
      case Sort.Enumeration s -> Scalar.of(random.nextInt(s.values().size()));
      case Sort.Range s -> Scalar.of(random.nextLong(s.low(), s.high() + 1));
      case Sort.Bits _ -> Scalar.of(random.nextInt(2));
      case Sort.Individual s -> Scalar.of(random.nextInt(world.size(s)));
      case Sort.Optional s -> Scalar.of(random.nextInt(world.size(s.of())));
      case Sort.SetOf s ->
          IdSet.of(
              LongStream.range(0, world.size(s.of())).filter(_ -> random.nextBoolean()).toArray());
      case Sort.Queue s ->
          Queue.of(
              IntStream.range(0, random.nextInt(s.capacity()) + 1)
                  .mapToLong(_ -> random.nextInt(world.size(s.of())))
                  .toArray());
      case Sort.Memory _ -> Memory.ZERO.store(8L * random.nextInt(2), 1, 1);
    };
  }
}
