package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.golden.Golden;
import psyscall.cli.session.ExitCode;

class AbiTraceTest {
  @Test
  void callIsSteppedFromTheProgramThroughTheKernelAndBack() throws IOException {
    CommandLineRun run = CommandLineRun.of("abi", "trace", "Syscall", "--rax=-4095");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).allMatch(line -> line.length() <= 100);
    Golden.of("abi-trace.txt").matches(run.out());
  }

  @Test
  void oneRoutineIsReachedThroughCompiledFunctions() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("abi", "trace", "Syscall", "--release=1.19.13", "--rax=-4094");

    assertThat(run.code()).isZero();
    Golden.of("abi-trace-in-1-19.txt").matches(run.out());
  }

  @Test
  void eachResultIsATraceOfItsOwn() {
    CommandLineRun run =
        CommandLineRun.of("abi", "trace", "RawSyscall", "--rax=0xfffffffffffffffe", "--rax=7");

    assertThat(run.lines())
        .filteredOn(line -> line.contains("has its results"))
        .satisfiesExactly(
            error -> assertThat(error).endsWith("r1=-1 r2=0 errno=2"),
            success -> assertThat(success).endsWith("r1=7 r2=13 errno=0"));
  }

  /// The names are those of the calls that Go's runtime makes.
  @Test
  void serviceHasItsName() {
    assertThat(CommandLineRun.of("abi", "trace", "Syscall", "--number=0").out())
        .contains("finds service 0, read\n");
    assertThat(CommandLineRun.of("abi", "trace", "Syscall", "--number=40").out())
        .contains("finds service 40\n");
  }

  @Test
  void numberThatIsNoServiceRunsNone() {
    CommandLineRun run = CommandLineRun.of("abi", "trace", "Syscall", "--number=0x40000027");

    assertThat(run.out()).contains("has no service 1073741863").doesNotContain("service  returns");
    assertThat(run.verdict()).endsWith("r1=-1 r2=0 errno=38");
  }

  @Test
  void documentHasTheSameSteps() {
    CommandLineRun text = CommandLineRun.of("abi", "trace", "read");
    CommandLineRun json = CommandLineRun.of("abi", "trace", "read", "--json");

    assertThat(json.code()).isZero();
    assertThat(json.out())
        .contains("\"stub\" : \"runtime.read\"", "\"what\" : \"SYSCALL\"", "\"mode\" : \"kernel\"");
    assertThat(text.out()).contains("runtime.read of Go 1.10.8", "SYSCALL");
  }

  @Test
  void helpFitsOnAScreen() throws IOException {
    CommandLineRun run = CommandLineRun.of("abi", "trace", "--help");

    assertThat(run.lines()).hasSizeLessThan(24).allMatch(line -> line.length() <= 100);
    Golden.of("help-abi-trace.txt").matches(run.out());
    assertThat(CommandLineRun.of("abi").out()).contains("Usage: psyscall abi", "trace");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abi trace Syscal|unknown stub: name=Syscal, nearest=[",
        "abi trace rawSyscallNoError|unknown stub: name=rawSyscallNoError",
        "abi trace Syscall --rax=1e9|not a value of 64 bits: rax=1e9",
        "abi trace Syscall --rax=18446744073709551616|not a value of 64 bits",
        "abi trace gettimeofday --vdso=maybe|unknown vdso: name=maybe",
        "abi trace Syscall --release=1.9|unknown release: name=1.9",
      })
  void whatCannotBeTracedIsSaidInOneLine(String command, String complaint) {
    CommandLineRun run = CommandLineRun.of(command.split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.out()).isEmpty();
    assertThat(run.complaint()).singleElement().asString().contains(complaint);
  }
}
