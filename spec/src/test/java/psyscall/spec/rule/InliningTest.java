package psyscall.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.rule.Recorded.FLAG;
import static psyscall.spec.rule.Recorded.OWNER;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Opt;
import psyscall.spec.process.Address;
import psyscall.spec.process.Procedure;
import psyscall.spec.rule.Recorded.Named;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;
import psyscall.spec.toy.TinyScheduler;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;

class InliningTest {
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
  void labelsAreNamedByTheCallsThatLeadToThem() {
    Setting setting = new Setting();
    Procedure middle =
        new Named("middle") {
          @Override
          protected void body() {
            label("ask", "");
            call(setting, FLAG);
          }
        };
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            call(middle);
            label("again", "");
            call(setting, FLAG);
            label("end", "");
            goTo("start");
          }
        };

    Specification specification = Recorded.threads(root, middle, setting);

    assertThat(Recorded.labels(specification))
        .containsExactly(
            "root.start",
            "root.again",
            "root.end",
            "root.start>middle.ask",
            "root.again>setting.store",
            "root.start>middle.ask>setting.store");
    assertThat(specification.labels("M").values()).isEqualTo(Recorded.labels(specification));
  }

  @Test
  void twoCallsOfOneStepHaveCopiesOfTheirOwn() {
    Setting setting = new Setting();
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            when(
                FLAG,
                () -> call(setting, List.of(Bool.FALSE), new Exit(RETURN, () -> goTo("start"))),
                () -> call(setting, List.of(Bool.TRUE), new Exit(RETURN, () -> goTo("other"))));
            label("other", "");
            goTo("start");
          }
        };

    Specification specification = Recorded.threads(root, setting);

    assertThat(Recorded.labels(specification))
        .containsExactly(
            "root.start", "root.other", "root.start>setting.store", "root.start~2>setting.store");
    assertThat(Recorded.lines(specification, "root.start>setting.store"))
        .endsWith("goto root.start");
    assertThat(Recorded.lines(specification, "root.start~2>setting.store"))
        .endsWith("goto root.other");
  }

  @Test
  void callIsAnAssignmentOfTheParametersAndAJump() {
    Setting setting = new Setting();
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            call(setting, FLAG.not());
            label("end", "");
            goTo("start");
          }
        };

    Specification specification = Recorded.threads(root, setting);

    assertThat(Recorded.lines(specification, "root.start"))
        .containsExactly("value = !flag", "goto root.start>setting.store");
    assertThat(Recorded.lines(specification, "root.start>setting.store"))
        .containsExactly("flag = value", "value = false", "goto root.end");
  }

  @Test
  void continuationHappensInTheStepThatReturns() {
    Named asking =
        new Named("asking") {
          @Override
          protected void body() {
            label("test", "");
            when(FLAG, () -> ret("yes"), () -> ret("no"));
          }
        };
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            call(
                asking,
                List.of(),
                new Exit("yes", () -> set(FLAG, false)),
                new Exit("no", () -> goTo("start")));
            label("end", "");
            set(FLAG, true);
            goTo("start");
          }
        };

    Specification specification = Recorded.threads(root, asking);

    assertThat(Recorded.lines(specification, "root.start>asking.test"))
        .containsExactly(
            "if flag {",
            "    flag = false",
            "    goto root.end",
            "} else {",
            "    goto root.start",
            "}");
  }

  @Test
  void localsBecomeVariablesOfTheProcessThatAllCopiesShare() {
    Specification specification = TinyScheduler.specification();

    Var oldp = specification.variable("M.exitsyscallfast.oldp");

    assertThat(oldp.sort()).isEqualTo(M.IDS.array(P.IDS.opt()).sort());
    assertThat(oldp.role()).isEqualTo(Var.Role.LOCAL);
    assertThat(Recorded.variables(specification))
        .containsSubsequence("lastPutter", "M.user.oldp", "pc.M", "pc.sysmon", "ending");
  }

  @Test
  void localThatHoldsAnIdIsStoredAsAnOptional() {
    final class Root extends Named {
      private final Id<P> p = local("p", P.IDS.id());
      private final Opt<P> maybe = local("maybe", P.IDS.opt());

      Root() {
        super("root");
      }

      @Override
      protected void body() {
        label("start", "");
        set(p, follow("q", OWNER.of(self(M.IDS))));
        set(maybe, p);
        label("use", "");
        set(OWNER.of(self(M.IDS)), p);
        await(maybe.is(p));
        goTo("start");
      }
    }

    Specification specification = Recorded.threads(new Root());

    assertThat(((Sort.ArrayOf) specification.variable("M.root.p").sort()).element())
        .isEqualTo(P.IDS.opt().sort());
    assertThat(Recorded.lines(specification, "root.start"))
        .containsExactly("q := m.p  // never nil here", "p = q", "maybe = p", "goto root.use");
  }

  @Test
  void statementsKeepTheAddressesTheyHadBeforeInlining() {
    Specification specification = TinyScheduler.specification();

    List<Address> addresses =
        specification.rules().stream()
            .filter(rule -> rule.name().equals("mstart.findp"))
            .flatMap(rule -> rule.body().lines().stream())
            .map(line -> line.address())
            .toList();

    // Passing control is replaced by the opening of the root, here its jump to the first label.
    assertThat(addresses)
        .containsExactly(new Address("mstart", "findp", 0), new Address("user", "", 0));
    assertThat(specification.rules())
        .extracting(Rule::name)
        .contains("user.yield", "exitsyscallfast.anyIdle")
        .doesNotContain("acquirep.");
  }

  @Test
  void startOfAProcessIsTheFirstLabelOfItsFirstRoot() {
    Specification specification = TinyScheduler.specification();

    assertThat(specification.labels("M").values().getFirst()).isEqualTo("mstart.findp");
    assertThat(specification.rulesByLabel("M").keySet())
        .containsExactlyElementsOf(specification.labels("M").values());
    assertThat(specification.rulesByLabel("M").get("user.entersyscall"))
        .extracting(Rule::name)
        .containsExactly("user.entersyscall", "user.yield", "user.stopTheWorld");
  }
}
