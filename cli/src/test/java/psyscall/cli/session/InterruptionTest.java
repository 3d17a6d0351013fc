package psyscall.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import psyscall.checker.search.Counts;
import psyscall.checker.search.Progress;

class InterruptionTest {
  private final Interruption interruption = new Interruption();

  @Test
  void requestStays() {
    assertThat(interruption.isRequested()).isFalse();

    interruption.request();

    assertThat(interruption.isRequested()).isTrue();
  }

  @Test
  void runThatDoesNotEndIsNotAwaitedForEver() {
    assertThat(interruption.awaitEnd(1)).isFalse();
    assertThat(interruption.hasEnded()).isFalse();
  }

  @Test
  void runThatHasEndedIsNotAwaited() {
    interruption.end();

    assertThat(interruption.awaitEnd(Long.MAX_VALUE)).isTrue();
    assertThat(interruption.hasEnded()).isTrue();
  }

  @Test
  void latestProgressIsKept() {
    Progress progress =
        new Progress(Progress.Phase.EXPLORING, new Counts(3, 2, 1, 1), 0, Duration.ZERO);
    assertThat(interruption.latest()).isEmpty();

    interruption.note(progress);

    assertThat(interruption.latest()).contains(progress);
  }
}
