package psyscall.cli.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.ServiceTime;
import psyscall.model.workload.Workload;

class CallFormsTest {
  private static final String GOOD =
      """
      {
        "psyscall": "program", "version": 1, "name": "calls", "summary": "calls",
        "processors": 1, "pipes": ["p", "q"],
        "goroutines": [{"operations": [
          {"op": "syscall", "call": "read", "pipe": "p", "count": 16},
          {"op": "raw-syscall", "call": "write", "pipe": "q", "count": 5},
          {"op": "syscall", "call": "write", "count": 12},
          {"op": "syscall", "call": "epoll-wait", "pipe": "p", "timeout": "30ms"},
          {"op": "raw-syscall", "call": "epoll-wait", "pipe": "q"},
          {"op": "raw-syscall", "call": "getpid", "service": {"constant": {"for": "5us"}}},
          {"op": "raw-syscall", "call": "sched-yield",
           "service": {"uniform": {"min": "1us", "max": "9us"}}},
          {"op": "syscall", "call": "gettimeofday", "service": {"exponential": {"mean": "50us"}}},
          {"op": "syscall", "call": "service",
           "service": {"log-normal": {"median": "20us", "sigma": 0.5}}},
          {"op": "time-of-day"}
        ]}]
      }
      """;

  private static Operation timed(Way way, KernelCall call, ServiceTime time) {
    return new Operation.Call(way, new KernelCall.Timed(call, time));
  }

  @Test
  void callsAreRead() {
    Workload program = WorkloadFile.read("calls.json", GOOD);

    assertThat(program.goroutines().getFirst().operations())
        .containsExactly(
            new Operation.Call(Way.SYSCALL, new KernelCall.Read("p", 16)),
            new Operation.Call(Way.RAW_SYSCALL, new KernelCall.Write("q", 5)),
            new Operation.Call(Way.SYSCALL, new KernelCall.Write(KernelCall.STDOUT, 12)),
            new Operation.Call(
                Way.SYSCALL, new KernelCall.EpollWait("p", OptionalLong.of(30_000_000))),
            new Operation.Call(
                Way.RAW_SYSCALL, new KernelCall.EpollWait("q", OptionalLong.empty())),
            timed(Way.RAW_SYSCALL, new KernelCall.Getpid(), new ServiceTime.Constant(5_000)),
            timed(
                Way.RAW_SYSCALL,
                new KernelCall.SchedYield(),
                new ServiceTime.Uniform(1_000, 9_000)),
            timed(Way.SYSCALL, new KernelCall.Gettimeofday(), new ServiceTime.Exponential(50_000)),
            timed(Way.SYSCALL, new KernelCall.Service(0), new ServiceTime.LogNormal(20_000, 0.5)),
            new Operation.TimeOfDay());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"p\", \"count\": 16 | \"r\", \"count\": 16 | line=5, field=goroutines[0].operations[0]",
        "\"count\": 5 | \"count\": 0 | line=6, field=goroutines[0].operations[1].count",
        "[\"p\", \"q\"] | [\"p\", \"p\"] | line=3, field=pipes[1], given twice: value=p",
        "[\"p\", \"q\"] | [\"p\", \"q\", \"stdout\"] | line=3, field=pipes, name that is taken",
        "\"30ms\" | \"30us\" | operations[3].timeout, not whole milliseconds",
        "\"mean\" | \"men\" | operations[7].service.exponential, field missing: name=mean",
        "\"50us\" | \"0us\" | operations[7].service.exponential.mean, time of nothing: value=0",
        "\"max\": \"9us\" | \"max\": \"1us\" | service.uniform.max, no time between: min=1000ns",
        "\"exponential\" | \"normal\" | operations[7].service, not one of several: given=[normal]",
        "0.5 | 10.5 | service.log-normal.sigma, not a number within limit=0..10.0",
        "0.5 | -1 | service.log-normal.sigma, not a number within limit=0..10.0",
        "0.5 | \"a\" | service.log-normal.sigma, not a number within limit=0..10.0",
        "\"getpid\" | \"gettid\" | operations[5].call, unknown word: value=gettid, choices=",
      })
  void faultNamesTheField(String good, String bad, String complaint) {
    String text = GOOD.replace(good, bad);
    assertThat(text).isNotEqualTo(GOOD);

    assertThatThrownBy(() -> WorkloadFile.read("calls.json", text))
        .isInstanceOf(UnreadableInput.class)
        .hasMessageContaining(complaint);
  }
}
