package psyscall.model.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import psyscall.spec.process.Choice;
import psyscall.spec.term.Sort;

class SchedulerTest {
  private static final Choice CHOICE = new Choice("anything", Sort.TRUTH);

  @Test
  void roundRobinTakesTheFirst() {
    Scheduler scheduler = new RoundRobin();

    assertThat(scheduler.next(5)).isZero();
    assertThat(scheduler.choose(CHOICE, 5)).isZero();
    assertThat(scheduler.stepNanos()).isEqualTo(100);
  }

  @Test
  void oneSeedDrawsTheSame() {
    assertThat(drawn(new SeededRandom(5))).isEqualTo(drawn(new SeededRandom(5)));
    assertThat(drawn(new SeededRandom(5))).isNotEqualTo(drawn(new SeededRandom(6)));
  }

  @Test
  void randomDrawsEachPossibility() {
    Scheduler scheduler = new SeededRandom(1);

    assertThat(IntStream.range(0, 200).map(_ -> scheduler.next(3)).distinct().sorted())
        .containsExactly(0, 1, 2);
    assertThat(IntStream.range(0, 200).map(_ -> scheduler.choose(CHOICE, 2)).distinct().sorted())
        .containsExactly(0, 1);
    assertThat(IntStream.range(0, 200).mapToLong(_ -> scheduler.stepNanos()).boxed())
        .allMatch(nanos -> nanos >= 1 && nanos <= 200);
  }

  private static List<Integer> drawn(Scheduler scheduler) {
    return IntStream.range(0, 50).mapToObj(_ -> scheduler.next(100)).toList();
  }
}
