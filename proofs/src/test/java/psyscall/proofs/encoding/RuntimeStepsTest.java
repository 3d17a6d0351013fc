package psyscall.proofs.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.proofs.smt.Fragment;
import psyscall.proofs.smt.Smt;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.M;
import psyscall.spec.state.Op;
import psyscall.spec.state.P;
import psyscall.spec.state.Program;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.Sort;

/// The formula for the rules of 1.10.8 with enter, exit, hand-off and retake against enumeration,
/// on every reachable state of two threads, one P and one goroutine.
class RuntimeStepsTest {
  private static final int ALL = Integer.MAX_VALUE;

  @Test
  void formulaHasTheStepsOfEveryStateAndNoOther() {
    Set<Feature> features = EnumSet.of(Feature.RETAKE);
    RuntimeState state =
        new RuntimeState(Release.GO_1_10_8, 2, 1, List.of(Program.of(Op.SYSCALL)), features);
    Specification specification = Flattening.of(GoRuntime.protocol(state));
    Map<Sort.Individual, Integer> sizes = Map.of(M.IDS.sort(), 2, P.IDS.sort(), 1, G.IDS.sort(), 1);
    Interpreter interpreter = new Interpreter(specification, new World(sizes));

    try (Smt smt = new Smt()) {
      int pairs = new StepAgreement(smt, interpreter, Fragment.BITS).explore(ALL);

      assertThat(pairs).isEqualTo(3254);
    }
  }
}
