package psyscall.proofs.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.interpret.ToyWorld;
import psyscall.proofs.smt.Fragment;
import psyscall.proofs.smt.Smt;

/// The formula for the rules of each toy against enumeration: queues, records, sets, words, memory.
class ToyStepsTest {
  private static final int STATES = 100;

  @ParameterizedTest
  @MethodSource("psyscall.model.interpret.ToyWorld#all")
  void formulaHasTheStepsOfTheInterpreterAndNoOther(ToyWorld toy) {
    try (Smt smt = new Smt()) {
      int pairs = new StepAgreement(smt, toy.interpreter(), Fragment.MEMORY).explore(STATES);

      assertThat(pairs).isGreaterThanOrEqualTo(Math.min(STATES, toy.states()) - 1);
    }
  }
}
