package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import psyscall.cli.abi.LiveReport;
import psyscall.cli.input.Vectors;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Interruption;
import psyscall.model.live.Discrepancy;
import psyscall.model.live.LiveResult;
import psyscall.model.live.LiveRun;
import psyscall.spec.expr.Bool;

class AbiLiveTest {
  private static final Vectors ASKED = new Vectors(1000, 7);
  private static final LiveResult.Tally NOTHING = new LiveResult.Tally(0, List.of(), List.of());

  private static boolean isOff() {
    return new LiveRun(1, 1, _ -> true).calls() instanceof LiveResult.Off;
  }

  @Test
  void processorAgrees() throws IOException {
    assumeThat(isOff()).as("this machine cannot be asked").isFalse();

    CommandLineRun run = CommandLineRun.of("abi", "live", "--vectors=5000", "--seed=3");
    CommandLineRun json = CommandLineRun.of("abi", "live", "--vectors=5000", "--seed=3", "--json");
    JsonNode document = new ObjectMapper().readTree(json.out());

    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .startsWith("vectors       --vectors=5000 --seed=3")
        .anyMatch(line -> line.startsWith("calls         5,000 vectors of "))
        .anyMatch(line -> line.startsWith("instructions  "));
    assertThat(run.verdict())
        .matches("agrees: all registers and flags .*, 0 discrepancies, [\\d,]+ calls/s");
    assertThat(document.get("verdict").textValue()).isEqualTo("agrees");
    assertThat(document.get("calls").size()).isGreaterThanOrEqualTo(20);
    assertThat(document.get("instructions").size()).isGreaterThan(40);
    assertThat(document.get("discrepancy").isNull()).isTrue();
  }

  @Test
  void machineThatCannotBeAskedIsTold() {
    LiveReport report =
        new LiveReport(
            ASKED, new LiveResult.Off("not Linux: there is no x"), Optional.empty(), 1, false);

    assertThat(report.exit()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(report.lines().getLast())
        .isEqualTo("off: this machine cannot be asked, not Linux: there is no x");
    assertThat(report.document("0").get("why").textValue()).startsWith("not Linux");
  }

  @Test
  void discrepancyIsShownRegisterByRegister() {
    List<Long> words = new ArrayList<>(Collections.nCopies(34, 5L));
    words.set(17 + 2, 6L);
    Discrepancy first = new Discrepancy(12, "getpid", List.of("RDX"), words);
    LiveReport report =
        new LiveReport(ASKED, new LiveResult.Differs(first, NOTHING), Optional.empty(), 1, false);

    assertThat(report.exit()).isEqualTo(ExitCode.NOT_CONFORMING);
    assertThat(report.lines())
        .contains("RDX       0x0000000000000005  0x0000000000000006")
        .endsWith("differs: vector 12, getpid: not as the semantics has it: RDX");
    assertThat(report.document("0").get("discrepancy").get("broken").toString())
        .isEqualTo("[\"RDX\"]");
  }

  @Test
  void interruptedRunTellsWhatItCovered() {
    Interruption interruption = new Interruption();
    interruption.request();

    LiveReport report = LiveReport.of(ASKED, System::nanoTime, interruption);

    assertThat(report.exit()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(report.instructions()).isEmpty();
  }

  @Test
  void wrongSemanticsIsRefuted() {
    assumeThat(isOff()).as("this machine cannot be asked").isFalse();

    LiveResult result = new LiveRun(1, 1, _ -> true).calls(_ -> Map.of("all", Bool.FALSE));

    assertThat(result).isInstanceOf(LiveResult.Differs.class);
  }

  @Test
  void numbersHaveLimits() {
    assertThat(CommandLineRun.of("abi", "live", "--vectors=0"))
        .satisfies(
            run -> {
              assertThat(run.code()).isEqualTo(2);
              assertThat(run.err())
                  .contains("number of vectors out of range: vectors=0, limit=1..1000000000000");
            });
    assertThat(CommandLineRun.of("abi", "live", "--seed=x").code()).isEqualTo(2);
  }
}
