package psyscall.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.ServiceTime;

class VirtualKernelTest {
  private static final KernelCall TIMED = new KernelCall.FutexWait("w", 1, OptionalLong.of(500));
  private static final KernelCall ENDLESS = new KernelCall.FutexWait("w", 1, OptionalLong.empty());
  private static final long WORK = VirtualKernel.SERVICE_NANOS;

  private final VirtualKernel kernel = new VirtualKernel(new TreeMap<>(Map.of("w", 1L)), 4_096, 0);

  private static KernelCall read(long count) {
    return new KernelCall.Read("p", count);
  }

  private static KernelCall write(long count) {
    return new KernelCall.Write("p", count);
  }

  private static KernelCall poll(OptionalLong timeoutNanos) {
    return new KernelCall.EpollWait("p", timeoutNanos);
  }

  @Test
  void waitEndsWithItsTime() {
    kernel.begin(3, TIMED, 1_000);

    assertThat(kernel.due(3)).isEqualTo(1_500);
    assertThat(kernel.finish(3)).isEqualTo(-110);
    assertThat(kernel.isIn(3)).isFalse();
  }

  @Test
  void wordThatHoldsSomethingElseRefusesTheWait() {
    kernel.store("w", 2);
    kernel.begin(3, ENDLESS, 0);

    assertThat(kernel.due(3)).isEqualTo(WORK);
    assertThat(kernel.finish(3)).isEqualTo(-11);
  }

  @Test
  void thirtyTwoBitsAreCompared() {
    kernel.store("w", 0x7_0000_0001L);
    kernel.begin(3, ENDLESS, 0);

    assertThat(kernel.due(3)).isEqualTo(VirtualKernel.NEVER);
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

    assertThat(kernel.finish(9)).isEqualTo(2);
    assertThat(kernel.due(5)).isEqualTo(30 + WORK);
    assertThat(kernel.due(3)).isEqualTo(30 + WORK);
    assertThat(kernel.due(4)).isEqualTo(VirtualKernel.NEVER);
    assertThat(kernel.finish(5)).isZero();
  }

  @Test
  void signalFindsTheRestartCodeOfTheWait() {
    kernel.begin(1, TIMED, 0);
    kernel.begin(2, ENDLESS, 0);
    kernel.begin(3, new KernelCall.Nanosleep(500), 0);
    kernel.begin(4, new KernelCall.Service(500), 0);
    kernel.begin(5, read(7), 0);
    kernel.begin(6, poll(OptionalLong.empty()), 0);

    assertThat(kernel.interrupted(1, 100)).hasValue(-516);
    assertThat(kernel.interrupted(2, 100)).hasValue(-512);
    assertThat(kernel.interrupted(3, 100)).hasValue(-516);
    assertThat(kernel.interrupted(4, 100)).isEmpty();
    assertThat(kernel.interrupted(5, 100)).hasValue(-512);
    assertThat(kernel.interrupted(6, 100)).hasValue(-4);
    assertThat(kernel.interrupted(1, 500)).isEmpty();
    assertThat(kernel.interrupted(7, 500)).isEmpty();
  }

  @Test
  void readWaitsForAWriteAndTakesWhatThereIs() {
    kernel.begin(1, read(10), 0);
    assertThat(kernel.due(1)).isEqualTo(VirtualKernel.NEVER);

    kernel.begin(2, write(7), 50);

    assertThat(kernel.due(1)).isEqualTo(50 + WORK);
    assertThat(kernel.finish(1)).isEqualTo(7);
    assertThat(kernel.finish(2)).isEqualTo(7);
  }

  @Test
  void bytesThatAreLeftAreForTheNextRead() {
    kernel.begin(1, write(7), 0);
    kernel.begin(2, read(5), 10);
    kernel.begin(3, read(5), 20);

    assertThat(kernel.finish(2)).isEqualTo(5);
    assertThat(kernel.finish(3)).isEqualTo(2);
  }

  @Test
  void smallWriteWaitsForRoomForAllOfIt() {
    kernel.begin(1, write(4_000), 0);
    kernel.begin(2, write(100), 10);
    assertThat(kernel.due(2)).isEqualTo(VirtualKernel.NEVER);
    assertThat(kernel.interrupted(2, 20)).hasValue(-512);

    kernel.begin(3, read(3), 20);
    assertThat(kernel.due(2)).isEqualTo(VirtualKernel.NEVER);
    kernel.begin(4, read(1), 30);

    assertThat(kernel.due(2)).isEqualTo(30 + WORK);
  }

  @Test
  void largeWriteGoesInPartsAndASignalLeavesItWithWhatIsDone() {
    kernel.begin(1, write(10_000), 0);
    assertThat(kernel.interrupted(1, 10)).hasValue(4_096);

    kernel.begin(2, read(10_000), 20);
    assertThat(kernel.finish(2)).isEqualTo(4_096);
    assertThat(kernel.interrupted(1, 30)).hasValue(8_192);
    kernel.begin(3, read(10_000), 40);

    assertThat(kernel.due(1)).isEqualTo(40 + WORK);
    assertThat(kernel.finish(1)).isEqualTo(10_000);
  }

  @Test
  void epollTellsOfBytesAndTakesNone() {
    kernel.begin(1, poll(OptionalLong.of(300)), 0);
    kernel.begin(2, write(5), 100);
    kernel.begin(3, poll(OptionalLong.of(0)), 200);
    kernel.begin(4, read(9), 200);
    kernel.begin(5, poll(OptionalLong.of(0)), 300);

    assertThat(kernel.due(1)).isEqualTo(100 + WORK);
    assertThat(kernel.finish(1)).isEqualTo(1);
    assertThat(kernel.finish(3)).isEqualTo(1);
    assertThat(kernel.finish(4)).isEqualTo(5);
    assertThat(kernel.due(5)).isEqualTo(300);
    assertThat(kernel.finish(5)).isZero();
  }

  @Test
  void callsThatNeverWaitTakeTheirTime() {
    kernel.begin(1, new KernelCall.Getpid(), 0);
    kernel.begin(2, new KernelCall.Service(70), 0);
    kernel.begin(3, new KernelCall.Write(KernelCall.STDOUT, 12), 0);
    kernel.begin(
        4, new KernelCall.Timed(new KernelCall.SchedYield(), new ServiceTime.Constant(5_000)), 0);
    kernel.refuse(5, KernelError.ENOSYS, 0);

    assertThat(kernel.due(1)).isEqualTo(WORK);
    assertThat(kernel.finish(1)).isPositive();
    assertThat(kernel.due(2)).isEqualTo(70);
    assertThat(kernel.finish(3)).isEqualTo(12);
    assertThat(kernel.due(4)).isEqualTo(5_000);
    assertThat(kernel.finish(5)).isEqualTo(-38);
  }
}
