package psyscall.checker.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.mutation.Edits;
import psyscall.spec.mutation.Site;
import psyscall.spec.process.Line;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;

/// The automaton follows from the rules: other rules, other answers.
class ChangedRulesTest {
  private final Lifecycle lifecycle = Lifecycle.ofTraces(22);

  private OpenLifecycle changed(UnaryOperator<Protocol> change) {
    Protocol rules = change.apply(lifecycle.refusing());
    return OpenLifecycle.of(lifecycle, rules, new MemoryAllowance(1 << 20));
  }

  /// A P is stolen that runs.
  private static int stealsARunningP(OpenLifecycle open) throws TraceFault {
    assertThat(open.offer(open.event("ProcStart"), -1, 0, 0, -1)).isZero();
    return open.offer(open.event("ProcSteal"), -1, -1, 0, 1);
  }

  @Test
  void whatADroppedGuardRefusedIsAllowed() throws TraceFault {
    UnaryOperator<Protocol> drop = Edits.drop(Site.check("ProcSteal", "", "refused-ProcSteal-1"));

    assertThat(stealsARunningP(changed(UnaryOperator.identity()))).isEqualTo(1);
    assertThat(stealsARunningP(changed(drop))).isZero();
  }

  @Test
  void whatAContraryGuardAllowedIsRefused() throws TraceFault {
    Site guard = Site.check("ProcSteal", "", "refused-ProcSteal-1");
    OpenLifecycle open =
        changed(
            Edits.statement(
                guard,
                old ->
                    old instanceof Statement.Assert check
                        ? new Statement.Assert(new Term.Not(check.condition()), check.otherwise())
                        : old));
    open.assumeProcessor(1, psyscall.spec.state.Holder.Syscall, 1);

    assertThat(open.offer(open.event("ProcSteal"), -1, -1, 1, 1)).isEqualTo(1);
    assertThat(stealsARunningP(open)).isZero();
  }

  @Test
  void otherEffectIsAnotherState() throws TraceFault {
    OpenLifecycle open = changed(Edits.drop(Site.store("ProcStart", "", "p.owner")));

    assertThat(open.offer(open.event("ProcStart"), -1, 0, 0, -1)).isZero();

    assertThat(open.processorOf(0)).isEqualTo(-1);
    assertThat(open.offer(open.event("ProcStart"), -1, 0, 0, -1)).isZero();
  }

  @Test
  void shapeThatIsNotKnownIsAnError() {
    Site guard = Site.check("ProcSteal", "", "refused-ProcSteal-1");
    UnaryOperator<Protocol> waits =
        Edits.statement(guard, _ -> new Statement.Await(new Term.StepOf(List.of("a"))));
    UnaryOperator<Protocol> asks =
        Edits.statement(
            guard,
            old ->
                new Statement.Assert(
                    new Term.StepOf(List.of("a")), ((Statement.Assert) old).otherwise()));
    UnaryOperator<Protocol> checksLate =
        protocol -> {
          Line check =
              new Line(
                  guard.in(protocol),
                  protocol.text("ProcSteal").opening().lines().get(1).statement());
          return Edits.lines(Site.store("ProcSteal", "", "p.owner"), line -> List.of(line, check))
              .apply(protocol);
        };

    assertThatThrownBy(() -> changed(waits))
        .isInstanceOf(IllFormed.class)
        .hasMessageStartingWith("statement that no automaton is made of: event=ProcSteal");
    assertThatThrownBy(() -> changed(asks))
        .isInstanceOf(IllFormed.class)
        .hasMessageStartingWith("term that no automaton over columns is made of: term=StepOf");
    assertThatThrownBy(() -> changed(checksLate))
        .isInstanceOf(IllFormed.class)
        .hasMessageStartingWith("check behind a store that no automaton is made of");
  }
}
