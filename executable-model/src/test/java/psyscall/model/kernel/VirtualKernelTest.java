package psyscall.model.kernel;

import psyscall.model.workload.KernelCall;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import psyscall.model.kernel.VirtualKernel.Interruption;

class VirtualKernelTest {
  private static final KernelCall TIMED = new KernelCall.FutexWait("w", 1, OptionalLong.of(500));
  private static final KernelCall ENDLESS = new KernelCall.FutexWait("w", 1, OptionalLong.empty());

  private final VirtualKernel kernel = new VirtualKernel(new TreeMap<>(Map.of("w", 1L)));

  @Test
  void waitEndsWithItsTime() {
    kernel.begin(3, TIMED, 1_000);

    assertThat(kernel.due(3)).isEqualTo(1_500);
    assertThat(kernel.finish(3).text()).isEqualTo("18446744073709551615 0 connection timed out");
    assertThat(kernel.isIn(3)).isFalse();
  }

  @Test
  void wordThatHoldsSomethingElseRefusesTheWait() {
    kernel.store("w", 2);
    kernel.begin(3, ENDLESS, 0);

    assertThat(kernel.due(3)).isEqualTo(VirtualKernel.SERVICE_NANOS);
    assertThat(kernel.finish(3).error()).contains(KernelError.EAGAIN);
  }

  @Test
  void storeAloneWakesNobody() {
    kernel.begin(3, ENDLESS, 0);
    kernel.store("w", 2);

    assertThat(kernel.due(3)).isEqualTo(VirtualKernel.NEVER);
  }

  @Test
  void wakeTakesTheLongestWaitFirst() {
    kernel.begin(5, ENDLESS, 10);
    kernel.begin(3, ENDLESS, 20);
    kernel.begin(4, ENDLESS, 20);
    kernel.begin(9, new KernelCall.FutexWake("w", 2), 30);

    assertThat(kernel.finish(9)).isEqualTo(KernelResult.of(2));
    assertThat(kernel.due(5)).isEqualTo(30 + VirtualKernel.SERVICE_NANOS);
    assertThat(kernel.due(3)).isEqualTo(30 + VirtualKernel.SERVICE_NANOS);
    assertThat(kernel.due(4)).isEqualTo(VirtualKernel.NEVER);
    assertThat(kernel.finish(5)).isEqualTo(KernelResult.of(0));
  }

  @Test
  void signalDoesWhatTheRestartCodeSays() {
    kernel.begin(1, TIMED, 0);
    kernel.begin(2, ENDLESS, 0);
    kernel.begin(3, new KernelCall.Nanosleep(500), 0);
    kernel.begin(4, new KernelCall.Service(500), 0);

    assertThat(kernel.interruption(1, 100)).isEqualTo(Interruption.FAILS);
    assertThat(kernel.interruption(2, 100)).isEqualTo(Interruption.RESTARTS);
    assertThat(kernel.interruption(3, 100)).isEqualTo(Interruption.FAILS);
    assertThat(kernel.interruption(4, 100)).isEqualTo(Interruption.NONE);
    assertThat(kernel.interruption(1, 500)).isEqualTo(Interruption.NONE);
  }
}
