package psyscall.model.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.spec.term.Sort;

/// Defaults and texts of values.
class ValueTest {
  private static final Sort.Individual P = new Sort.Individual("P");
  private static final Sort.Enumeration LIGHT =
      new Sort.Enumeration("Light", List.of("red", "green"));
  private static final Sort.Struct PAIR =
      new Sort.Struct(
          "Pair", List.of(new Sort.Field("a", LIGHT), new Sort.Field("b", new Sort.Optional(P))));

  static Stream<Arguments> defaults() {
    return Stream.of(
        arguments(Sort.TRUTH, Scalar.FALSE),
        arguments(LIGHT, Scalar.of(0)),
        arguments(new Sort.Range(-2, 5), Scalar.of(0)),
        arguments(new Sort.Range(3, 5), Scalar.of(3)),
        arguments(new Sort.Range(-5, -3), Scalar.of(-3)),
        arguments(P, Scalar.of(0)),
        arguments(new Sort.Optional(P), Scalar.NIL),
        arguments(new Sort.SetOf(P), IdSet.EMPTY),
        arguments(new Sort.Queue(P, 2), Queue.EMPTY),
        arguments(new Sort.Bits(8), Scalar.of(0)),
        arguments(new Sort.Memory(), Memory.ZERO),
        arguments(
            new Sort.ArrayOf(P, new Sort.Optional(P)),
            Array.of(List.of(Scalar.NIL, Scalar.NIL, Scalar.NIL))),
        arguments(PAIR, new Struct(List.of(Scalar.of(0), Scalar.NIL))));
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void defaultIsTheDocumentedOne(Sort sort, Value wanted) {
    assertThat(Value.defaultOf(sort, World.of(P, 3))).isEqualTo(wanted);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments(Sort.TRUTH, Scalar.TRUE, "true"),
        arguments(Sort.TRUTH, Scalar.FALSE, "false"),
        arguments(LIGHT, Scalar.of(1), "green"),
        arguments(new Sort.Range(-9, 9), Scalar.of(-7), "-7"),
        arguments(P, Scalar.of(2), "P2"),
        arguments(new Sort.Optional(P), Scalar.of(0), "P0"),
        arguments(new Sort.Optional(P), Scalar.NIL, "nil"),
        arguments(new Sort.SetOf(P), IdSet.of(100, 1, 0), "{P0, P1, P100}"),
        arguments(new Sort.Queue(P, 3), Queue.of(2, 0, 2), "[P2, P0, P2]"),
        arguments(new Sort.Bits(64), Scalar.of(-1), "0xffffffffffffffff"),
        arguments(
            new Sort.Memory(),
            Memory.ZERO.store(-1, 2, 0x2a17),
            "{0x0: 0x2a, 0xffffffffffffffff: 0x17}"),
        arguments(
            new Sort.ArrayOf(P, LIGHT),
            Array.of(List.of(Scalar.of(1), Scalar.of(0))),
            "[P0: green, P1: red]"),
        arguments(PAIR, new Struct(List.of(Scalar.of(1), Scalar.of(4))), "(a: green, b: P4)"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void formatIsWhatPeopleRead(Sort sort, Value value, String text) {
    assertThat(value.format(sort)).isEqualTo(text);
  }

  @Test
  void smallScalarsAreOneObject() {
    assertThat(Scalar.of(-1)).isSameAs(Scalar.NIL);
    assertThat(Scalar.of(1023)).isSameAs(Scalar.of(1023));
    assertThat(Scalar.of(1024)).isEqualTo(Scalar.of(1024)).isNotEqualTo(Scalar.of(1025));
  }

  @Test
  void onlyScalarsHaveANumber() {
    assertThat(Scalar.of(7).scalar()).isEqualTo(7);
    assertThatThrownBy(() -> IdSet.of(1).scalar())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not a scalar: value={1}");
  }

  @Test
  void arrayKeepsItselfIfTheEntryIsEqual() {
    Array array = Array.of(List.of(Scalar.of(1), Scalar.of(2000)));

    assertThat(array.with(1, Scalar.of(2000))).isSameAs(array);
    assertThat(array.with(1, Scalar.of(3)))
        .isEqualTo(Array.of(List.of(Scalar.of(1), Scalar.of(3))))
        .isNotEqualTo(array);
  }

  @Test
  void setsTakeNoNegativeIds() {
    assertThatThrownBy(() -> IdSet.of(3, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id of a set: id=-1, limit=0..");
  }

  @Test
  void worldNamesTheSortThatItLacks() {
    World world = World.of(P, 2, new Sort.Individual("M"), 3);

    assertThat(world.size(P)).isEqualTo(2);
    assertThat(world.universe(new Sort.Individual("M"))).isEqualTo(IdSet.of(0, 1, 2));
    assertThatThrownBy(() -> world.size(new Sort.Individual("G")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id sort without a size: sort=G, declared=[M, P]");
    assertThatThrownBy(() -> world.with(P, -1))
        .hasMessage("size of an id sort: sort=P, size=-1, limit=0..");
  }

  @Test
  void universesMayBeLargerThanAWord() {
    assertThat(IdSet.below(64)).isEqualTo(IdSet.below(65).difference(IdSet.single(64)));
    assertThat(IdSet.below(70).size()).isEqualTo(70);
    assertThat(IdSet.below(70).at(69)).isEqualTo(69);
  }
}
