package psyscall.model.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.engine.Engine;
import psyscall.model.engine.Engines;
import psyscall.model.engine.Watched;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.RandomWorkload;
import psyscall.model.workload.Workload;
import psyscall.spec.expr.Bool;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.property.Property;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.state.M;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// What an engine says of claims is what the interpreter says of states and steps: the same run
/// violates the same claim in the same step, after the same last steps, or none.
class EngineWatchTest {
  private static final int SEEDS = 12;
  private static final RunLimits LIMITS = new RunLimits(100_000_000_000L, 700);
  private static final Mutation H6 = Mutations.named("go6070").orElseThrow();

  /// Runs of some seeds, each made and judged in three ways.
  private static List<RunEnd> agreed(
      Workload workload, Specification rules, List<Property> claims, int seeds) {
    Watched watched = EngineWatch.watched(claims);
    Engines compiled = Engines.compiled(rules, workload.world(), watched);
    Engines interpreted = Engines.interpreted(rules, workload.world(), watched);
    List<RunEnd> ends = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      PropertyWatch byObjects = new PropertyWatch(claims, rules, workload.world());
      RunEnd expected = run(workload, interpreted.fresh(), byObjects, seed);
      for (Engines engines : List.of(compiled, interpreted)) {
        Engine engine = engines.fresh();
        EngineWatch watch = new EngineWatch(claims, engine, workload.world());

        RunEnd actual = run(workload, engine, watch, seed);

        assertThat(actual)
            .as("seed=%d, compiled=%s", seed, engines.areCompiled())
            .isEqualTo(expected);
        assertThat(watch.steps()).isEqualTo(byObjects.steps());
        assertThat(watch.names()).isEqualTo(byObjects.names());
      }
      ends.add(expected);
    }
    return ends;
  }

  private static RunEnd run(Workload workload, Engine engine, ClaimWatch watch, long seed) {
    return new VirtualRun(workload, engine, new SeededRandom(seed), LIMITS, List.of(watch)).run();
  }

  @Test
  void bugIsCaughtAlike() {
    Workload workload = PropertyWatchTest.calls(H6.release());
    Specification broken = workload.specification(H6.edit());
    List<Property> claims =
        new WatchableClaims(workload.state(), broken).all(Optional.of(H6.property()));

    assertThat(agreed(workload, broken, claims, SEEDS))
        .filteredOn(RunEnd.Violated.class::isInstance)
        .hasSize(3)
        .allSatisfy(end -> assertThat(end.steps()).isBetween(60L, 80L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10.8", "1.14.15", "1.19.13"})
  void nothingIsSaidAgainstTheRulesAsTheyAre(String release) {
    Workload workload = RandomWorkload.of(11, Release.named(release).orElseThrow(), 40);
    Specification rules = workload.specification();
    List<Property> claims = new WatchableClaims(workload.state(), rules).all();

    assertThat(agreed(workload, rules, claims, 2))
        .noneMatch(RunEnd.Violated.class::isInstance)
        .allSatisfy(end -> assertThat(end.steps()).isGreaterThan(400));
  }

  @Test
  void eachClaimThatIsTurnedRoundIsBrokenAlike() {
    Workload workload = PropertyWatchTest.calls(H6.release());
    Specification rules = workload.specification();
    for (Property claim : new WatchableClaims(workload.state(), rules).all()) {
      assertThat(agreed(workload, rules, List.of(turned(claim)), 1))
          .as(claim.name())
          .allMatch(RunEnd.Violated.class::isInstance);
    }
  }

  /// What holds for a while is looked at again when it can have changed: no thread is at a label,
  /// each of which some step comes to, or no variable is true.
  @Test
  void claimThatBreaksLaterIsBrokenAlike() {
    Workload workload = PropertyWatchTest.calls(H6.release());
    Specification rules = workload.specification();
    Property known = new WatchableClaims(workload.state(), rules).all().getFirst();
    Var counter = rules.counter(GoRuntime.THREADS);
    Sort.Enumeration labels = rules.labels(GoRuntime.THREADS);
    Term first = new Term.Literal(M.IDS.sort(), 0);
    List<Term> never = new ArrayList<>();
    for (String label : List.of("Syscall.kernel", "Execute.run", "Schedule.top")) {
      Term at = new Term.Literal(labels, labels.ordinal(label));
      never.add(new Term.Same(new Term.Select(new Term.Read(counter), first), at));
    }
    never.add(new Term.Select(new Term.Read(rules.variable("m.spinning")), first));
    never.add(new Term.Select(new Term.Read(rules.variable("m.syscalltickMoved")), first));
    for (Term broken : never) {
      Property claim = new Property.Always(known.about(), new Bool(broken).not().term());

      assertThat(agreed(workload, rules, List.of(claim), 1))
          .as(broken.toString())
          .allMatch(end -> end instanceof RunEnd.Violated && end.steps() > 0);
    }
  }

  private static Property turned(Property claim) {
    return switch (claim) {
      case Property.Always always ->
          new Property.Always(claim.about(), new Bool(always.condition()).not().term());
      case Property.OnStep step ->
          new Property.OnStep(claim.about(), new Bool(step.condition()).not().term());
      case Property.Quiet _, Property.Possible _, Property.Sometimes _, Property.DeadlockFree _ ->
          throw new IllegalArgumentException(claim.name());
    };
  }

  @Test
  void claimsThatOneRunCannotJudgeAreRefused() {
    Workload workload = PropertyWatchTest.calls(H6.release());
    Property claim =
        new WatchableClaims(workload.state(), workload.specification()).named("work-conservation");

    assertThatThrownBy(() -> EngineWatch.watched(List.of(claim)))
        .hasMessage("a claim that no single run can judge: name=work-conservation");
  }
}
