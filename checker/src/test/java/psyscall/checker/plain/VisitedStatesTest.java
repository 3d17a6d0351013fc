package psyscall.checker.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Schema;
import psyscall.model.behavior.State;
import psyscall.spec.process.Block;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

final class VisitedStatesTest {
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    Var high = new Var("high", new Sort.Range(0, 1000), Var.Role.FIELD);
    Var low = new Var("low", new Sort.Range(0, 1000), Var.Role.FIELD);
    return new Schema(
        new Specification(
            "two numbers", List.of(high, low), List.of(), List.of(), List.of(), Block.EMPTY));
  }

  private static State state(int high, int low) {
    return State.of(SCHEMA, Scalar.of(high), Scalar.of(low));
  }

  @Test
  void aStateIsFoundByItsValues() {
    VisitedStates visited = new VisitedStates();

    assertThat(visited.indexOf(state(1, 2))).isEqualTo(VisitedStates.NONE);
    assertThat(visited.add(state(1, 2), VisitedStates.NONE)).isZero();
    assertThat(visited.indexOf(state(1, 2))).isZero();
    assertThat(visited.indexOf(state(2, 1))).isEqualTo(VisitedStates.NONE);
  }

  @Test
  void statesWithOneHashAreToldApart() {
    Map<Integer, State> byHash = new HashMap<>();
    State other =
        new SplittableRandom(1)
            .longs(500_000)
            .mapToObj(number -> State.of(SCHEMA, Scalar.of(number), Scalar.of(7)))
            .filter(state -> byHash.putIfAbsent(state.hashCode(), state) != null)
            .findFirst()
            .orElseThrow();
    State one = Objects.requireNonNull(byHash.get(other.hashCode()));
    VisitedStates visited = new VisitedStates();

    visited.add(one, VisitedStates.NONE);

    assertThat(one).isNotEqualTo(other);
    assertThat(visited.indexOf(other)).isEqualTo(VisitedStates.NONE);
    assertThat(visited.add(other, 0)).isEqualTo(1);
    assertThat(visited.indexOf(one)).isZero();
    assertThat(visited.indexOf(other)).isEqualTo(1);
  }

  @Test
  void nothingIsLostWhenTheTableGrows() {
    VisitedStates visited = new VisitedStates();

    IntStream.range(0, 40_000).forEach(at -> visited.add(state(at / 200, at % 200), at / 3 - 1));

    assertThat(visited.size()).isEqualTo(40_000);
    assertThat(
            IntStream.range(0, 40_000)
                .allMatch(
                    at ->
                        visited.indexOf(state(at / 200, at % 200)) == at
                            && visited.state(at).equals(state(at / 200, at % 200))
                            && visited.parent(at) == at / 3 - 1))
        .isTrue();
  }
}
