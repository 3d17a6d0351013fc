package psyscall.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.rule.Recorded.FLAG;
import static psyscall.spec.rule.Recorded.OWNER;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.process.Procedure;
import psyscall.spec.rule.Recorded.Named;
import psyscall.spec.toy.TinyScheduler;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;

/// What [Inlining] puts into the step of a call: procedures without labels, and the statements
/// before the first label of the others.
class SplicingTest {
  /// Sets the flag in a step of its own.
  private static final class Setting extends Named {
    private final Bool value = parameter("value", Bool.TYPE);

    Setting() {
      super("setting");
    }

    @Override
    protected void body() {
      label("store", "");
      set(FLAG, value);
    }
  }

  @Test
  void returnBeforeTheFirstLabelHappensInTheStepOfTheCall() {
    Named asking =
        new Named("asking") {
          @Override
          protected void body() {
            when(FLAG, () -> ret("early"));
            label("later", "");
            ret("late");
          }
        };
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            Id<P> p = follow("p", OWNER.of(self(M.IDS)));
            call(
                asking,
                List.of(),
                new Exit(
                    "early",
                    () -> {
                      set(OWNER.of(self(M.IDS)), p);
                      goTo("end");
                    }),
                new Exit("late", () -> goTo("end")));
            label("end", "");
            goTo("start");
          }
        };

    // The exit that is taken at once may use what the call's step has named; only that one could.
    assertThat(root.text().labels()).hasSize(2);
    assertThat(Recorded.lines(Recorded.threads(root, asking), "root.start"))
        .containsExactly(
            "p := m.p  // never nil here",
            "if flag {",
            "    m.p = p",
            "    goto root.end",
            "}",
            "goto root.start>asking.later");
  }

  @Test
  void procedureWithoutLabelsIsSplicedInPlace() {
    final class Taking extends Named {
      private final Id<P> p = parameter("p", P.IDS.id());

      Taking() {
        super("taking");
      }

      @Override
      protected void body() {
        check(OWNER.of(self(M.IDS)).isNil(), TinyScheduler.HAS_ONE);
        set(OWNER.of(self(M.IDS)), p);
      }
    }
    Taking taking = new Taking();
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            pick("one", P.IDS.all(), p -> call(taking, p), () -> {});
            set(FLAG, true);
            goTo("start");
          }
        };

    Specification specification = Recorded.threads(root, taking);

    assertThat(Recorded.labels(specification)).containsExactly("root.start");
    assertThat(Recorded.lines(specification, "root.start"))
        .containsExactly(
            "if p := pick one from all Ps {",
            "    p2 := p",
            "    if m.p != nil { throw(\"acquirep: already in go\") }",
            "    m.p = p2",
            "}",
            "flag = true",
            "goto root.start");
  }

  @Test
  void procedureWithoutLabelsThatOnlyReturnsEarlyReturnsAtItsEndToo() {
    Named mixed =
        new Named("mixed") {
          @Override
          protected void body() {
            when(FLAG, () -> ret("early"));
            set(FLAG, true);
          }
        };
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            call(
                mixed,
                List.of(),
                new Exit("early", () -> goTo("start")),
                new Exit(RETURN, () -> goTo("end")));
            label("end", "");
            goTo("start");
          }
        };

    assertThat(Recorded.lines(Recorded.threads(root, mixed), "root.start"))
        .containsExactly("if flag {", "    goto root.start", "}", "flag = true", "goto root.end");
  }

  @Test
  void procedureWithoutLabelsThatCallsOneWithLabelsComesBackBehindItsCall() {
    Setting setting = new Setting();
    Named wrapping =
        new Named("wrapping") {
          @Override
          protected void body() {
            call(setting, FLAG);
          }
        };
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            call(wrapping);
            label("end", "");
            goTo("start");
          }
        };

    Specification specification = Recorded.threads(root, wrapping, setting);

    assertThat(Recorded.labels(specification)).hasSize(3);
    assertThat(Recorded.lines(specification, Recorded.labels(specification).getLast()))
        .containsExactly("flag = value", "value = false", "goto root.end");
  }

  @Test
  void controlThatPassesToARootTakesItsOpeningAlong() {
    Procedure second =
        new Named("second") {
          @Override
          protected void body() {
            set(FLAG, true);
            label("go", "");
            become("first");
          }
        };
    Procedure first =
        new Named("first") {
          @Override
          protected void body() {
            label("start", "");
            become("second");
          }
        };

    Specification specification =
        Flattening.of(Recorded.protocol(Recorded.threadsOf(first, second), first, second));

    assertThat(Recorded.lines(specification, "first.start"))
        .containsExactly("flag = true", "goto second.go");
    assertThat(Recorded.lines(specification, "second.go")).containsExactly("goto first.start");
  }
}
