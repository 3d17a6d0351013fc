package psyscall.model.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.spec.process.Choice;
import psyscall.spec.term.Sort;

class ScriptedTest {
  private static final Choice CHOICE = new Choice("the idle P", Sort.TRUTH);

  @Test
  void whatWasToldIsDecidedAgainAndThenInTurn() {
    List<Decision> script = new ArrayList<>();
    Scheduler told = new Recording(new SeededRandom(4), script::add);
    List<Long> first =
        List.of((long) told.next(9), (long) told.choose(CHOICE, 7), told.stepNanos());

    Scripted again = new Scripted(0, script);

    assertThat(List.of((long) again.next(9), (long) again.choose(CHOICE, 7), again.stepNanos()))
        .isEqualTo(first);
    assertThat(again.taken()).isEqualTo(3);
    assertThat(again.next(9)).isZero();
    assertThat(again.choose(CHOICE, 7)).isZero();
    assertThat(again.stepNanos()).isEqualTo(new RoundRobin().stepNanos());
  }

  @Test
  void decisionThatDoesNotFitIsNamed() {
    List<Decision> script = List.of(new Decision.Next(1, 3), new Decision.Chosen(0, 2, "the P"));
    Scripted scripted = new Scripted(0, script);

    assertThatThrownBy(() -> scripted.next(2))
        .hasMessage(
            "script of another run: decision=1, given='next 1 of 3', asked='who moves next, of 2'");
    assertThat(scripted.next(3)).isEqualTo(1);
    assertThatThrownBy(() -> scripted.choose(CHOICE, 2))
        .isInstanceOfSatisfying(
            ScriptMismatchException.class, e -> assertThat(e.position()).isEqualTo(2));
    assertThatThrownBy(scripted::stepNanos)
        .hasMessageEndingWith("given='choose 0 of 2: the P', asked='how long a step lasts'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"next 1 of 3", "choose 0 of 2: the idle P", "lasts 100ns"})
  void lineIsRead(String line) {
    assertThat(Decision.parse(line).map(Decision::text)).contains(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "next 3 of 3",
        "next -1 of 3",
        "next 1 of 3: the P",
        "choose 0 of 2",
        "lasts 0ns",
        "lasts 100",
        "next 99999999999 of 3"
      })
  void lineThatIsNoDecisionIsNotRead(String line) {
    assertThat(Decision.parse(line)).isEmpty();
  }
}
