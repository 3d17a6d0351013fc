package psyscall.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static psyscall.spec.rule.Recorded.FLAG;
import static psyscall.spec.rule.Recorded.OWNER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import psyscall.spec.expr.Bool;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.rule.Recorded.Named;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;
import psyscall.spec.toy.TinyScheduler;
import psyscall.spec.toy.TinyScheduler.M;

class FlatteningTest {
  @Test
  void selfIsOfTheProcess() {
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            OWNER.of(self(M.IDS));
            when(OWNER.of(self(M.IDS)).isNil(), () -> goTo("start"));
            goTo("start");
          }
        };

    Recorded.assertIllFormed(
        () -> Recorded.single(root),
        "self in a process of another kind: process=only; procedure=root, label=start");
  }

  @Test
  void selfOrNilIsNilInAProcessOfAnotherKind() {
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            await(selfOrNil(M.IDS).isNil());
            goTo("start");
          }
        };

    assertThat(Recorded.lines(Recorded.threads(root), "root.start"))
        .containsExactly("wait until m == nil", "goto root.start");
    assertThat(Recorded.lines(Recorded.single(root), "root.start"))
        .containsExactly("wait until nil == nil", "goto root.start");
  }

  @Test
  void parameterOfAProcedureInPlaceIsNotAssigned() {
    final class Callee extends Named {
      private final Bool on = parameter("on", Bool.TYPE);

      Callee() {
        super("callee");
      }

      @Override
      protected void body() {
        set(on, false);
      }
    }
    Callee callee = new Callee();
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("call", "");
            call(callee, FLAG);
            goTo("call");
          }
        };

    Recorded.assertIllFormed(
        () -> Recorded.threads(root, callee),
        "assignment to a parameter of a procedure without labels: name=on;"
            + " procedure=callee, label=-");
  }

  @Test
  void endingsOfOneNameAreTheSame() {
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            check(FLAG, Ending.thrown("bad", "one"));
            check(FLAG, Ending.thrown("bad", "two"));
            goTo("start");
          }
        };

    assertThatThrownBy(() -> Recorded.threads(root))
        .isInstanceOf(IllFormed.class)
        .hasMessageStartingWith("two endings of one name: first=Ending[name=bad");
  }

  @Test
  void variablesHaveNamesOfTheirOwn() {
    Procedure root = Recorded.loop("root");
    Var twice = Recorded.FLAG_VARIABLE;
    Protocol protocol =
        new Protocol(
            "twice",
            List.of(twice, twice),
            List.of(Recorded.threadsOf(root)),
            Map.of("root", root.text()),
            Block.EMPTY);

    Recorded.assertIllFormed(() -> Flattening.of(protocol), "variable declared twice: name=flag");
  }

  @Test
  void unknownProcedureIsNamedWithThoseThereAre() {
    Procedure callee = Recorded.loop("callee");
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("call", "");
            call(callee);
          }
        };

    Recorded.assertIllFormed(
        () -> Recorded.threads(root), "unknown procedure: name=callee, available=[root]");
  }

  @Test
  void endingsAreThoseOfTheLanguageAndThoseOfTheText() {
    Specification specification = TinyScheduler.specification();

    assertThat(specification.endings())
        .containsExactly(
            Ending.OUT_OF_RANGE,
            Ending.NIL_DEREFERENCE,
            Ending.QUEUE_FULL,
            TinyScheduler.HAS_ONE,
            TinyScheduler.NOT_IDLE,
            TinyScheduler.NO_P);
    Sort.Enumeration values =
        (Sort.Enumeration) specification.variable(Specification.ENDING).sort();
    assertThat(values.values()).startsWith(Specification.RUNNING).hasSize(7);
  }

  @Test
  void pollingProcessesPollWithTheirLocalsAndCounters() {
    final class Root extends Named {
      private final Bool seen = local("seen", Bool.TYPE);

      Root() {
        super("root");
      }

      @Override
      protected void body() {
        label("look", "");
        set(seen, FLAG);
        label("act", "");
        set(FLAG, seen.not());
        goTo("look");
      }
    }
    Root root = new Root();
    Process polling =
        new Process("monitor", Optional.empty(), List.of("root"), new TreeMap<>(Map.of()), true);

    Specification specification = Flattening.of(Recorded.protocol(polling, root));

    assertThat(specification.variable("monitor.root.seen").role()).isEqualTo(Var.Role.POLLED_LOCAL);
    assertThat(specification.counter("monitor").role()).isEqualTo(Var.Role.POLLED_COUNTER);
    assertThat(specification.counter("monitor").polled()).isTrue();
  }
}
