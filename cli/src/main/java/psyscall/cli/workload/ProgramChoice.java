package psyscall.cli.workload;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import psyscall.cli.input.Counts;
import psyscall.cli.input.Names;
import psyscall.cli.session.WrongUsage;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;

/// Which program is to be run, in the words of the command line.
///
/// @param name of a program that psyscall brings, or a file
/// @param release of Go, if it is not to be the program's
/// @param procs GOMAXPROCS, likewise
/// @param preemption how running goroutines are asked to yield, likewise
public record ProgramChoice(
    Optional<String> name,
    Optional<String> release,
    Optional<String> procs,
    Optional<String> preemption) {

  /// The program.
  ///
  /// @return it, with what was asked for in the place of its own
  /// @throws WrongUsage if a word is wrong
  /// @throws psyscall.cli.session.UnreadableInput if the file describes none
  public Workload workload() {
    Workload found = name.map(ProgramChoice::named).orElseThrow(ProgramChoice::nothing);
    Release of = release.map(Names::release).orElse(found.release());
    int ps =
        procs
            .map(n -> Counts.one("procs", n, "number of Ps", 1, WorkloadFile.INDIVIDUALS_MAX))
            .orElse(found.processors());
    Preemption how = preemption.map(ProgramChoice::preemption).orElse(found.preemption());
    return found.on(of, ps, how);
  }

  private static WrongUsage nothing() {
    return new WrongUsage("nothing to run: programs=0; give a name of 'run --list', or a file");
  }

  private static Workload named(String name) {
    return ShippedPrograms.named(name).orElseGet(() -> fromFile(name));
  }

  /// A word without a dot or a folder is meant as a name, unless there is such a file.
  private static Workload fromFile(String name) {
    if (!name.contains(".") && !name.contains("/") && !Files.exists(path(name))) {
      throw Names.unknown("program", name, ShippedPrograms.names(), "see 'psyscall run --list'");
    }
    return WorkloadFile.read(path(name));
  }

  /// The path of a file.
  ///
  /// @param text as it was written
  /// @return the path
  /// @throws WrongUsage if it is none
  public static Path path(String text) {
    if (text.isEmpty()) {
      throw new WrongUsage("no path: file=; name a file");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new WrongUsage("no path: file=" + e.getReason());
    }
  }

  private static Preemption preemption(String word) {
    return switch (word) {
      case "signals" -> Preemption.ASYNCHRONOUS;
      case "prologues" -> Preemption.COOPERATIVE;
      case String _ ->
          throw Names.unknown(
              "preemption", word, List.of("signals", "prologues"), "give signals or prologues");
    };
  }
}
