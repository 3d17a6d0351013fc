package psyscall.cli.run;

import java.util.List;
import java.util.stream.Stream;
import psyscall.cli.input.Names;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunListener;
import psyscall.model.run.ThreadedRun;
import psyscall.model.schedule.Scheduler;
import psyscall.model.trampoline.Host;

/// What takes the steps of a run.
public enum Driver {
  /// One thread, in virtual time.
  VIRTUAL,
  /// A thread for each of the rules', in real time.
  THREADS;

  /// The driver of a name.
  ///
  /// @param name as the user writes it
  /// @return the driver
  /// @throws psyscall.cli.session.WrongUsage if there is none of that name
  /// @throws EnvironmentFailure if this machine has not what it needs
  public static Driver named(String name) {
    List<String> names = Stream.of(values()).map(Driver::word).toList();
    int at = names.indexOf(name);
    if (at < 0) {
      throw Names.unknown("driver", name, names, "give virtual or threads");
    }
    Driver driver = values()[at];
    if (driver == THREADS) {
      Host.here()
          .missing()
          .ifPresent(
              what -> {
                throw new EnvironmentFailure("real threads make real system calls: " + what);
              });
    }
    return driver;
  }

  /// Its name, as the user writes it.
  private String word() {
    return switch (this) {
      case VIRTUAL -> "virtual";
      case THREADS -> "threads";
    };
  }

  /// How a run says what makes it again, or something like it.
  ///
  /// @param scheduler the option that says how choices are answered
  /// @return the words
  public String words(String scheduler) {
    return switch (this) {
      case VIRTUAL -> scheduler;
      case THREADS -> "--driver=threads, choices " + scheduler;
    };
  }

  /// Makes one run.
  ///
  /// @param plan what is run
  /// @param scheduler decides what is left open; not used elsewhere
  /// @param listeners are told what happens, before it is judged
  /// @return what came of it
  public RunOutcome run(RunPlan plan, Scheduler scheduler, List<RunListener> listeners) {
    return switch (this) {
      case VIRTUAL -> plan.run(plan.engines(), scheduler, listeners);
      case THREADS -> plan.observed(listeners, all -> inRealTime(plan, scheduler, all));
    };
  }

  private static RunEnd inRealTime(RunPlan plan, Scheduler scheduler, List<RunListener> all) {
    try {
      return new ThreadedRun(plan.workload(), plan.specification(), scheduler, plan.limits(), all)
          .run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFailure("the run was interrupted: driver=threads");
    }
  }
}
