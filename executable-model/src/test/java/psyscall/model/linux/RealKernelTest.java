package psyscall.model.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import psyscall.model.kernel.KernelError;
import psyscall.model.kernel.KernelResult;
import psyscall.model.linux.RealKernel.Wanted;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation.Way;

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

  private static KernelResult perform(RealKernel kernel, KernelCall call) {
    return kernel.perform(new Wanted(Way.SYSCALL, call));
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
      assertThat(perform(kernel, waits(2, OptionalLong.empty())))
          .isEqualTo(KernelResult.of(KernelError.EAGAIN));

      kernel.store("word", 2);

      assertThat(perform(kernel, waits(2, OptionalLong.of(SHORT_NANOS))))
          .isEqualTo(KernelResult.of(KernelError.ETIMEDOUT));
    }
  }

  @Test
  void sleepLastsAtLeastAsLongAsWanted() {
    try (RealKernel kernel = kernel()) {
      long start = System.nanoTime();

      assertThat(perform(kernel, new KernelCall.Nanosleep(SHORT_NANOS)))
          .isEqualTo(KernelResult.of(0));

      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT_NANOS);
    }
  }

  @Test
  void wakeUpEndsAWait() throws Exception {
    try (RealKernel kernel = kernel()) {
      KernelCall wake = new KernelCall.FutexWake("word", 1);
      AtomicLong woken = new AtomicLong();

      KernelResult result =
          ended(
              () -> perform(kernel, waits(1, OptionalLong.empty())),
              () -> woken.addAndGet(perform(kernel, wake).value()));

      assertThat(result.text()).isEqualTo("0 1 errno 0");
      assertThat(woken).hasValue(1);
      assertThat(kernel.census().insideMax()).isEqualTo(2);
      assertThat(kernel.census().inside()).isZero();
    }
  }

  /// The kernel begins a wait without a time-out again, but no sleep (ERESTARTSYS against
  /// ERESTART_RESTARTBLOCK); the signal at the end is noticed by both.
  @Test
  void requestToYieldEndsASleepAndNoWaitForEver() throws Exception {
    try (RealKernel kernel = kernel()) {
      Wanted sleep = new Wanted(Way.RAW_SYSCALL, new KernelCall.Nanosleep(LONG_NANOS));
      Wanted wait = new Wanted(Way.RAW_SYSCALL, waits(1, OptionalLong.empty()));
      Wanted shielded = new Wanted(Way.RAW_BLOCKED, sleep.call());

      assertThat(signals(kernel, sleep, Integer.MAX_VALUE)).isPositive();
      assertThat(signals(kernel, wait, 50)).isGreaterThan(50);
      assertThat(signals(kernel, shielded, 50)).isGreaterThan(50);
    }
  }

  /// How many signals it takes until a call fails with EINTR.
  ///
  /// @param requests how many requests to yield are sent before others that nothing survives
  private static int signals(RealKernel kernel, Wanted call, int requests) throws Exception {
    AtomicLong thread = new AtomicLong();
    AtomicInteger sent = new AtomicInteger();
    KernelResult result =
        ended(
            () -> {
              thread.set(kernel.thread());
              return kernel.perform(call);
            },
            () -> {
              if (kernel.census().inside() == 1) {
                if (sent.incrementAndGet() <= requests) {
                  kernel.interrupt(thread.get());
                } else {
                  kernel.release(thread.get());
                }
              }
            });
    assertThat(result).isEqualTo(KernelResult.of(KernelError.EINTR));
    return sent.get();
  }

  @Test
  void readWaitsForAWrite() throws Exception {
    try (RealKernel kernel = kernel()) {
      KernelCall read = new KernelCall.Read("pipe", 64);
      KernelCall write = new KernelCall.Write("pipe", 1);
      AtomicLong written = new AtomicLong();

      KernelResult result =
          ended(
              () -> perform(kernel, read), () -> written.addAndGet(perform(kernel, write).value()));

      assertThat(result.value()).isPositive().isLessThanOrEqualTo(written.get());
    }
  }

  @Test
  void writeWaitsForRoom() throws Exception {
    long muchMore = 1 << 20;
    try (RealKernel kernel = kernel()) {
      KernelCall read = new KernelCall.Read("pipe", 1 << 16);
      AtomicLong taken = new AtomicLong();

      KernelResult result =
          ended(
              () -> perform(kernel, new KernelCall.Write("pipe", muchMore)),
              () -> {
                // Without bytes in it the pipe would keep the reader.
                if (ready(kernel).value() == 1) {
                  taken.addAndGet(perform(kernel, read).value());
                }
              });

      assertThat(result.text()).isEqualTo("1048576 1048576 errno 0");
      assertThat(taken).hasPositiveValue();
    }
  }

  private static KernelResult ready(RealKernel kernel) {
    return perform(kernel, new KernelCall.EpollWait("pipe", OptionalLong.of(SHORT_NANOS)));
  }

  @Test
  void epollTellsOfBytes() {
    try (RealKernel kernel = kernel()) {
      assertThat(ready(kernel).text()).isEqualTo("0 1 errno 0");

      perform(kernel, new KernelCall.Write("pipe", 1));

      assertThat(ready(kernel).text()).isEqualTo("1 1 errno 0");
    }
  }

  @Test
  void callsThatDoNotWaitGiveWhatTheMachineSays() {
    try (RealKernel kernel = kernel()) {
      assertThat(perform(kernel, new KernelCall.Getpid()).value())
          .isEqualTo(ProcessHandle.current().pid());
      assertThat(perform(kernel, new KernelCall.SchedYield())).isEqualTo(KernelResult.of(0));
      assertThat(perform(kernel, new KernelCall.Gettimeofday())).isEqualTo(KernelResult.of(0));
      assertThat(perform(kernel, new KernelCall.Write(KernelCall.STDOUT, 7)).text())
          .isEqualTo("7 7 errno 0");
      assertThat(perform(kernel, new KernelCall.Service(SHORT_NANOS)))
          .isEqualTo(KernelResult.of(0));
    }
  }

  @Test
  void whatIsOpenedIsClosed() throws IOException {
    long before = files();
    try (RealKernel kernel = kernel()) {
      perform(kernel, new KernelCall.Write("pipe", 1));

      assertThat(files()).isGreaterThan(before);
    }
    assertThat(files()).isEqualTo(before);
  }

  private static long files() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }
}
