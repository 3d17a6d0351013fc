package psyscall.checker.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectTest {
  private static Expression read(String name) {
    return Expression.place(name, name, List.of());
  }

  private static Write write(String name, Expression value) {
    return new Write(new Cells.Cell(name, Optional.empty()), value);
  }

  @Test
  void aValueIsReadBeforeItsVariableChanges() {
    Effect effect = Effect.of(List.of(write("x", Expression.of(1)), write("y", read("x"))));

    assertThat(effect.statements()).containsExactly("y = x", "x = 1");
    assertThat(effect.scratch()).isZero();
  }

  @Test
  void anExchangeTakesAScratchVariableThatIsZeroAgain() {
    Effect effect = Effect.of(List.of(write("x", read("y")), write("y", read("x"))));

    assertThat(effect.statements())
        .containsExactly("scratch_0 = x", "x = y", "y = scratch_0", "scratch_0 = 0");
    assertThat(effect.scratch()).isEqualTo(1);
  }

  @Test
  void anIndexIsThatOfTheStateBefore() {
    Cells.Cell entry = new Cells.Cell("a", Optional.of(read("x")));
    Effect effect =
        Effect.of(List.of(write("x", Expression.NIL), new Write(entry, Expression.of(7))));

    assertThat(effect.statements()).containsExactly("a[x] = 7", "x = nil");
  }

  @Test
  void writesToOneArrayKeepTheirOrder() {
    Cells.Cell one = new Cells.Cell("a", Optional.of(Expression.of(0)));
    Cells.Cell same = new Cells.Cell("a", Optional.of(read("x")));
    Effect effect =
        Effect.of(List.of(new Write(one, Expression.of(1)), new Write(same, Expression.of(2))));

    assertThat(effect.statements()).containsExactly("a[0] = 1", "a[x] = 2");
  }
}
