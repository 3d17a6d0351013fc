package psyscall.model.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import psyscall.model.kernel.KernelError;
import psyscall.model.kernel.KernelResult;
import psyscall.model.workload.KernelCall;

/// Calls to the kernel of the machine on which the tests run.
@Timeout(60)
class RealKernelTest {
  private static final long LONG_NANOS = 3_600_000_000_000L;
  private static final long SHORT_NANOS = 2_000_000;

  private static RealKernel kernel() {
    return new RealKernel(new TreeMap<>(Map.of("word", 1L)));
  }

  private static KernelCall waits(long expected, OptionalLong timeout) {
    return new KernelCall.FutexWait("word", expected, timeout);
  }

  /// What a call gives that others have to end: they try again and again.
  private static <T> T ended(Callable<T> call, Runnable byOthers) throws Exception {
    try (ExecutorService one = Executors.newSingleThreadExecutor()) {
      Future<T> result = one.submit(call);
      while (!result.isDone()) {
        byOthers.run();
        TimeUnit.MILLISECONDS.sleep(1);
      }
      return result.get();
    }
  }

  @Test
  void waitOnAWordOfAnotherValueIsRefused() {
    try (RealKernel kernel = kernel()) {
      assertThat(kernel.perform(waits(2, OptionalLong.empty())))
          .isEqualTo(KernelResult.of(KernelError.EAGAIN));

      kernel.store("word", 2);

      assertThat(kernel.perform(waits(2, OptionalLong.of(SHORT_NANOS))))
          .isEqualTo(KernelResult.of(KernelError.ETIMEDOUT));
    }
  }

  @Test
  void sleepLastsAtLeastAsLongAsWanted() {
    try (RealKernel kernel = kernel()) {
      long start = System.nanoTime();

      assertThat(kernel.perform(new KernelCall.Nanosleep(SHORT_NANOS)))
          .isEqualTo(KernelResult.of(0));

      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT_NANOS);
    }
  }

  @Test
  void wakeUpEndsAWait() throws Exception {
    try (RealKernel kernel = kernel()) {
      KernelCall wake = new KernelCall.FutexWake("word", 1);
      long[] woken = {0};

      KernelResult result =
          ended(
              () -> kernel.perform(waits(1, OptionalLong.empty())),
              () -> woken[0] += kernel.perform(wake).value());

      assertThat(result).isEqualTo(KernelResult.of(0));
      assertThat(woken[0]).isEqualTo(1);
      assertThat(kernel.census().insideMax()).isEqualTo(2);
      assertThat(kernel.census().inside()).isZero();
    }
  }

  /// The kernel begins a wait without a time-out again, but no sleep (ERESTARTSYS against
  /// ERESTART_RESTARTBLOCK).
  @Test
  void signalEndsASleepAndNoWaitForEver() throws Exception {
    try (RealKernel kernel = kernel()) {
      long[] thread = {0};

      assertThat(
              ended(
                  () -> {
                    thread[0] = kernel.thread();
                    return kernel.perform(new KernelCall.Nanosleep(LONG_NANOS));
                  },
                  () -> interrupt(kernel, thread[0])))
          .isEqualTo(KernelResult.of(KernelError.EINTR));
      long[] signals = {0};
      assertThat(
              ended(
                  () -> {
                    thread[0] = kernel.thread();
                    return kernel.perform(waits(1, OptionalLong.empty()));
                  },
                  () -> {
                    interrupt(kernel, thread[0]);
                    if (++signals[0] > 50) {
                      kernel.wakeAll();
                    }
                  }))
          .isEqualTo(KernelResult.of(0));
    }
  }

  private static void interrupt(RealKernel kernel, long thread) {
    if (thread != 0) {
      kernel.interrupt(thread);
    }
  }

  @Test
  void readWaitsForAWriteOrTheEnd() throws Exception {
    try (RealPipe pipe = new RealPipe(new SystemCalls())) {
      long[] written = {0};

      assertThat(ended(() -> pipe.read(64), () -> written[0] += pipe.write(1))).isPositive();
      assertThat(written[0]).isPositive();
    }
    try (RealPipe pipe = new RealPipe(new SystemCalls())) {
      assertThat(ended(() -> pipe.read(64), pipe::release)).isZero();
      assertThat(pipe.read(64)).isZero();
    }
  }

  @Test
  void fullPipeLetsItsWriterGoWhenNobodyReadsAnyMore() throws Exception {
    long muchMore = 1 << 20;
    try (RealPipe pipe = new RealPipe(new SystemCalls())) {
      long written =
          ended(
              () -> pipe.write(muchMore),
              () -> {
                // Bytes can be read once the writer is inside.
                if (pipe.read(1) == 1) {
                  pipe.release();
                }
              });

      assertThat(written).isNotZero().isLessThan(muchMore);
    }
  }
}
