package psyscall.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import psyscall.cli.session.WrongUsage;
import psyscall.model.behavior.World;
import psyscall.model.engine.Engine;
import psyscall.model.engine.Engines;
import psyscall.model.listen.RunTally;
import psyscall.model.listen.StealTally;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.Scheduler;
import psyscall.model.watch.ClaimWatch;
import psyscall.model.watch.EngineWatch;
import psyscall.model.watch.PropertyWatch;
import psyscall.model.watch.WatchableClaims;
import psyscall.model.workload.Workload;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.IllFormed;

/// What is run, by which rules, and what is judged meanwhile; for any number of runs.
///
/// @param workload the program
/// @param bug what is broken in the rules
/// @param specification the rules
/// @param world the sizes
/// @param claims what is judged after each step
/// @param limits how far a run goes at most
public record RunPlan(
    Workload workload,
    Optional<Mutation> bug,
    Specification specification,
    World world,
    List<Property> claims,
    RunLimits limits) {
  /// How many operations a program has at most so that one run of it is interpreted.
  private static final int INTERPRETED = 2_000;

  /// Copies the claims.
  public RunPlan {
    claims = List.copyOf(claims);
  }

  /// A plan to run a program, and to judge all that a run can judge.
  ///
  /// @param workload the program
  /// @param bug what is broken in the rules
  /// @param limits how far a run goes at most
  /// @return the plan; the claim that the bug breaks is judged first
  /// @throws WrongUsage if the rules of the program have not what the bug changes
  public static RunPlan of(Workload workload, Optional<Mutation> bug, RunLimits limits) {
    Specification specification =
        bug.map(mutation -> broken(workload, mutation)).orElseGet(workload::specification);
    WatchableClaims watchable = new WatchableClaims(workload.state(), specification);
    List<Property> claims = watchable.all(bug.map(Mutation::property));
    return new RunPlan(workload, bug, specification, workload.world(), claims, limits);
  }

  private static Specification broken(Workload workload, Mutation bug) {
    if (bug.origin() == Mutation.Origin.NATIVE) {
      throw new WrongUsage(
          "a bug that releases have as they are: bug=" + bug.name() + "; leave --bug out");
    }
    try {
      return workload.specification(bug.edit());
    } catch (IllFormed e) {
      throw new WrongUsage(
          "another text is changed: bug=%s, release=%s, %s; give --release=%s"
              .formatted(
                  bug.name(), workload.release().name(), e.getMessage(), bug.release().name()));
    }
  }

  /// What executes the rules of one run: they are compiled where the program is long. To compile
  /// them takes about as long as to interpret some thousand steps.
  ///
  /// @return engines that judge the claims
  public Engines engines() {
    long operations =
        workload.goroutines().stream().mapToLong(text -> text.operations().size()).sum();
    return operations > INTERPRETED
        ? compiled()
        : Engines.interpreted(specification, world, EngineWatch.watched(claims));
  }

  /// What executes the rules of several runs, compiled once for all of them.
  ///
  /// @return engines that judge the claims
  public Engines compiled() {
    return Engines.of(specification, world, EngineWatch.watched(claims));
  }

  /// Makes one run in virtual time.
  ///
  /// @param engines execute the rules of this plan
  /// @param scheduler decides what is left open; not used elsewhere
  /// @param listeners are told what happens, before it is judged
  /// @return what came of it
  public RunOutcome run(Engines engines, Scheduler scheduler, List<RunListener> listeners) {
    Engine engine = engines.fresh();
    ClaimWatch watch =
        engines.areCompiled()
            ? new EngineWatch(claims, engine, world)
            : new PropertyWatch(claims, specification, world);
    return observed(
        watch, listeners, all -> new VirtualRun(workload, engine, scheduler, limits, all).run());
  }

  /// Makes one run, whatever takes the steps; it is judged by the interpreter.
  ///
  /// @param listeners are told what happens, before it is judged
  /// @param driver takes the steps, tells its listeners of them, and says how the run ended
  /// @return what came of it
  RunOutcome observed(List<RunListener> listeners, Function<List<RunListener>, RunEnd> driver) {
    return observed(new PropertyWatch(claims, specification, world), listeners, driver);
  }

  private RunOutcome observed(
      ClaimWatch watch, List<RunListener> listeners, Function<List<RunListener>, RunEnd> driver) {
    RunTally tally = new RunTally(workload);
    StealTally steals = new StealTally();
    List<RunListener> all = new ArrayList<>(List.of(tally, steals));
    all.addAll(listeners);
    all.add(watch);
    RunEnd end = driver.apply(all);
    return new RunOutcome(end, tally.summary(end), steals.steals(), watch.names(), watch.steps());
  }
}
