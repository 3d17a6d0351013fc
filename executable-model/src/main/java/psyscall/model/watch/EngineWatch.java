package psyscall.model.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import psyscall.model.behavior.State;
import psyscall.model.behavior.World;
import psyscall.model.engine.Engine;
import psyscall.model.engine.RecentSteps;
import psyscall.model.engine.StepView;
import psyscall.model.engine.Watched;
import psyscall.model.run.Objection;
import psyscall.spec.dependence.Changes;
import psyscall.spec.dependence.Reads;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Rule;
import psyscall.spec.term.Term;

/// Judges claims by what the engine of the run says of its state and its step, so that a compiled
/// one makes no objects; the steps of a violation are interpreted again.
///
/// A claim about states is not evaluated again behind a step of a rule that stores to nothing that
/// it reads: it holds as it did before.
public final class EngineWatch implements ClaimWatch {
  private final Engine engine;
  private final RecentSteps recent;
  private final Property[] claims;
  private final int[] positions;
  private final boolean[] areOfSteps;
  private final Reads[] reads;
  private final boolean[] all;
  private final IdentityHashMap<Rule, boolean[]> byRule = new IdentityHashMap<>();
  private final Function<Rule, boolean[]> meeting = this::meeting;
  private long steps;
  private Optional<Objection> objection = Optional.empty();

  /// Judges nothing yet.
  ///
  /// @param claims about each state or each step; the first that is broken is the one that is told
  /// @param engine of the run, in its initial state; made to be asked [#watched] of these claims
  /// @param world the sizes of the id sorts
  /// @throws IllegalArgumentException if a claim is of another kind
  public EngineWatch(List<Property> claims, Engine engine, World world) {
    this.engine = engine;
    recent = new RecentSteps(engine, world);
    this.claims = claims.toArray(Property[]::new);
    positions = new int[this.claims.length];
    areOfSteps = new boolean[this.claims.length];
    reads = new Reads[this.claims.length];
    all = new boolean[this.claims.length];
    Arrays.fill(all, true);
    int states = 0;
    int ofSteps = 0;
    for (int at = 0; at < this.claims.length; at++) {
      areOfSteps[at] = isOfSteps(this.claims[at]);
      reads[at] = Reads.of(PropertyWatch.condition(this.claims[at]));
      positions[at] = areOfSteps[at] ? ofSteps++ : states++;
    }
  }

  /// What an engine has to be asked so that it can judge claims.
  ///
  /// @param claims about each state or each step
  /// @return their conditions, those of each kind in the order of the claims
  /// @throws IllegalArgumentException if a claim is of another kind
  public static Watched watched(List<Property> claims) {
    List<Term> states = new ArrayList<>();
    List<Term> steps = new ArrayList<>();
    for (Property claim : claims) {
      (isOfSteps(claim) ? steps : states).add(PropertyWatch.condition(claim));
    }
    return new Watched(states, steps);
  }

  private static boolean isOfSteps(Property claim) {
    return switch (claim) {
      case Property.OnStep _ -> true;
      case Property.Always _ -> false;
      case Property.Quiet _, Property.Possible _, Property.Sometimes _, Property.DeadlockFree _ ->
          throw PropertyWatch.refused(claim);
    };
  }

  @Override
  public void began(State initial) {
    for (int at = 0; at < claims.length; at++) {
      if (!areOfSteps[at] && !engine.holds(positions[at])) {
        objectTo(claims[at]);
        return;
      }
    }
  }

  @Override
  public void stepped(long nanos, StepView step) {
    steps++;
    recent.add(nanos, step);
    boolean[] isMet =
        step.ending().isPresent() ? all : byRule.computeIfAbsent(step.rule(), meeting);
    for (int at = 0; at < claims.length; at++) {
      if (isMet[at] && !holds(at)) {
        objectTo(claims[at]);
        return;
      }
    }
  }

  private boolean holds(int claim) {
    return areOfSteps[claim]
        ? engine.holdsOfStep(positions[claim])
        : engine.holds(positions[claim]);
  }

  /// Which claims a step of a rule can break.
  private boolean[] meeting(Rule rule) {
    Changes changes = Changes.of(rule, engine.specification());
    boolean[] isMet = new boolean[claims.length];
    for (int at = 0; at < isMet.length; at++) {
      isMet[at] = areOfSteps[at] || changes.meets(reads[at]);
    }
    return isMet;
  }

  private void objectTo(Property claim) {
    objection =
        Optional.of(new Objection(claim, recent.behavior(LAST_STEPS), recent.moments(LAST_STEPS)));
  }

  @Override
  public Optional<Objection> objection() {
    return objection;
  }

  @Override
  public List<String> names() {
    return Arrays.stream(claims).map(Property::name).toList();
  }

  @Override
  public long steps() {
    return steps;
  }
}
