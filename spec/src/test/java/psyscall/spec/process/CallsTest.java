package psyscall.spec.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static psyscall.spec.process.Sample.FLAG;
import static psyscall.spec.process.Sample.IDLE;
import static psyscall.spec.process.Sample.assertIllFormed;
import static psyscall.spec.process.Sample.last;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.spec.expr.Id;
import psyscall.spec.process.Sample.Named;
import psyscall.spec.process.Sample.WithLabels;
import psyscall.spec.term.IllFormed;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;

/// Calls as a procedure records them.
class CallsTest {
  @Test
  void statementAfterACallThatLeavesIsNeverReached() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            call(new WithLabels());
            set(FLAG, true);
          }
        },
        "statement that is never reached: statement=Assign",
        "l");
  }

  @Test
  void labelIsNeededWhereACallInABranchComesBackInTheMiddle() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            when(FLAG, () -> call(new WithLabels()));
            set(FLAG, true);
          }
        },
        "a label is needed after the call: callee=callee",
        "l");
  }

  @Test
  void recursionIsNamedWithTheCallThatClosesIt() {
    final class Mutual extends Named {
      private final List<Mutual> callee;

      Mutual(String name, List<Mutual> callee) {
        super(name);
        this.callee = callee;
      }

      @Override
      protected void body() {
        label("ask", "");
        callee.forEach(this::call);
      }
    }
    List<Mutual> later = new java.util.ArrayList<>();
    Mutual first = new Mutual("first", later);
    later.add(new Mutual("second", List.of(first)));

    assertThatThrownBy(first::text)
        .isInstanceOf(IllFormed.class)
        .hasMessage("recursive call: callee=first; procedure=second, label=ask");
  }

  @Test
  void argumentsMatchTheParametersInNumberAndSort() {
    final class Callee extends Named {
      private final Id<P> p = parameter("p", P.IDS.id());

      Callee() {
        super("callee");
      }

      @Override
      protected void body() {
        add(IDLE, p);
      }
    }
    assertIllFormed(
        new Named("none") {
          @Override
          protected void body() {
            label("l", "");
            call(new Callee());
          }
        },
        "arguments of a call: callee=callee, wanted=1, given=0",
        "l");
    assertIllFormed(
        new Named("wrong") {
          @Override
          protected void body() {
            label("l", "");
            call(new Callee(), self(M.IDS));
          }
        },
        "wrong sort: argument p of callee, wanted=Individual[name=P], given=Individual[name=M]",
        "l");
  }

  @Test
  void openEndOfAnOpeningWithoutLabelsReturnsIfAnotherPathDoes() {
    Procedure mixed =
        new Named("mixed") {
          @Override
          protected void body() {
            when(FLAG, () -> ret("early"));
            set(FLAG, true);
          }
        };
    Procedure wrapper =
        new Named("wrapper") {
          @Override
          protected void body() {
            call(new WithLabels());
          }
        };

    assertThat(mixed.text().leaves()).isTrue();
    assertThat(last(mixed.text().opening())).isEqualTo(new Statement.Return(Procedure.RETURN));
    assertThat(wrapper.text().leaves()).isTrue();
    Statement.Call call = (Statement.Call) last(wrapper.text().opening());
    assertThat(last(call.continuations().getOrDefault(Procedure.RETURN, Block.EMPTY)))
        .isEqualTo(new Statement.Return(Procedure.RETURN));
  }

  @Test
  void procedureWithoutLabelsAndReturnsIsPartOfItsCaller() {
    Procedure atomic =
        new Named("atomic") {
          @Override
          protected void body() {
            set(FLAG, true);
          }
        };

    assertThat(atomic.text().leaves()).isFalse();
    assertThat(last(atomic.text().opening())).isInstanceOf(Statement.Assign.class);
  }
}
