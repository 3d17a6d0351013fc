package psyscall.checker.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Edits.statement;
import static psyscall.spec.mutation.Site.check;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import psyscall.checker.oracle.Conformance.Explained;
import psyscall.checker.oracle.Conformance.NotExplained;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceFault;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Term;

/// The verdict on a real run comes from the rules of the lifecycle: another rule, another verdict.
class ChangedRulesTest {
  private static final String ABA = "v2/go122-aba-p2.trace";

  @Test
  void aGuardThatIsTurnedAroundRefusesARealRun() throws IOException {
    UnaryOperator<Protocol> turned =
        statement(
            check("ProcSteal", "", "refused-ProcSteal-1"),
            old ->
                old instanceof Statement.Assert guard
                    ? new Statement.Assert(new Term.Not(guard.condition()), guard.otherwise())
                    : old);

    Conformance answer = judge(turned, Recordings.run(ABA));

    assertThat(Recordings.judge(Recordings.run(ABA))).isInstanceOf(Explained.class);
    assertThat(answer)
        .isInstanceOfSatisfying(
            NotExplained.class,
            refused -> {
              assertThat(refused.reason().rule()).isEqualTo("ProcSteal");
              assertThat(refused.event().text()).startsWith("ProcSteal on thread");
            });
  }

  @Test
  void aGuardThatIsLeftOutLetsAChangedRunPass() throws IOException, TraceFault {
    ToldRun told = Recordings.told("v2/go122-preempt-p2.trace");
    int start = indexOf(told, Kind.GO_START);
    // The goroutine starts although it was never ready.
    ToldRun changed = told.with(start, told.at(start).about(1_000_000));

    Conformance before = Recordings.judge(changed.first(start + 1));
    Conformance after =
        judge(drop(check("GoStart", "", "refused-GoStart-1")), changed.first(start + 1));

    assertThat(before)
        .isInstanceOfSatisfying(
            NotExplained.class,
            refused ->
                assertThat(refused.reason())
                    .isEqualTo(new Conformance.Reason("the goroutine is runnable", "GoStart", 1)));
    assertThat(after).isInstanceOf(Explained.class);
  }

  private static int indexOf(ToldRun run, Kind kind) {
    int at = 0;
    while (run.at(at).kind() != kind) {
      at++;
    }
    return at;
  }

  private static Conformance judge(UnaryOperator<Protocol> change, Run run) {
    return new Oracle(change).judge(run, Recordings.PLENTY, (_, _) -> true);
  }
}
