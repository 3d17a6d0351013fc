package psyscall.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Compiled specifications do what the interpreter does, whatever they say.
class CompiledAgreesProperties {
  private static final int STATES = 300;

  @Provide
  Arbitrary<RandomSpecifications.Drawn> specifications() {
    return RandomSpecifications.all();
  }

  @Property(tries = 400)
  void stepsAndConditionsAreThoseOfTheInterpreter(
      @ForAll("specifications") RandomSpecifications.Drawn drawn) {
    comparison(drawn).explore(STATES);
  }

  /// A drawn specification may block at once: many do not.
  @Example
  void manyStepsAreCompared() {
    int compared = 0;
    for (long seed = 0; seed < 30; seed++) {
      RandomSpecifications.Drawn drawn = RandomSpecifications.of(seed);
      Comparison comparison =
          new Comparison(
              drawn.specification(), drawn.world(), drawn.conditions(), drawn.stepConditions());
      comparison.explore(STATES);
      compared += comparison.compared();
    }

    assertThat(compared).isGreaterThan(5_000);
  }

  private static Comparison comparison(RandomSpecifications.Drawn drawn) {
    try {
      return new Comparison(
          drawn.specification(), drawn.world(), drawn.conditions(), drawn.stepConditions());
    } catch (IllegalArgumentException e) {
      // Few are beyond a limit that is documented.
      String refusal = String.valueOf(e.getMessage());
      Assume.that(!refusal.startsWith("method with too much code"));
      Assume.that(!refusal.startsWith("state too large"));
      throw e;
    }
  }
}
