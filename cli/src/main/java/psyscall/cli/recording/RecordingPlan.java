package psyscall.cli.recording;

import java.nio.file.Path;
import java.util.List;

/// What is to be recorded: each scenario, on each release, with each number of Ps.
///
/// @param releases of Go
/// @param programs scenarios
/// @param procs values of GOMAXPROCS, each 1 or more
/// @param times how often a scenario runs in one trace, 1 or more
/// @param folder where the traces go; made where it is missing
public record RecordingPlan(
    List<WantedRelease> releases,
    List<ScenarioProgram> programs,
    List<Integer> procs,
    int times,
    Path folder) {
  /// The most Ps that are asked for; Go itself has had other limits.
  public static final int PROCS_MAX = 256;

  /// The most runs of a scenario in one trace.
  public static final int TIMES_MAX = 1_000_000;

  /// Copies the lists.
  public RecordingPlan {
    releases = List.copyOf(releases);
    programs = List.copyOf(programs);
    procs = List.copyOf(procs);
  }

  /// How many traces that makes.
  ///
  /// @return the product
  int size() {
    return releases.size() * programs.size() * procs.size();
  }
}
