package psyscall.model.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.machine.TraceLine.Mode;
import psyscall.model.machine.TraceLine.Stage;
import psyscall.spec.release.Release;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;

class CallTraceTest {
  private static final List<Long> ARGUMENTS = List.of(1L, 2L, 3L, 4L, 5L, 6L);

  private static List<TraceLine> trace(Stub stub, long result, boolean hasVdso) {
    return CallTrace.of(
        stub, Stubs.program(stub.release()), new CallTrace.Request(39, ARGUMENTS, result, hasVdso));
  }

  private static List<TraceLine> trace(String release, String name, long result) {
    Stub stub = Stubs.named(Release.named(release).orElseThrow(), name).orElseThrow();
    return trace(stub, result, true);
  }

  private static Stream<Stub> stubs() {
    return Release.all().stream().flatMap(release -> Stubs.of(release).stream());
  }

  @ParameterizedTest
  @CsvSource({
    "1.10.8, Syscall, -4094, r1=-1 r2=0 errno=4094",
    "1.10.8, Syscall, -4095, r1=-4095 r2=3 errno=0",
    "1.10.8, RawSyscall6, 7, r1=7 r2=3 errno=0",
    "1.10.8, rawVforkSyscall, -38, r1=-1 errno=38",
    "1.10.8, write, -9, ret=-1",
    "1.10.8, read, 5, ret=5",
    "1.14.15, Syscall, -4095, r1=-4095 r2=3 errno=0",
    "1.14.15, rawSyscallNoError, -1, r1=-1 r2=3",
    "1.14.15, write1, -9, ret=-9",
    "1.19.13, Syscall, -4094, r1=-1 r2=0 errno=4094",
    "1.19.13, Syscall, -4095, r1=-4095 r2=3 errno=0",
    "1.19.13, RawSyscall, 7, r1=7 r2=3 errno=0",
    "1.19.13, Syscall6, 7, r1=7 r2=3 errno=0",
    "1.19.13, RawSyscall6, -516, r1=-1 r2=0 errno=516",
    "1.19.13, gettimeofday, -14, errno=14",
    "1.19.13, read, -4, ret=-4",
  })
  void stubMapsResults(String release, String name, long result, String wanted) {
    List<TraceLine> lines = trace(release, name, result);

    assertThat(lines.getLast().text()).isEqualTo("has its results");
    assertThat(String.join(" ", lines.getLast().changes())).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("stubs")
  void everyStubEntersTheKernelOnceAndComesBack(Stub stub) {
    List<TraceLine> lines = trace(stub, 0, false);
    boolean isVsyscall = stub.vdso().filter(vdso -> vdso.ifAbsent() != 0).isPresent();

    assertThat(lines.stream().filter(line -> line.text().equals("SYSCALL")))
        .hasSize(isVsyscall ? 0 : 1);
    assertThat(lines.stream().filter(line -> line.text().equals("SYSRETQ")))
        .hasSize(isVsyscall ? 0 : 1);
    assertThat(lines.getLast().mode()).isEqualTo(Mode.USER);
  }

  @ParameterizedTest
  @CsvSource({"1.10.8, true, VDSO", "1.10.8, false, VDSO", "1.19.13, true, VDSO"})
  void gettimeofdayCallsTheVdso(String release, boolean hasVdso, Stage stage) {
    Stub stub = Stubs.named(Release.named(release).orElseThrow(), "gettimeofday").orElseThrow();

    assertThat(trace(stub, 0, hasVdso)).extracting(TraceLine::stage).contains(stage);
  }

  @Test
  void gettimeofdayMakesARealCallSinceItNeedNotHaveTheVdso() {
    Stub stub = Stubs.named(Release.GO_1_19_13, "gettimeofday").orElseThrow();

    assertThat(trace(stub, 0, false))
        .extracting(TraceLine::stage)
        .contains(Stage.SERVICE)
        .doesNotContain(Stage.VDSO);
  }

  @Test
  void schedulerIsToldAroundTheKernel() {
    List<Stage> stages =
        trace("1.10.8", "Syscall", 0).stream()
            .map(TraceLine::stage)
            .filter(stage -> stage != Stage.STUB)
            .toList();

    assertThat(stages)
        .containsExactly(
            Stage.PROGRAM,
            Stage.SCHEDULER,
            Stage.TRAP_HANDLER,
            Stage.TABLE,
            Stage.SERVICE,
            Stage.TRAP_HANDLER,
            Stage.TRAP_HANDLER,
            Stage.SCHEDULER,
            Stage.PROGRAM);
  }
}
