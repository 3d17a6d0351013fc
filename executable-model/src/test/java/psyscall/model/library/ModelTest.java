package psyscall.model.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;

class ModelTest {
  private static Model oneCall() {
    return Model.of("one-call", "1.10.8");
  }

  @Test
  void stepLeadsToItsState() {
    Model model = oneCall();
    Transition first = model.enabled().getFirst();

    assertThat(model.last()).isEmpty();
    assertThat(model.take(first)).isEqualTo(first.step());
    assertThat(model.state()).isEqualTo(first.target());
    assertThat(model.last()).contains(first.step());
  }

  @Test
  void stepThatIsNotPossibleIsRefusedAndNothingIsDone() {
    Model model = oneCall();
    Transition first = model.enabled().getFirst();
    model.take(first);
    State after = model.state();

    assertThatThrownBy(() -> model.take(first))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not possible here: step=" + first.step());
    assertThat(model.state()).isEqualTo(after);
  }

  @Test
  void fieldsHaveGosNames() {
    Model model = oneCall();

    assertThat(model.read("p0.status")).isEqualTo("Prunning");
    assertThat(model.read("m0.p")).isEqualTo("P0");
    assertThat(model.read("sched.gcwaiting")).isEqualTo("false");
    assertThat(model.read("p.status")).contains("Prunning");
    assertThat(model.fields()).contains("p.status", "sched.gcwaiting");
  }

  @Test
  void unknownNamesAreRefusedWithTheChoices() {
    Model model = oneCall();

    for (String field : List.of("p.colour", "p99.status", "sched0.gcwaiting", "", "p00000000000.m")) {
      assertThatThrownBy(() -> model.read(field))
          .as(field)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("(unknown field: name=|no such individual: field=).*");
    }
    assertThatThrownBy(() -> Model.of("no-call", "1.10.8"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown scenario: name=no-call, available=[one-call,");
    assertThatThrownBy(() -> Model.of("one-call", "1.3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown release: name=1.3, available=[1.10.8, 1.14.15, 1.19.13]");
    assertThatThrownBy(() -> Model.withBug("go1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown bug: name=go1, available=[");
  }

  @Test
  void claimsAboutRestsAreNotJudged() {
    assertThat(oneCall().judged())
        .contains("processor-in-one-place", "no-throw")
        .doesNotContain("deadlock-free", "work-conservation");
  }

  @Test
  void walkWithoutABugBreaksNothing() {
    Random random = new Random(7);
    Model model = Model.of("hand-off", "1.19.13");
    int steps = 0;
    for (; steps < 400 && !model.enabled().isEmpty(); steps++) {
      List<Transition> enabled = model.enabled();
      model.take(enabled.get(random.nextInt(enabled.size())));
    }

    assertThat(steps).isGreaterThan(30);
    assertThat(model.violated()).isEmpty();
  }

  @Test
  void violationIsToldWhereItHappensAndLater() {
    Model model = Model.withBug("publish-before-unwire");
    String broken = "processor-in-one-place";
    int steps = 0;
    while (model.violated().isEmpty()) {
      model.take(model.enabled().getFirst());
      steps++;
    }
    model.take(model.enabled().getFirst());

    assertThat(model.violated()).contains(broken);
    assertThat(steps).isBetween(4, 40);
  }
}
