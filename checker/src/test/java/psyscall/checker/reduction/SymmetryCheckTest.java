package psyscall.checker.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.checker.toy.Toy;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Opt;
import psyscall.spec.process.Block;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;
import psyscall.spec.toy.Declared;

class SymmetryCheckTest {
  private static final Ids<T> IDS = Ids.of("T");
  private static final Declared DECLARED = new Declared();
  private static final Opt<T> OWNER = DECLARED.field("owner", IDS.opt());

  @SuppressWarnings("UnusedVariable") // read by name
  private static final List<Scenario> SCENARIOS = Scenarios.all();

  private interface T {}

  @ParameterizedTest
  @FieldSource("SCENARIOS")
  void noScenarioOfGoNamesAnIndividual(Scenario scenario) {
    Specification specification = scenario.specification();

    assertThat(SymmetryCheck.refusal(specification, scenario.claims(specification))).isEmpty();
  }

  @Test
  void anInitialStateMayNameIndividuals() {
    Block initial =
        Declared.block(statements -> statements.assign(OWNER, IDS.individual(0).known()));

    assertThat(SymmetryCheck.refusal(specification(IDS.nil(), initial), List.of())).isEmpty();
  }

  @Test
  void aRuleThatNamesAnIndividualIsRefused() {
    Specification specification = specification(IDS.individual(1).known(), Block.EMPTY);

    assertThat(SymmetryCheck.refusal(specification, List.of()))
        .contains("rule names an individual: rule=own.take, individual=T1");
  }

  @Test
  void aRuleThatNamesAnOptionalIndividualIsRefused() {
    Opt<T> second = new Opt<>(new Term.Literal(new Sort.Optional(IDS.sort()), 1));

    assertThat(SymmetryCheck.refusal(specification(second, Block.EMPTY), List.of()))
        .contains("rule names an individual: rule=own.take, individual=T1");
  }

  static Stream<Arguments> properties() {
    Property.About about = Toy.about("claim");
    Term fine = OWNER.isNil().term();
    Term names = OWNER.is(IDS.individual(0)).term();
    return Stream.of(
        arguments(new Property.Always(about, names)),
        arguments(new Property.OnStep(about, new Term.Next(names))),
        arguments(new Property.Quiet(about, names)),
        arguments(new Property.Possible(about, names, fine)),
        arguments(new Property.Possible(about, fine, names)),
        arguments(new Property.Sometimes(about, names)),
        arguments(new Property.DeadlockFree(about, names)));
  }

  @ParameterizedTest
  @MethodSource("properties")
  void aPropertyThatNamesAnIndividualIsRefused(Property property) {
    Specification specification = specification(IDS.nil(), Block.EMPTY);

    assertThat(SymmetryCheck.refusal(specification, List.of(property)))
        .contains("property names an individual: property=claim, individual=T0");
  }

  @Test
  void aLocalThatHoldsAnIdAndNeverNilIsRefused() {
    Specification with = specification(IDS.nil(), Block.EMPTY);
    List<Var> variables =
        Stream.concat(
                with.variables().stream(),
                Stream.of(new Var("T.own.next", IDS.array(IDS.id()).sort(), Var.Role.LOCAL)))
            .toList();

    assertThat(
            SymmetryCheck.refusal(
                new Specification(
                    with.name(),
                    variables,
                    with.processes(),
                    with.rules(),
                    with.endings(),
                    with.initial()),
                List.of()))
        .contains("local is an individual by default: variable=T.own.next");
  }

  private static Specification specification(Opt<T> stored, Block initial) {
    Procedure own =
        new Procedure("own", "takes it", Declared.MODEL) {
          @Override
          protected void body() {
            label("take", "");
            when(OWNER.isNil(), () -> set(OWNER, stored));
            goTo("take");
          }
        };
    return Flattening.of(
        DECLARED.protocol(
            "owners",
            List.of(Process.of("T", Optional.of(IDS.sort()), List.of("own"))),
            List.of(own),
            initial));
  }
}
