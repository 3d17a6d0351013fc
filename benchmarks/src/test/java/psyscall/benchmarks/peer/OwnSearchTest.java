package psyscall.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnSearchTest {

  @Test
  void nothingIsJudged() {
    assertThat(OwnSearch.TWO_THREADS.order("one-call").fields().line())
        .isEqualTo(
            "judged=NONE maxStates=536870912 profile=NONE scenario=one-call symmetry=OFF"
                + " threads=2");
  }

  @Test
  void symmetryStoresLess() {
    assertThat(OwnSearch.ONE_THREAD.storesAll()).isTrue();
    assertThat(OwnSearch.TWO_THREADS.storesAll()).isTrue();
    assertThat(OwnSearch.SYMMETRIC.storesAll()).isFalse();
  }
}
