package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import psyscall.cli.style.SourceTree;

/// Holds the outputs on the first screen of `README.md` against what `check` prints.
class ReadmeTest {
  private static final String FENCE = "```\n";

  @Test
  void outputsAreReal() throws IOException {
    String readme = Files.readString(SourceTree.find().root().resolve("README.md"));
    List<String> blocks =
        Stream.of(readme.split(FENCE))
            .filter(block -> block.startsWith("psyscall  ") || block.startsWith("counterexample "))
            .toList();

    CommandLineRun run = CommandLineRun.of("check");

    assertThat(run.code()).isZero();
    assertThat(blocks).hasSize(2);
    assertThat(blocks)
        .allSatisfy(
            block ->
                assertThat(Normalised.text(run.out()).lines())
                    .containsSubsequence(
                        Normalised.text(block)
                            .lines()
                            .filter(line -> !line.isEmpty() && !line.equals("..."))
                            .toList()));
  }
}
