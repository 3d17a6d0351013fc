package psyscall.model.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;

/// The bits of single values, one by one.
class CodingTest {
  private static final Sort.Individual IDS = new Sort.Individual("A");
  private static final World FIVE = World.of(IDS, 5);

  @Test
  void nilIsZeroAndAnIdOneMoreThanItsIndex() {
    Sort sort = new Sort.Optional(IDS);

    assertThat(Coding.encode(Scalar.NIL, sort, FIVE)).isZero();
    assertThat(Coding.encode(Scalar.of(4), sort, FIVE)).isEqualTo(5);
  }

  @Test
  void numberIsCountedFromTheLeast() {
    assertThat(Coding.encode(Scalar.of(-2), new Sort.Range(-3, 4), FIVE)).isEqualTo(1);
  }

  @Test
  void queueHasItsFirstIdLowestAndABitAboveItsLast() {
    Sort sort = new Sort.Queue(IDS, 3);

    assertThat(Coding.width(sort, FIVE)).isEqualTo(10);
    assertThat(Coding.encode(Queue.EMPTY, sort, FIVE)).isEqualTo(0b1);
    assertThat(Coding.encode(Queue.of(4), sort, FIVE)).isEqualTo(0b1_100);
    assertThat(Coding.encode(Queue.of(1, 0, 4), sort, FIVE)).isEqualTo(0b1_100_000_001);
  }

  @Test
  void queueOfTheOnlyIdTakesABitForEach() {
    assertThat(Coding.encode(Queue.of(0, 0), new Sort.Queue(IDS, 2), World.of(IDS, 1)))
        .isEqualTo(0b100);
  }

  @Test
  void setHasABitForEachMember() {
    assertThat(Coding.encode(IdSet.of(0, 3), new Sort.SetOf(IDS), FIVE)).isEqualTo(0b1001);
  }

  @Test
  void oneValueTakesNoBits() {
    assertThat(Coding.width(new Sort.Range(7, 7), FIVE)).isZero();
    assertThat(Coding.width(new Sort.Enumeration("e", List.of("only")), FIVE)).isZero();
    assertThat(Coding.width(IDS, World.of(IDS, 1))).isZero();
    assertThat(Coding.decode(0, new Sort.Range(7, 7), FIVE)).isEqualTo(Scalar.of(7));
  }

  @Test
  void allNumbersTakeAWord() {
    Sort.Range all = new Sort.Range(Long.MIN_VALUE, Long.MAX_VALUE);

    assertThat(Coding.width(all, FIVE)).isEqualTo(64);
    assertThat(Coding.encode(Scalar.of(-1), all, FIVE)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void memberThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Coding.encode(IdSet.of(5), new Sort.SetOf(IDS), FIVE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "value outside its sort: value={5}, sort=SetOf[of=Individual[name=A]], width=5");
    assertThatThrownBy(() -> Coding.encode(IdSet.of(70), new Sort.SetOf(IDS), FIVE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "value outside its sort: value={70}, sort=SetOf[of=Individual[name=A]], width=5");
  }

  @Test
  void memoryIsNoScalar() {
    assertThatThrownBy(() -> Coding.bias(new Sort.Memory()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sort without a scalar coding: sort=Memory[]");
  }
}
