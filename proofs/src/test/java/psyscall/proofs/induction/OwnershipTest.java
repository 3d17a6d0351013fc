package psyscall.proofs.induction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.proofs.obligation.Discharge;
import psyscall.proofs.obligation.ProofListener;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.QuestionTexts;
import psyscall.proofs.obligation.Theorem;
import psyscall.proofs.obligation.Verdict;
import psyscall.proofs.smt.Smt;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Op;
import psyscall.spec.state.RuntimeState;

/// Two threads, two Ps and two goroutines of 1.10.8 with enter, exit, hand-off and retake; the
/// whole theorem is proved by the command line's own test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnershipTest {
  private static final Theorem.Instance WORLD =
      new Theorem.Instance(Release.GO_1_10_8, 2, 2, 2, Optional.empty());

  private final Ownership ownership =
      new Ownership(EnumSet.of(Op.SYSCALL, Op.BLOCK), EnumSet.of(Feature.RETAKE));
  private final RuntimeState state = ownership.state(WORLD);
  private final Protocol protocol = GoRuntime.protocol(state);
  private final Smt smt = new Smt();
  private final Prover prover =
      new Prover(Duration.ofSeconds(60), QuestionTexts.NONE, System::nanoTime);
  private final InductionProof proof =
      new InductionProof("ownership", prover, Ownership.universe(smt, WORLD));
  private Optional<Strengthening> found = Optional.empty();

  @BeforeAll
  void strengthen() {
    found =
        Optional.of(
            proof.strengthen(
                Flattening.of(protocol), Ownership.subject(state), listener(new ArrayList<>())));
  }

  @AfterAll
  void close() {
    smt.close();
  }

  @Test
  void everyStepKeepsTheInvariant() {
    List<Discharge> all = discharges(Flattening.of(protocol));

    assertThat(all)
        .extracting(Discharge::name)
        .contains("ownership/start", "ownership/ReenterSyscall", "ownership/ExitSyscallFast")
        .contains("ownership/Handoffp", "ownership/Retake")
        .doesNotContain("ownership/StopTheWorld");
    assertThat(all).allSatisfy(one -> assertThat(one.verdict()).isInstanceOf(Verdict.Proved.class));
  }

  @ParameterizedTest
  @CsvSource({
    "handoff-loses-p,     ownership/Handoffp,        M0 steps from",
    "retake-without-cas,  ownership/Retake,          sysmon steps from Retake.cas",
    "store-without-cas,   ownership/ExitSyscallFast, M0 steps from",
  })
  void mutantsBreakAnObligation(String mutant, String obligation, String step) {
    Specification mutated =
        Flattening.of(Mutations.named(mutant).orElseThrow().edit().apply(protocol));

    List<Discharge> refuted =
        discharges(mutated).stream()
            .filter(one -> !(one.verdict() instanceof Verdict.Proved))
            .toList();

    assertThat(refuted).extracting(Discharge::name).contains(obligation);
    assertThat(refuted)
        .filteredOn(one -> one.name().equals(obligation))
        .allSatisfy(
            one -> {
              assertThat(one.verdict()).isInstanceOf(Verdict.Refuted.class);
              List<String> lines = ((Verdict.Refuted) one.verdict()).counterexample();
              assertThat(lines.getFirst()).startsWith(step);
              // Which part of the invariant breaks is the choice of the solver.
              assertThat(lines)
                  .anyMatch(line -> line.startsWith("breaks: "))
                  .anyMatch(line -> line.startsWith("before: p.owner="))
                  .anyMatch(line -> line.startsWith("after: "));
            });
  }

  @Test
  void invariantDoesNotMentionPrograms() {
    Strengthening facts = found.orElseThrow();

    assertThat(facts.facts())
        .isNotEmpty()
        .allSatisfy(fact -> assertThat(fact.reads()).extracting("name").doesNotContain("g.at"));
  }

  private List<Discharge> discharges(Specification specification) {
    List<Discharge> all = new ArrayList<>();
    proof.prove(specification, Ownership.subject(state), found.orElseThrow(), listener(all));
    return all;
  }

  private static ProofListener listener(List<Discharge> all) {
    return new ProofListener() {
      @Override
      public void found(String text, Duration time) {
        assertThat(text).matches("strengthening: facts=.*|never reached, so nothing .*");
      }

      @Override
      public void discharged(Discharge discharge) {
        all.add(discharge);
      }
    };
  }
}
