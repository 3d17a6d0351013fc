package psyscall.spec.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

class GoNameTest {
  @ParameterizedTest
  @CsvSource({
    "1.10.8,  acquirep1,    acquirep1",
    "1.14.15, acquirep1,    wirep",
    "1.19.13, acquirep1,    wirep",
    "1.14.15, findrunnable, findrunnable",
    "1.19.13, findrunnable, findRunnable",
    "1.19.13, findRunnable, findRunnable",
    "1.19.13, schedule,     schedule",
  })
  void functionHasTheNameOfTheRelease(String release, String before, String after) {
    GoName name = new GoName("runtime/proc.go", before);

    assertThat(name.in(Release.named(release).orElseThrow()))
        .isEqualTo(new GoName("runtime/proc.go", after));
  }

  @Test
  void functionStandsInTheFileOfTheRelease() {
    Citation call =
        Citation.of(Release.GO_1_19_13, "C1", "syscall/asm_linux_amd64.s", "RawSyscall");

    assertThat(call)
        .hasToString("syscall/syscall_linux.go RawSyscall C1 (go1.19.13)");
    assertThat(Citation.of(Release.GO_1_10_8, "C1", "syscall/asm_linux_amd64.s", "RawSyscall"))
        .hasToString("syscall/asm_linux_amd64.s RawSyscall C1 (go1.10.8)");
  }

  @Test
  void changesBroughtBackRenameNothing() {
    Release repaired = Release.GO_1_10_8.plus(Change.OLDP);

    assertThat(new GoName("runtime/proc.go", "acquirep1").in(repaired).function())
        .isEqualTo("acquirep1");
  }
}
