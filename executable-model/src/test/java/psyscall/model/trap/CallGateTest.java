package psyscall.model.trap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.kernel.CallNumber;
import psyscall.model.kernel.Interruption;
import psyscall.model.kernel.KernelError;
import psyscall.model.kernel.KernelResult;
import psyscall.model.kernel.VirtualKernel;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.ServiceTime;
import psyscall.spec.kernel.table.SystemCalls;
import psyscall.spec.release.Release;

/// Calls by way of registers, in each release.
class CallGateTest {
  private static final long MILLI = 1_000_000;
  private static final KernelCall ENDLESS =
      new KernelCall.FutexWait("word", 1, OptionalLong.empty());
  private static final KernelCall TIMED =
      new KernelCall.FutexWait("word", 1, OptionalLong.of(1_300 * MILLI + 7));

  private static CallGate gate(String release) {
    return new CallGate(
        Release.named(release).orElseThrow(), new TreeMap<>(Map.of("word", 1L, "zero", 0L)), 0);
  }

  private static KernelResult result(CallGate gate, Way way, KernelCall call) {
    gate.begin(0, way, call, 0);
    return gate.finish(0);
  }

  /// The third argument comes back as the second result, since the kernel keeps RDX.
  @ParameterizedTest
  @ValueSource(strings = {"1.10.8", "1.14.15", "1.19.13"})
  void bytesGoFromOneProgramToTheOther(String release) {
    CallGate gate = gate(release);
    gate.begin(1, Way.SYSCALL, new KernelCall.Read("p", 16), 0);
    assertThat(gate.due(1)).isEqualTo(VirtualKernel.NEVER);

    gate.begin(2, Way.RAW_SYSCALL, new KernelCall.Write("p", 5), 0);

    assertThat(gate.finish(1).text()).isEqualTo("5 16 errno 0");
    assertThat(gate.finish(2).text()).isEqualTo("5 5 errno 0");
    assertThat(gate.isIn(1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10.8", "1.14.15", "1.19.13"})
  void argumentsReachTheServiceAndResultsTheProgram(String release) {
    CallGate gate = gate(release);
    gate.begin(1, Way.RAW_SYSCALL, TIMED, 100);
    gate.begin(2, Way.RAW_SYSCALL, ENDLESS, 100);

    assertThat(gate.due(1)).isEqualTo(1_300 * MILLI + 107);
    assertThat(result(gate, Way.SYSCALL, new KernelCall.FutexWake("word", 9)))
        .isEqualTo(new KernelResult(2, 9, Optional.empty()));
    assertThat(gate.finish(2)).isEqualTo(new KernelResult(0, 1, Optional.empty()));
    gate.store("word", -3);
    assertThat(result(gate, Way.SYSCALL, ENDLESS)).isEqualTo(KernelResult.of(KernelError.EAGAIN));
    gate.begin(3, Way.SYSCALL, new KernelCall.FutexWait("word", -3, OptionalLong.of(MILLI)), 0);
    assertThat(gate.due(3)).isEqualTo(MILLI);
    assertThat(gate.finish(3).text()).isEqualTo("18446744073709551615 0 connection timed out");
    gate.begin(4, Way.BLOCK, new KernelCall.Nanosleep(2_000 * MILLI + 1), 5);
    assertThat(gate.due(4)).isEqualTo(2_000 * MILLI + 6);
    gate.begin(5, Way.SYSCALL, new KernelCall.EpollWait("p", OptionalLong.of(MILLI + 1)), 0);
    assertThat(gate.due(5)).isEqualTo(2 * MILLI);
    assertThat(gate.finish(5).text()).isEqualTo("0 1 errno 0");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void callsWithoutAWaitComeBack(Way way) {
    CallGate gate = gate("1.19.13");

    assertThat(result(gate, way, new KernelCall.Getpid()).value()).isPositive();
    assertThat(result(gate, way, new KernelCall.SchedYield()).text()).isEqualTo("0 0 errno 0");
    assertThat(result(gate, way, new KernelCall.Gettimeofday()).text()).isEqualTo("0 0 errno 0");
    assertThat(result(gate, way, new KernelCall.Write(KernelCall.STDOUT, 9)).text())
        .isEqualTo("9 9 errno 0");
  }

  private static List<Release> releases() {
    return Release.all();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void timeOfDayMakesNoSystemCall(Release release) {
    CallGate gate = gate(release.name());

    assertThat(gate.timeOfDay().text()).isEqualTo("0 0 errno 0");
    assertThat(gate.isIn(0)).isFalse();
  }

  /// By the terms of the restart codes: 516 ends with EINTR, 512 executes SYSCALL once more, and
  /// epoll_wait returns EINTR itself.
  @ParameterizedTest
  @ValueSource(strings = {"1.10.8", "1.14.15", "1.19.13"})
  void signalEndsOrRestarts(String release) {
    CallGate gate = gate(release);
    gate.begin(1, Way.RAW_SYSCALL, TIMED, 0);
    gate.begin(2, Way.RAW_SYSCALL, ENDLESS, 0);
    gate.begin(3, Way.RAW_SYSCALL, new KernelCall.Read("p", 1), 0);
    gate.begin(4, Way.RAW_SYSCALL, new KernelCall.EpollWait("p", OptionalLong.empty()), 0);
    gate.begin(5, Way.RAW_SYSCALL, new KernelCall.Getpid(), 0);

    assertThat(gate.interruption(1, 10)).isEqualTo(Interruption.FAILS);
    assertThat(gate.interruption(2, 10)).isEqualTo(Interruption.RESTARTS);
    assertThat(gate.interruption(3, 10)).isEqualTo(Interruption.RESTARTS);
    assertThat(gate.interruption(4, 10)).isEqualTo(Interruption.FAILS);
    assertThat(gate.interruption(5, 10)).isEqualTo(Interruption.NONE);
    assertThat(gate.interrupt(1, 10)).contains(KernelResult.of(KernelError.EINTR));
    assertThat(gate.interrupt(4, 10)).contains(KernelResult.of(KernelError.EINTR));
    assertThat(gate.isIn(1)).isFalse();
  }

  @Test
  void restartedCallFindsItsArgumentsAgain() {
    CallGate gate = gate("1.14.15");
    gate.begin(1, Way.RAW_SYSCALL, ENDLESS, 0);
    assertThat(gate.interrupt(1, 10)).isEmpty();
    assertThat(gate.due(1)).isEqualTo(VirtualKernel.NEVER);
    gate.store("word", 2);

    assertThat(gate.interrupt(1, 20)).isEmpty();

    assertThat(gate.due(1)).isEqualTo(20 + VirtualKernel.SERVICE_NANOS);
    assertThat(gate.finish(1)).isEqualTo(KernelResult.of(KernelError.EAGAIN));
  }

  @Test
  void writeThatIsHalfDoneIsNotBegunAgain() {
    CallGate gate = gate("1.19.13");
    gate.begin(1, Way.RAW_SYSCALL, new KernelCall.Write("p", 70_000), 0);

    assertThat(gate.interruption(1, 10)).isEqualTo(Interruption.FAILS);
    assertThat(gate.interrupt(1, 10).orElseThrow().text()).isEqualTo("65536 70000 errno 0");
  }

  @Test
  void serviceTimeGoesBesideTheRegisters() {
    CallGate gate = gate("1.19.13");
    ServiceTime time = new ServiceTime.Constant(12_345);

    gate.begin(1, Way.SYSCALL, new KernelCall.Timed(new KernelCall.Getpid(), time), 0);
    gate.begin(2, Way.SYSCALL, new KernelCall.Service(777), 0);

    assertThat(gate.due(1)).isEqualTo(12_345);
    assertThat(gate.due(2)).isEqualTo(777);
  }

  /// The runtime's own list has no fsync, no epoll_wait of users and no gettimeofday.
  @Test
  void numbersAreThoseOfTheTableOfSystemCalls() {
    Map<String, Integer> numbers = new TreeMap<>();
    SystemCalls.all().forEach(call -> numbers.put(call.name(), call.number()));

    assertThat(CallNumber.values())
        .filteredOn(each -> numbers.containsKey(each.name().toLowerCase(Locale.ROOT)))
        .hasSize(14)
        .allSatisfy(
            each ->
                assertThat(numbers)
                    .containsEntry(each.name().toLowerCase(Locale.ROOT), each.number()));
  }
}
