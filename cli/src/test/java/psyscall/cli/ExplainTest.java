package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.catalog.ThrowEntry;
import psyscall.cli.catalog.WholeProtocol;
import psyscall.cli.explain.Explanations;
import psyscall.cli.golden.Golden;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.property.Properties;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Rule;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// Single things at length.
class ExplainTest {
  @ParameterizedTest
  @CsvSource({
    "explain-procedure.txt, ExitSyscallFast",
    "explain-rule.txt,      ExitSyscallFast.reacquire",
    "explain-bug.txt,       go6070",
    "explain-scenario.txt,  one-call",
    "explain-throw.txt,     for-each-p-missed",
  })
  void explanationIsAsInItsGoldenFile(String golden, String name) throws IOException {
    CommandLineRun run = CommandLineRun.of("explain", name);

    assertThat(run.code()).isZero();
    Golden.of(golden).matches(run.out());
  }

  @Test
  void procedureHasTheNameThatGoGivesIt() {
    CommandLineRun ours = CommandLineRun.of("explain", "StopTheWorld");

    assertThat(CommandLineRun.of("explain", "stopTheWorldWithSema").out()).isEqualTo(ours.out());
    assertThat(CommandLineRun.of("explain", "stoptheworld").out()).isEqualTo(ours.out());
  }

  @Test
  void everyNameOfEveryListIsExplained() {
    Explanations explanations = Explanations.all();
    WholeProtocol whole = WholeProtocol.build();
    List<String> names =
        Stream.of(
                Scenarios.all().stream().map(Scenario::name),
                Mutations.all().stream().map(Mutation::name),
                Properties.names().stream(),
                whole.specification().rules().stream().map(Rule::name).distinct(),
                whole.protocol().procedures().keySet().stream(),
                ThrowEntry.all(Release.GO_1_10_8).stream().flatMap(entry -> entry.check().stream()))
            .flatMap(each -> each)
            .toList();

    assertThat(names).hasSizeGreaterThan(200);
    assertThat(names).allSatisfy(name -> assertThat(explanations.of(name)).hasSizeGreaterThan(1));
  }

  @Test
  void everyBugShowsWhatItChanges() {
    Explanations explanations = Explanations.all();

    assertThat(Mutations.all())
        .allSatisfy(
            bug ->
                assertThat(explanations.of(bug.name()))
                    .as(bug.name())
                    .anyMatch(line -> line.startsWith("- ") || line.startsWith("+ ")));
  }
}
