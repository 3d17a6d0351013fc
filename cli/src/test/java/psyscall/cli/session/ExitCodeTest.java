package psyscall.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  @Test
  void gravestResultDecides() {
    List<Integer> precedence = List.of(255, 153, 150, 12, 11, 13, 15, 10, 16, 0);
    List<ExitCode> codes =
        precedence.stream()
            .flatMap(n -> Stream.of(ExitCode.values()).filter(code -> code.code() == n))
            .toList();

    assertThat(codes).hasSameSizeAs(precedence);
    for (int at = 0; at < codes.size(); at++) {
      List<ExitCode> graver = codes.subList(at, codes.size()).reversed();
      assertThat(ExitCode.of(graver)).as("among %s", graver).isEqualTo(codes.get(at));
    }
  }

  @Test
  void nothingHoldsOfNothing() {
    assertThat(ExitCode.of(List.of())).isEqualTo(ExitCode.HOLDS);
  }

  @Test
  void codesDiffer() {
    assertThat(ExitCode.values()).extracting(ExitCode::code).doesNotHaveDuplicates().hasSize(12);
  }
}
