package psyscall.checker.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  private static final Expression X = Expression.place("x", "x", List.of());
  private static final Expression Y = Expression.place("y", "y", List.of());

  @Test
  void operationsOnConstantsAreCarriedOut() {
    Expression three = Expression.of(3);
    Expression five = Expression.of(5);

    assertThat(three.plus(five).text()).isEqualTo("8");
    assertThat(three.minus(five).text()).isEqualTo("-2");
    assertThat(Expression.of(-3).dividedBy(Expression.of(2)).text()).isEqualTo("-2");
    assertThat(three.times(4).text()).isEqualTo("12");
    assertThat(three.union(five).text()).isEqualTo("7");
    assertThat(three.intersection(five).text()).isEqualTo("1");
    assertThat(three.without(five).text()).isEqualTo("2");
    assertThat(three.single().text()).isEqualTo("8");
    assertThat(five.has(Expression.of(2)).text()).isEqualTo("1");
    assertThat(five.has(Expression.of(1)).text()).isEqualTo("0");
    assertThat(three.less(five).text()).isEqualTo("1");
    assertThat(three.same(five).text()).isEqualTo("0");
  }

  @Test
  void whatIsNotKnownStaysInBrackets() {
    assertThat(X.plus(Y).text()).isEqualTo("(x + y)");
    assertThat(X.without(Y).text()).isEqualTo("(x & ~y)");
    assertThat(X.has(Y).text()).isEqualTo("((x >> y) & 1)");
    assertThat(X.single().text()).isEqualTo("(1 << x)");
    assertThat(X.orElse(Y, Expression.NIL).text()).isEqualTo("(y -> x : nil)");
  }

  @Test
  void aNegationIsNotNegatedTwice() {
    assertThat(X.not().text()).isEqualTo("!x");
    assertThat(X.not().not().text()).isEqualTo("x");
  }

  @Test
  void conjunctionsAndDisjunctionsLoseWhatDecidesNothing() {
    assertThat(Expression.and(List.of(Expression.TRUE, X))).isEqualTo(X);
    assertThat(Expression.and(List.of(X, Expression.FALSE, Y)).text()).isEqualTo("0");
    assertThat(Expression.and(List.of()).text()).isEqualTo("1");
    assertThat(Expression.or(List.of(X, Expression.FALSE, Y)).text()).isEqualTo("(x || y)");
    assertThat(Expression.or(List.of(X, Expression.TRUE)).text()).isEqualTo("1");
  }

  @Test
  void whatIsReadIsKnown() {
    Expression entry = Expression.place("a", "a[" + X.text() + "]", List.of(X));

    assertThat(entry.plus(Y).not().reads()).containsExactly("a", "x", "y");
  }
}
