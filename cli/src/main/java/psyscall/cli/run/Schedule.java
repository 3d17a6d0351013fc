package psyscall.cli.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import psyscall.cli.output.Words;
import psyscall.cli.session.WrongUsage;
import psyscall.cli.workload.ScriptFile;
import psyscall.model.schedule.Decision;
import psyscall.model.schedule.Recording;
import psyscall.model.schedule.RoundRobin;
import psyscall.model.schedule.Scheduler;
import psyscall.model.schedule.Scripted;
import psyscall.model.schedule.SeededRandom;

/// Who decides what a run leaves open, in the words of the command line; for one run.
///
/// @param text the option that makes the same run again
/// @param scheduler who decides
public record Schedule(String text, Scheduler scheduler) {

  /// The schedule of some options.
  ///
  /// @param seed draws what is left open
  /// @param script a file with decisions
  /// @return the schedule; in turn if there is neither
  /// @throws WrongUsage if both are given
  /// @throws psyscall.cli.session.UnreadableInput if the file cannot be read
  public static Schedule of(Optional<Integer> seed, Optional<Path> script) {
    if (seed.isPresent() && script.isPresent()) {
      throw new WrongUsage(
          "two that decide: seed=%d, schedule=%s; leave one out"
              .formatted(seed.get(), script.get()));
    }
    return script
        .map(Schedule::scripted)
        .or(() -> seed.map(n -> new Schedule("--seed=" + n, new SeededRandom(n))))
        .orElseGet(() -> new Schedule("in turn", new RoundRobin()));
  }

  private static Schedule scripted(Path file) {
    ScriptFile.Script script = ScriptFile.read(file);
    String text =
        "--schedule=%s: %s, then in turn"
            .formatted(file.getFileName(), Words.count(script.decisions().size(), "decision"));
    return new Schedule(text, new Scripted(script.seed(), script.decisions()));
  }

  /// The same schedule, listened to.
  ///
  /// @param decisions gets each decision
  /// @return the schedule
  public Schedule told(Consumer<Decision> decisions) {
    return new Schedule(text, new Recording(scheduler, decisions));
  }
}
