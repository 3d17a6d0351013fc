package psyscall.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.benchmarks.fuzz.HostileTraces.Input;
import psyscall.benchmarks.fuzz.HostileTraces.Shape;

/// Hostile traces of both formats and of the text form, through reader and oracle; a million of
/// them go through by `./benchmarks/fuzz-readers`.
class FuzzingTest {
  private static final Path TRACES = Path.of("../executable-model/src/test/resources/traces");
  private static final int INPUTS = 25_000;

  @Test
  void nothingEscapesFromReadersAndOracle() throws IOException {
    Fuzzing.Result result = Fuzzing.run(TRACES, INPUTS, 7, _ -> {});

    assertThat(result.escapes()).isEmpty();
    assertThat(result.mostBytes()).isBetween(1000L, Fuzzing.ALLOWANCE);
    assertThat(result.outcomes()).containsOnlyKeys(Shape.values());
    for (Shape shape : List.of(Shape.FIRST_FORMAT, Shape.SECOND_FORMAT, Shape.TEXT_FORM)) {
      assertThat(result.outcomes().get(shape))
          .as(shape.title())
          .containsKeys("Explained", "NotExplained", "CutOff", "NotATrace");
    }
    assertThat(
            result.outcomes().values().stream()
                .map(Map::values)
                .flatMap(counts -> counts.stream())
                .mapToLong(count -> count)
                .sum())
        .isEqualTo(INPUTS);
  }

  @Test
  void sameSeedMakesTheSameInputs() throws IOException {
    HostileTraces one = HostileTraces.of(TRACES, 1);
    HostileTraces same = HostileTraces.of(TRACES, 1);
    HostileTraces other = HostileTraces.of(TRACES, 2);
    int different = 0;
    for (int at = 0; at < 100; at++) {
      Input input = one.next();
      assertThat(same.next().bytes()).isEqualTo(input.bytes());
      different += Arrays.equals(other.next().bytes(), input.bytes()) ? 0 : 1;
    }
    assertThat(different).isGreaterThan(90);
  }

  @Test
  void folderWithoutTracesIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> HostileTraces.of(folder, 1))
        .hasMessage("no short recorded traces of a format: first=0, second=0");
  }
}
