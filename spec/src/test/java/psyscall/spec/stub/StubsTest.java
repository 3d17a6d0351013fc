package psyscall.spec.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.spec.machine.Listing;
import psyscall.spec.release.Release;

class StubsTest {
  private static List<String> text(Release release, String name) {
    return Stubs.named(release, name).orElseThrow().routine().text().stream()
        .map(Listing::of)
        .toList();
  }

  @Test
  void syscallOfTheFirstReleaseClearsTheRegistersItDoesNotUse() {
    assertThat(text(Release.GO_1_10_8, "Syscall"))
        .containsExactly(
            "CALL runtime.entersyscall(SB)",
            "MOVQ 16(SP), DI",
            "MOVQ 24(SP), SI",
            "MOVQ 32(SP), DX",
            "MOVQ $0, R10",
            "MOVQ $0, R8",
            "MOVQ $0, R9",
            "MOVQ 8(SP), AX",
            "SYSCALL",
            "CMPQ AX, $0xfffffffffffff001",
            "JLS #17",
            "MOVQ $-1, 40(SP)",
            "MOVQ $0, 48(SP)",
            "NEGQ AX",
            "MOVQ AX, 56(SP)",
            "CALL runtime.exitsyscall(SB)",
            "RET",
            "MOVQ AX, 40(SP)",
            "MOVQ DX, 48(SP)",
            "MOVQ $0, 56(SP)",
            "CALL runtime.exitsyscall(SB)",
            "RET");
    assertThat(text(Release.GO_1_14_15, "Syscall")).hasSize(19).doesNotContain("MOVQ $0, R10");
  }

  @Test
  void oneRoutineTakesItsArgumentsInRegisters() {
    assertThat(text(Release.GO_1_19_13, "runtime/internal/syscall.Syscall6"))
        .containsExactly(
            "MOVQ SI, R10",
            "MOVQ DI, DX",
            "MOVQ CX, SI",
            "MOVQ BX, DI",
            "SYSCALL",
            "CMPQ AX, $0xfffffffffffff001",
            "JLS #12",
            "NEGQ AX",
            "MOVQ AX, CX",
            "MOVQ $-1, AX",
            "MOVQ $0, BX",
            "RET",
            "MOVQ DX, BX",
            "MOVQ $0, CX",
            "RET");
  }

  @Test
  void releasesHaveTheirStubs() {
    assertThat(Stubs.of(Release.GO_1_10_8)).hasSize(8);
    assertThat(Stubs.of(Release.GO_1_14_15)).hasSize(9);
    assertThat(Stubs.of(Release.GO_1_19_13)).hasSize(10);
  }

  private static Stream<Stub> all() {
    return Release.all().stream().flatMap(release -> Stubs.of(release).stream());
  }

  @ParameterizedTest
  @MethodSource("all")
  void stubIsFoundByItsNameAndCitesItsFile(Stub stub) {
    assertThat(Stubs.named(stub.release(), stub.routine().name())).contains(stub);
    assertThat(stub.source().releases()).containsExactly(stub.release().name());
    assertThat(stub.source().file()).matches("(syscall|runtime)/.*\\.(s|go)");
  }

  @Test
  void shortNameMeansTheFirstOfThatName() {
    assertThat(Stubs.named(Release.GO_1_19_13, "Syscall6"))
        .get()
        .extracting(stub -> stub.routine().name())
        .isEqualTo("syscall.Syscall6");
    assertThat(Stubs.named(Release.GO_1_19_13, "Syscall7")).isEmpty();
  }
}
