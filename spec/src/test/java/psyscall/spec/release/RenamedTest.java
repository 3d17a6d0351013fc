package psyscall.spec.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamedTest {
  @ParameterizedTest
  @CsvSource({
    "1.10.8,  acquirep1,                 acquirep1",
    "1.14.15, acquirep1,                 wirep",
    "1.19.13, acquirep1,                 wirep",
    "1.14.15, findrunnable,              findrunnable",
    "1.19.13, findrunnable,              findRunnable",
    "1.19.13, schedule,                  schedule",
    "1.14.15, syscall/asm_linux_amd64.s, syscall/asm_linux_amd64.s",
    "1.19.13, syscall/asm_linux_amd64.s, syscall/syscall_linux.go",
  })
  void nameIsThatOfTheRelease(String release, String before, String after) {
    assertThat(Renamed.in(Release.named(release).orElseThrow(), before)).isEqualTo(after);
  }

  @Test
  void changesBroughtBackRenameNothing() {
    assertThat(Renamed.in(Release.GO_1_10_8.plus(Change.OLDP), "acquirep1")).isEqualTo("acquirep1");
  }
}
