package psyscall.cli.abi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.cli.abi.MutantReport.Row;
import psyscall.cli.input.Vectors;
import psyscall.cli.session.ExitCode;
import psyscall.model.live.Discrepancy;
import psyscall.model.live.LiveResult;
import psyscall.proofs.MutantProof;
import psyscall.proofs.obligation.Discharge;
import psyscall.proofs.obligation.Verdict;
import psyscall.spec.kernel.SemanticMutant;

class MutantReportTest {
  private static final Vectors ASKED = new Vectors(1000, 7);
  private static final LiveResult OFF = new LiveResult.Off("not Linux");
  private static final LiveResult AGREES =
      new LiveResult.Agrees(new LiveResult.Tally(1000, List.of(), List.of()));
  private static final LiveResult DIFFERS =
      new LiveResult.Differs(
          new Discrepancy(3, "getpid", List.of("PF"), List.of()),
          new LiveResult.Tally(3, List.of(), List.of()));
  private static final MutantProof PROVED = proof(new Verdict.Proved(1));
  private static final MutantProof REFUTED = proof(new Verdict.Refuted(List.of()));
  private static final MutantProof UNDECIDED = proof(new Verdict.Inconclusive("limit"));

  private static MutantProof proof(Verdict verdict) {
    return new MutantProof(List.of(new Discharge("kernel/x", "it is so", verdict, Duration.ZERO)));
  }

  private static MutantReport of(SemanticMutant mutant, MutantProof proof, LiveResult live) {
    return new MutantReport(ASKED, List.of(new Row(mutant, proof, live)), false);
  }

  @Test
  void mutantThatBothNoticeIsAsStated() {
    MutantReport report = of(SemanticMutant.SYSCALL_SETS_PF, REFUTED, DIFFERS);

    assertThat(report.exit()).isEqualTo(ExitCode.HOLDS);
    assertThat(report.lines())
        .anySatisfy(
            line ->
                assertThat(line).startsWith("syscall-sets-pf  kernel/x  PF, vector 3  after a "))
        .endsWith("as stated: mutants=1, refuted by proofs=1, by the live run=1, by neither=0");
  }

  @Test
  void machineThatCannotBeAskedIsNoSurvival() {
    MutantReport report = of(SemanticMutant.INC_WRITES_CF, PROVED, OFF);

    assertThat(report.exit()).isEqualTo(ExitCode.HOLDS);
    assertThat(report.lines())
        .contains("live run      off: this machine cannot be asked, not Linux")
        .anySatisfy(line -> assertThat(line).startsWith("inc-writes-cf  none of 1 obligation: no"))
        .endsWith("as stated: mutants=1, refuted by proofs=0, by the live run=0, by neither=1");
  }

  @Test
  void survivorIsAViolation() {
    assertThat(of(SemanticMutant.INC_WRITES_CF, PROVED, AGREES).exit()).isEqualTo(ExitCode.SAFETY);
    assertThat(of(SemanticMutant.NEG_IS_NOT, PROVED, DIFFERS).exit()).isEqualTo(ExitCode.SAFETY);
    assertThat(of(SemanticMutant.NEG_IS_NOT, REFUTED, AGREES).exit()).isEqualTo(ExitCode.SAFETY);
    assertThat(of(SemanticMutant.NEG_IS_NOT, PROVED, AGREES).lines().getLast())
        .startsWith("survived: mutants=1, ")
        .endsWith("by neither=1");
  }

  @Test
  void whatTheSolverLeavesOpenIsNotDecided() {
    MutantReport report = of(SemanticMutant.NEG_IS_NOT, UNDECIDED, DIFFERS);

    assertThat(report.exit()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(report.lines().getLast()).startsWith("not decided: ");
    JsonNode proofs = report.document("0").get("mutants").get(0).get("proofs");
    assertThat(proofs.get("verdict").textValue()).isEqualTo("undecided");
    assertThat(proofs.get("obligation").textValue()).isEqualTo("kernel/x");
  }
}
