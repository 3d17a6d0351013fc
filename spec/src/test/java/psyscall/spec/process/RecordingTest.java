package psyscall.spec.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static psyscall.spec.process.Sample.FLAG;
import static psyscall.spec.process.Sample.assertIllFormed;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.spec.process.Sample.Named;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.toy.TinyScheduler.P;

class RecordingTest {
  @Test
  void statementAfterAJumpIsNeverReached() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            when(FLAG, () -> goTo("l"), () -> goTo("l"));
            set(FLAG, true);
          }
        },
        "statement that is never reached: statement=Assign",
        "l");
  }

  @Test
  void labelIsDeclaredOnce() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            set(FLAG, true);
            or(StepKind.PROTOCOL, "other", "");
            set(FLAG, false);
            label("other", "");
          }
        },
        "label declared twice: name=other",
        "other");
  }

  @Test
  void labelStandsAtTheTop() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            when(FLAG, () -> label("inside", ""));
          }
        },
        "label inside a nested block",
        "l");
  }

  @Test
  void alternativeNeedsALabel() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            or(StepKind.PROTOCOL, "other", "");
          }
        },
        "alternative without a label: name=other",
        "-");
  }

  @Test
  void argumentsOfAnEventMatchItsParameters() {
    Event event = new Event("Seen", List.of(new Sort.Field("p", P.IDS.sort())));

    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            emit(event, FLAG);
          }
        },
        "wrong sort: event=Seen, argument=p",
        "l");
  }

  @Test
  void statementOutsideTheBodyIsRefused() {
    assertThatThrownBy(
            () ->
                new Named("p") {
                  {
                    set(FLAG, true);
                  }

                  @Override
                  protected void body() {}
                })
        .isInstanceOf(IllFormed.class)
        .hasMessage("statement outside a procedure's body");
  }
}
