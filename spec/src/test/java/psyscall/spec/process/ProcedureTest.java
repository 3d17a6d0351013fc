package psyscall.spec.process;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.process.Sample.FLAG;
import static psyscall.spec.process.Sample.last;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import psyscall.spec.process.Sample.Named;

class ProcedureTest {
  @Test
  void bodyIsRecordedOnce() {
    AtomicInteger runs = new AtomicInteger();
    Procedure procedure =
        new Named("p") {
          @Override
          protected void body() {
            runs.incrementAndGet();
            label("l", "");
          }
        };

    assertThat(procedure.text()).isSameAs(procedure.text());
    assertThat(runs).hasValue(1);
  }

  @Test
  void openEndGoesOnAtTheNextLabelAndTheLastOneReturns() {
    Procedure procedure =
        new Named("p") {
          @Override
          protected void body() {
            set(FLAG, true);
            label("one", "");
            when(FLAG, () -> goTo("one"));
            label("two", "");
            set(FLAG, false);
          }
        };

    ProcedureText text = procedure.text();

    assertThat(last(text.opening())).isEqualTo(new Statement.Goto("one"));
    assertThat(last(text.labels().get(0).arms().getFirst().body()))
        .isEqualTo(new Statement.Goto("two"));
    assertThat(last(text.labels().get(1).arms().getFirst().body()))
        .isEqualTo(new Statement.Return(Procedure.RETURN));
  }
}
