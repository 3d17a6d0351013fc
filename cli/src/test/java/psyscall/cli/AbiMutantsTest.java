package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.model.live.LiveResult;
import psyscall.model.live.LiveRun;
import psyscall.spec.kernel.SemanticMutant;

/// Nine wrong semantics: eight are refuted by proofs, all nine by the processor where it can be
/// asked.
class AbiMutantsTest {
  @Test
  void eachIsNoticedByWhatShouldNoticeIt() throws IOException {
    boolean isOff = new LiveRun(1, 1, _ -> true).calls() instanceof LiveResult.Off;

    CommandLineRun run = CommandLineRun.of("abi", "mutants", "--seed=1", "--json");
    JsonNode document = new ObjectMapper().readTree(run.out());

    assertThat(run.code()).isZero();
    assertThat(JsonSchema.published("abi-mutants.schema.json").faults(document)).isEmpty();
    List<String> refuted = new ArrayList<>();
    document
        .get("mutants")
        .forEach(
            mutant ->
                refuted.add(
                    mutant.get("name").textValue()
                        + " "
                        + mutant.get("proofs").get("obligation").asText()));
    assertThat(refuted)
        .containsExactly(
            "syscall-sets-pf kernel/as-told-by-sysret-intel",
            "r11-has-tf kernel/as-told-by-sysret-intel",
            "rcx-is-syscall kernel/as-told-by-sysret-intel",
            "rdx-is-lost kernel/as-told-by-sysret-intel",
            "df-is-cleared kernel/as-told-by-sysret-intel",
            "movl-keeps-upper 1.10.8/runtime.write/arguments",
            "be-is-b 1.10.8/syscall.Syscall/results",
            "neg-is-not 1.10.8/syscall.Syscall/results",
            "inc-writes-cf null");
    assertThat(document.get("byProofs").intValue()).isEqualTo(8);
    assertThat(document.get("byLiveRun").intValue()).isEqualTo(isOff ? 0 : 9);
    assertThat(document.get("byNeither").intValue()).isEqualTo(isOff ? 1 : 0);
    assertThat(document.get("mutants")).hasSize(SemanticMutant.values().length);
  }

  @Test
  void numbersHaveLimits() {
    assertThat(CommandLineRun.of("abi", "mutants", "--vectors=0").code()).isEqualTo(2);
    assertThat(CommandLineRun.of("abi", "mutants", "--help").lines())
        .hasSizeLessThan(24)
        .allMatch(line -> line.length() <= 100);
  }
}
