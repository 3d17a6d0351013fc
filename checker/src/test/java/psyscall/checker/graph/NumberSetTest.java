package psyscall.checker.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import psyscall.checker.store.MemoryBudget;

final class NumberSetTest {
  private final MemoryBudget budget = new MemoryBudget(1_000_000);

  @Test
  void whatIsAddedIsInUntilItIsRemoved() throws Unfinished {
    try (NumberSet set = NumberSet.of(200, budget)) {
      assertThat(set.add(63)).isTrue();
      assertThat(set.add(63)).isFalse();
      assertThat(set.add(199)).isTrue();

      assertThat(IntStream.range(0, 200).filter(set::contains)).containsExactly(63, 199);
      assertThat(set.count()).isEqualTo(2);

      assertThat(set.remove(63)).isTrue();
      assertThat(set.remove(63)).isFalse();
      assertThat(set.count()).isEqualTo(1);
    }
  }

  @Test
  void theGreatestNumberFitsWhereverAWordEnds() throws Unfinished {
    for (int numbers : List.of(1, 63, 64, 65, 128)) {
      try (NumberSet set = NumberSet.of(numbers, budget)) {
        assertThat(set.add(numbers - 1)).as("numbers=%d", numbers).isTrue();
      }
    }
  }

  @Test
  void threadsThatShareWordsLoseNothing() throws Unfinished {
    try (NumberSet set = NumberSet.of(100_000, budget)) {
      long added = IntStream.range(0, 400_000).parallel().filter(i -> set.add(i % 100_000)).count();

      assertThat(added).isEqualTo(100_000);
      assertThat(set.count()).isEqualTo(100_000);
    }
  }

  @Test
  void itsMemoryIsAskedForAndGivenBack() throws Unfinished {
    MemoryBudget small = new MemoryBudget(40);
    try (NumberSet set = NumberSet.of(200, small)) {
      assertThat(set.count()).isZero();
      assertThat(small.usedBytes()).isEqualTo(32);
      assertThatThrownBy(() -> NumberSet.of(200, small))
          .isInstanceOf(Unfinished.class)
          .hasMessage("memory limit: maxMemoryBytes=40");
    }

    assertThat(small.usedBytes()).isZero();
  }
}
