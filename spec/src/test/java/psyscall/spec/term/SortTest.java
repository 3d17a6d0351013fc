package psyscall.spec.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortTest {
  private static final Sort.Individual P = new Sort.Individual("P");
  private static final Sort.Individual M = new Sort.Individual("M");

  @Test
  void individualsOfOneNameAreOneSort() {
    assertThat(Sort.fits(P, new Sort.Individual("P"))).isTrue();
    assertThat(Sort.fits(P, M)).isFalse();
    assertThat(Sort.fits(new Sort.Optional(P), P)).isFalse();
    assertThat(Sort.fits(new Sort.SetOf(P), new Sort.SetOf(M))).isFalse();
  }

  @Test
  void rangesFitEachOtherAlsoInsideArrays() {
    Sort.Range small = new Sort.Range(0, 1);
    Sort.Range large = new Sort.Range(-5, 9);

    assertThat(Sort.fits(small, large)).isTrue();
    assertThat(Sort.fits(new Sort.ArrayOf(P, small), new Sort.ArrayOf(P, large))).isTrue();
    assertThat(Sort.fits(new Sort.ArrayOf(P, small), new Sort.ArrayOf(M, small))).isFalse();
    assertThat(Sort.fits(new Sort.ArrayOf(P, small), new Sort.ArrayOf(P, Sort.TRUTH))).isFalse();
  }

  @Test
  void queuesOfOtherCapacityAreOtherSorts() {
    assertThat(Sort.fits(new Sort.Queue(P, 2), new Sort.Queue(P, 2))).isTrue();
    assertThat(Sort.fits(new Sort.Queue(P, 2), new Sort.Queue(P, 3))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65})
  void wordsHaveOneToSixtyFourBits(int width) {
    assertThatThrownBy(() -> new Sort.Bits(width))
        .isInstanceOf(IllFormed.class)
        .hasMessage("word width: width=" + width + ", limit=1..64");
  }

  @Test
  void emptySortsAreRefused() {
    assertThatThrownBy(() -> new Sort.Range(1, 0)).hasMessage("empty range: low=1, high=0");
    assertThatThrownBy(() -> new Sort.Enumeration("Status", List.of()))
        .hasMessage("enumeration without values: name=Status");
    assertThatThrownBy(() -> new Sort.Queue(P, 0)).hasMessage("queue without room: capacity=0");
  }

  @Test
  void unknownNamesAreListedWithThoseThereAre() {
    Sort.Enumeration status = new Sort.Enumeration("Status", List.of("idle", "running"));
    Sort.Struct pair = new Sort.Struct("Pair", List.of(new Sort.Field("left", P)));

    assertThat(status.ordinal("running")).isEqualTo(1);
    assertThatThrownBy(() -> status.ordinal("dead"))
        .hasMessage("unknown value: enumeration=Status, value=dead, values=[idle, running]");
    assertThat(pair.position("left")).isZero();
    assertThatThrownBy(() -> pair.position("right"))
        .hasMessage("unknown field: record=Pair, field=right");
  }
}
