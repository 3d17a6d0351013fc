package psyscall.checker.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.interpret.Interpreter;
import psyscall.model.layout.Layout;

/// Exactness on random states with parts of every kind, and on random walks of Go's scheduler.
final class SymmetryProperties {
  private final Zoo zoo = new Zoo();
  private final List<Relabelling> zooRelabellings = Relabelling.all(zoo.layout().world());
  private final Symmetry zooSymmetry = Symmetry.of(zoo.layout());
  private final Interpreter go = SymmetryTest.goModel("many-threads");
  private final Layout goLayout = Layout.of(go.specification(), go.world());
  private final Symmetry goSymmetry = Symmetry.of(goLayout);
  private final List<Relabelling> goRelabellings = Relabelling.all(go.world());

  @Property(tries = 1000)
  void partsOfEveryKindHaveOneRepresentativeForAllPermutations(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int filled) {
    State state = zoo.random(new Random(seed), filled);

    Set<List<Long>> representatives =
        zooRelabellings.stream()
            .map(r -> SymmetryTest.representative(r.of(state), zoo.layout(), zooSymmetry))
            .collect(Collectors.toSet());

    assertThat(representatives).hasSize(1);
    List<List<Long>> orbit =
        zooRelabellings.stream()
            .map(r -> Relabelling.list(Relabelling.pack(r.of(state), zoo.layout())))
            .toList();
    assertThat(orbit).containsAll(representatives);
  }

  @Property(tries = 200)
  void representativesRepresentThemselves(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int filled) {
    State state = zoo.random(new Random(seed), filled);
    long[] words = Relabelling.pack(state, zoo.layout());
    zooSymmetry.canonicalise(words, 0);
    long[] again = words.clone();

    zooSymmetry.canonicalise(again, 0);

    assertThat(again).isEqualTo(words);
  }

  @Property(tries = 200)
  void relabelledStatesOfGoHaveTheSameRepresentative(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int steps) {
    Random random = new Random(seed);
    State state = walk(random, steps);
    State other = any(goRelabellings, random).of(state);

    assertThat(SymmetryTest.representative(other, goLayout, goSymmetry.forThread()))
        .isEqualTo(SymmetryTest.representative(state, goLayout, goSymmetry));
  }

  @Property(tries = 100)
  void aRepresentativeLeadsWhereItsStatesLead(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int steps) {
    State state = walk(new Random(seed), steps);
    long[] words = Relabelling.pack(state, goLayout);
    goSymmetry.canonicalise(words, 0);

    assertThat(successors(goLayout.unpack(words, 0)).toList())
        .containsExactlyInAnyOrderElementsOf(successors(state).toList());
  }

  private Stream<List<Long>> successors(State state) {
    return go.successors(state).stream()
        .map(step -> SymmetryTest.representative(step.target(), goLayout, goSymmetry));
  }

  private State walk(Random random, int steps) {
    State state = go.initial();
    for (int step = 0; step < steps; step++) {
      List<Transition> next = go.successors(state);
      if (next.isEmpty()) {
        return state;
      }
      state = any(next, random).target();
    }
    return state;
  }

  private static <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
