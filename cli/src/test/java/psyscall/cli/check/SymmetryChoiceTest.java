package psyscall.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.checker.search.Strategy;
import psyscall.checker.search.Usage;
import psyscall.cli.input.Manner;
import psyscall.cli.session.WrongUsage;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.state.P;
import psyscall.spec.term.Term;

class SymmetryChoiceTest {
  private final Scenario scenario = Runs.scenario("one-call");
  private final Specification specification = scenario.specification();
  private final List<Property> symmetric = scenario.claims(specification);
  private final List<Property> naming =
      List.of(new Property.Always(symmetric.getFirst().about(), firstProcessorIsItself()));

  private static Term firstProcessorIsItself() {
    Term first = new Term.Literal(P.IDS.sort(), 0);
    return new Term.Same(first, first);
  }

  private Usage.SymmetryUse use(
      Strategy strategy, Manner.Symmetry wish, List<Property> properties) {
    Manner manner = new Manner(1, strategy, wish);
    return SymmetryChoice.of(Check.of(scenario), manner, specification, properties);
  }

  private Usage.SymmetryUse breadthFirst(Manner.Symmetry wish, List<Property> properties) {
    return use(new Strategy.BreadthFirst(), wish, properties);
  }

  @Test
  void itIsOnWhereNothingIsSaidAndNothingIsNamed() {
    assertThat(breadthFirst(Manner.Symmetry.WHERE_SOUND, symmetric)).isEqualTo(new Usage.On());
    assertThat(breadthFirst(Manner.Symmetry.ON, symmetric)).isEqualTo(new Usage.On());
    assertThat(breadthFirst(Manner.Symmetry.OFF, symmetric)).isEqualTo(new Usage.Off());
  }

  @Test
  void propertyThatNamesAnIndividualRefusesIt() {
    assertThat(breadthFirst(Manner.Symmetry.OFF, naming)).isEqualTo(new Usage.Off());
    assertThat(breadthFirst(Manner.Symmetry.WHERE_SOUND, naming))
        .isInstanceOfSatisfying(
            Usage.Refused.class,
            refused -> assertThat(refused.reason()).contains(naming.getFirst().name(), "P0"));
  }

  @Test
  void toInsistWhereItIsRefusedIsWrong() {
    assertThatThrownBy(() -> breadthFirst(Manner.Symmetry.ON, naming))
        .isInstanceOf(WrongUsage.class)
        .hasMessageStartingWith("symmetry is not sound here: symmetry=on, check=one-call, ")
        .hasMessageContaining(naming.getFirst().name())
        .hasMessageEndingWith("; leave it out, or turn it off");
  }

  @Test
  void walksDoWithoutUnlessItIsAskedFor() {
    Strategy walks = new Strategy.RandomWalk(1, 1, 1);

    assertThat(use(walks, Manner.Symmetry.WHERE_SOUND, symmetric)).isEqualTo(new Usage.Off());
    assertThat(use(walks, Manner.Symmetry.ON, symmetric)).isEqualTo(new Usage.On());
  }
}
