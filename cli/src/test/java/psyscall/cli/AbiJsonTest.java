package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.cli.abi.LiveReport;
import psyscall.cli.input.Vectors;
import psyscall.model.live.Discrepancy;
import psyscall.model.live.LiveResult;

/// Documents of the register level, against the schemas that are published for them.
class AbiJsonTest {
  /// Routines with each verdict.
  private static final String ROUTINES =
      """
      TEXT ·right(SB),$0-16
      	MOVQ $39, AX
      	SYSCALL
      	MOVQ AX, ret+8(FP)
      	RET

      TEXT ·wrong(SB),$0-16
      	MOVQ $39, AX
      	SYSCALL
      	MOVQ CX, ret+8(FP)
      	RET

      TEXT ·loop(SB),$0-16
      again:
      	MOVQ $39, AX
      	SYSCALL
      	CMPQ AX, $0
      	JNE again
      	RET

      TEXT ·vectors(SB),$0-16
      	MOVQ $39, AX
      	SYSCALL
      	PXOR X0, X0
      	RET
      """;

  private static JsonNode document(CommandLineRun run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void documentOfFilesKeepsItsSchema(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f.s"), ROUTINES);

    CommandLineRun run = CommandLineRun.of("abi", file.toString(), "--json");
    JsonNode document = document(run);

    assertThat(JsonSchema.published("abi.schema.json").faults(document)).isEmpty();
    assertThat(document.get("files").get(0).get("routines"))
        .extracting(routine -> routine.get("verdict").textValue())
        .containsExactly("proved", "refuted", "undecided", "outside");
    assertThat(document.get("files").get(0).get("release").isNull()).isTrue();
    assertThat(document.get("exit").intValue()).isEqualTo(12);
    assertThat(run.code()).isEqualTo(12);
  }

  @Test
  void schemaOfFilesRefusesWhatItShould(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f.s"), ROUTINES);
    ObjectNode document =
        (ObjectNode) document(CommandLineRun.of("abi", file.toString(), "--json"));
    document.put("exit", 7).remove("proved");

    assertThat(JsonSchema.published("abi.schema.json").faults(document))
        .containsExactly("$: missing \"proved\"", "$.exit: wanted=[0,10,12,16], given=7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Syscall --rax=7 --rax=-4095", "gettimeofday", "Syscall --number=1000"})
  void documentOfATraceKeepsItsSchema(String call) throws IOException {
    CommandLineRun run = CommandLineRun.of(("abi trace " + call + " --json").split(" "));

    assertThat(JsonSchema.published("abi-trace.schema.json").faults(document(run))).isEmpty();
    assertThat(run.code()).isZero();
  }

  /// On whichever machine: off or not.
  @Test
  void documentOfALiveRunKeepsItsSchema() throws IOException {
    CommandLineRun run = CommandLineRun.of("abi", "live", "--vectors=1000", "--json");

    assertThat(JsonSchema.published("abi-live.schema.json").faults(document(run))).isEmpty();
  }

  @Test
  void documentOfADiscrepancyKeepsItsSchema() throws IOException {
    Discrepancy first = new Discrepancy(12, "getpid", List.of("RDX"), Collections.nCopies(34, 5L));
    LiveResult differs =
        new LiveResult.Differs(first, new LiveResult.Tally(0, List.of(), List.of()));
    LiveReport report = new LiveReport(new Vectors(1000, 7), differs, Optional.empty(), 1, false);

    assertThat(JsonSchema.published("abi-live.schema.json").faults(report.document("0"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "abi prove --release=1.10.8 --json,                              0, refuted as stated",
    "prove ownership --size=1/1/1 --json,                            0, proved",
    "prove ownership --size=1/1/1 --bug=retake-without-cas --json,  12, refuted",
  })
  void documentOfProofsKeepsItsSchema(String line, int exit, String verdict) throws IOException {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    JsonNode document = document(run);

    assertThat(JsonSchema.published("prove.schema.json").faults(document)).isEmpty();
    assertThat(run.code()).isEqualTo(exit);
    assertThat(document.get("exit").intValue()).isEqualTo(exit);
    assertThat(document.get("obligations"))
        .extracting(one -> one.get("verdict").textValue())
        .contains(verdict);
  }
}
