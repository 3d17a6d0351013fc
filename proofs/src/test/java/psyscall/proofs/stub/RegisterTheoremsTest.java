package psyscall.proofs.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.proofs.obligation.Discharge;
import psyscall.proofs.obligation.ProofListener;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.QuestionTexts;
import psyscall.proofs.obligation.Theorem;
import psyscall.proofs.obligation.Verdict;
import psyscall.spec.kernel.SemanticMutant;
import psyscall.spec.kernel.UserView;
import psyscall.spec.release.Release;
import psyscall.spec.semantics.X86;

class RegisterTheoremsTest {
  private static final Prover PROVER =
      new Prover(Duration.ofSeconds(60), QuestionTexts.NONE, System::nanoTime);

  @ParameterizedTest
  @ValueSource(strings = {"1.10.8", "1.14.15", "1.19.13"})
  void stubsKeepTheirContracts(String release) {
    List<Discharge> all = discharges(new StubContracts(), release);

    assertThat(all).hasSizeGreaterThan(20).allMatch(Discharge::succeeded);
    assertThat(all)
        .extracting(Discharge::name)
        .contains(
            release + "/syscall.RawSyscall6/arguments",
            release + "/syscall.Syscall/results",
            release + "/syscall.Syscall/kept");
  }

  /// The two stubs that tell the scheduler, with results on the stack.
  @Test
  void resultsAreStoredBeforeExitsyscall() {
    assertThat(discharges(new StubContracts(), "1.10.8"))
        .filteredOn(one -> one.name().endsWith("/stored"))
        .extracting(Discharge::name)
        .containsExactly("1.10.8/syscall.Syscall/stored", "1.10.8/syscall.Syscall6/stored");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10.8", "1.19.13"})
  void stubsSayErrorOneValueLaterThanLinux(String release) {
    List<Discharge> all = discharges(new ErrorBoundary(), release);

    assertThat(all).hasSizeGreaterThan(7).allMatch(Discharge::succeeded);
    assertThat(all)
        .filteredOn(one -> one.name().endsWith("-of-linux"))
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(one.verdict())
                    .isEqualTo(new Verdict.RefutedAsStated(List.of("result=0xfffffffffffff001"))));
  }

  @Test
  void kernelKeepsWhatUserCodeIsTold() {
    List<Discharge> all = discharges(new WayBack(), "1.10.8");

    assertThat(all).hasSize(16).allMatch(Discharge::succeeded);
    assertThat(all)
        .filteredOn(one -> one.verdict() instanceof Verdict.RefutedAsStated)
        .extracting(Discharge::name)
        .containsExactly("linux/boundary-of-go", "go/boundary-of-linux");
  }

  @ParameterizedTest
  @CsvSource({
    "MOVL_KEEPS_UPPER, 1.10.8/runtime.write/arguments",
    "BE_IS_B,          1.10.8/syscall.RawSyscall/results",
    "NEG_IS_NOT,       1.10.8/syscall.Syscall6/results",
  })
  void wrongMeaningsBreakAContract(SemanticMutant mutant, String obligation) {
    StubContracts wrong =
        new StubContracts(mutant.of(UserView.ofProofs(new X86(X86.Vendor.INTEL))));

    assertThat(discharges(wrong, "1.10.8"))
        .filteredOn(one -> one.verdict() instanceof Verdict.Refuted)
        .extracting(Discharge::name)
        .contains(obligation);
  }

  @ParameterizedTest
  @CsvSource({
    "SYSCALL_SETS_PF, kernel/as-told-by-sysret-intel",
    "R11_HAS_TF,      kernel/as-told-by-sysret-intel",
    "RCX_IS_SYSCALL,  kernel/as-told-by-iret-intel",
    "RDX_IS_LOST,     kernel/as-told-by-iret-amd",
    "DF_IS_CLEARED,   kernel/as-told-by-sysret-amd",
  })
  void wrongViewsOfTheKernelAreNoticed(SemanticMutant mutant, String obligation) {
    assertThat(discharges(new WayBack(mutant::of), "1.10.8"))
        .filteredOn(one -> one.verdict() instanceof Verdict.Refuted)
        .extracting(Discharge::name)
        .contains(obligation);
  }

  private static List<Discharge> discharges(Theorem theorem, String release) {
    List<Discharge> all = new ArrayList<>();
    theorem.prove(
        new Theorem.Instance(Release.named(release).orElseThrow(), 1, 1, 1, Optional.empty()),
        PROVER,
        new ProofListener() {
          @Override
          public void found(String text, Duration time) {
            throw new AssertionError("nothing is to be found: " + text);
          }

          @Override
          public void discharged(Discharge discharge) {
            all.add(discharge);
          }
        });
    return all;
  }

  /// No stub has a jump on CF behind an INC, so nobody can tell.
  @Test
  void wrongIncIsNotNoticed() {
    StubContracts wrong =
        new StubContracts(
            SemanticMutant.INC_WRITES_CF.of(UserView.ofProofs(new X86(X86.Vendor.INTEL))));

    assertThat(discharges(wrong, "1.10.8")).allMatch(Discharge::succeeded);
  }
}
