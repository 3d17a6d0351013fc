package psyscall.model.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import psyscall.model.trampoline.Host;
import psyscall.spec.expr.Bool;
import psyscall.spec.kernel.SemanticMutant;
import psyscall.spec.kernel.UserView.Clobbers;

/// The processor itself; skipped where it cannot be asked.
class LiveRunTest {
  private static final long VECTORS = 100_000;

  @BeforeAll
  static void needsAMachineThatCanBeAsked() {
    assumeThat(run(1).calls()).isNotInstanceOf(LiveResult.Off.class);
  }

  private static LiveRun run(long vectors) {
    return new LiveRun(vectors, 1, _ -> true);
  }

  /// Of each call at least one vector in a hundred, as many calls as are asked for.
  @Test
  void callsAgreeAndEachHasItsShare() {
    LiveResult result = run(VECTORS).calls();

    assertThat(result).isInstanceOf(LiveResult.Agrees.class);
    LiveResult.Tally tally = ((LiveResult.Agrees) result).tally();
    assertThat(tally.vectors()).isEqualTo(VECTORS);
    assertThat(tally.shares()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(tally.shares())
        .allSatisfy(
            share ->
                assertThat(share.vectors())
                    .as(share.examined())
                    .isGreaterThanOrEqualTo(VECTORS / 100));
    assertThat(tally.shares()).extracting(LiveResult.Share::examined).contains("the reflector");
  }

  @Test
  void instructionsAgree() {
    LiveResult result = run(VECTORS).instructions();

    assertThat(result).isInstanceOf(LiveResult.Agrees.class);
    assertThat(((LiveResult.Agrees) result).tally().shares())
        .hasSizeGreaterThan(40)
        .allSatisfy(share -> assertThat(share.vectors()).isGreaterThan(1000));
  }

  @ParameterizedTest
  @EnumSource
  void mutantIsKilled(SemanticMutant mutant) {
    LiveResult result = run(VECTORS).against(mutant);

    assertThat(result).isInstanceOf(LiveResult.Differs.class);
    Discrepancy first = ((LiveResult.Differs) result).first();
    Map<SemanticMutant, List<String>> broken = new HashMap<>();
    broken.put(SemanticMutant.SYSCALL_SETS_PF, List.of("PF"));
    broken.put(SemanticMutant.R11_HAS_TF, List.of("R11"));
    broken.put(SemanticMutant.RCX_IS_SYSCALL, List.of("RCX"));
    broken.put(SemanticMutant.RDX_IS_LOST, List.of("RDX"));
    broken.put(SemanticMutant.DF_IS_CLEARED, List.of("DF"));
    broken.put(SemanticMutant.MOVL_KEEPS_UPPER, List.of("RAX"));
    broken.put(SemanticMutant.BE_IS_B, List.of("RDX"));
    broken.put(SemanticMutant.NEG_IS_NOT, List.of("RAX"));
    broken.put(SemanticMutant.INC_WRITES_CF, List.of("CF"));
    assertThat(first.broken()).isEqualTo(broken.get(mutant));
  }

  /// The table's words are claimed too: an unknown number has no service.
  @Test
  void wrongJudgeIsRefutedByTheFirstVector() {
    LiveResult result = run(VECTORS).calls(_ -> Map.of("nothing", Bool.FALSE));

    assertThat(result).isInstanceOf(LiveResult.Differs.class);
    LiveResult.Differs differs = (LiveResult.Differs) result;
    assertThat(differs.first().vector()).isZero();
    assertThat(differs.first().broken()).containsExactly("nothing");
    assertThat(differs.tally().vectors()).isZero();
    assertThat(differs.first().registers()).hasSize(17);
  }

  @Test
  void otherContractIsRefuted() {
    Clobbers other = Host.here().clobbers() == Clobbers.FRED ? Clobbers.CLASSIC : Clobbers.FRED;

    LiveResult result = run(VECTORS).calls(Judges.contract(other, right -> right));

    assertThat(result).isInstanceOf(LiveResult.Differs.class);
    assertThat(((LiveResult.Differs) result).first().broken()).containsExactly("RCX", "R11");
  }

  @Test
  void relationOfProofsIsKept() {
    assertThat(run(VECTORS).calls(Judges.contract(Clobbers.ANY, right -> right)))
        .isInstanceOf(LiveResult.Agrees.class);
  }

  /// But for the reflector's descriptor.
  @Test
  void sameSeedDrawsTheSameVectors() {
    Discrepancy one = firstOf(7);
    Discrepancy again = firstOf(7);
    Discrepancy other = firstOf(8);

    assertThat(again.words().subList(8, 17)).isEqualTo(one.words().subList(8, 17));
    assertThat(again.examined()).isEqualTo(one.examined());
    assertThat(other.words().subList(8, 17)).isNotEqualTo(one.words().subList(8, 17));
  }

  private static Discrepancy firstOf(long seed) {
    LiveResult result = new LiveRun(1, seed, _ -> true).calls(_ -> Map.of("nothing", Bool.FALSE));
    return ((LiveResult.Differs) result).first();
  }

  @Test
  void runEndsWhenItIsToldTo() {
    LiveResult result = new LiveRun(VECTORS, 1, done -> done < 1000).calls();

    assertThat(result).isInstanceOf(LiveResult.Agrees.class);
    assertThat(((LiveResult.Agrees) result).tally().vectors()).isBetween(1000L, 1999L);
  }
}
