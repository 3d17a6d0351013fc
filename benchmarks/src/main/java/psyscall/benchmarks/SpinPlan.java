package psyscall.benchmarks;

import java.nio.file.Path;
import java.util.List;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.workload.Workloads;

/// What a run of the comparison with Spin measures.
///
/// @param output the page of which it writes one section
/// @param runs how many processes each search has, at least 1
/// @param scenario which is searched
/// @param depthMax of Spin's depth-first searches, in steps
/// @param command the command line, for the page
/// @param revision of the sources, for the page
/// @param jvmOptions of every measured process of ours
record SpinPlan(
    Path output,
    int runs,
    String scenario,
    int depthMax,
    String command,
    String revision,
    List<String> jvmOptions) {
  /// Checks the ranges and copies the list.
  SpinPlan {
    if (runs < 1) {
      throw new IllegalArgumentException("number of runs: runs=" + runs + ", limit=1..");
    }
    if (depthMax < 1) {
      throw new IllegalArgumentException("length of a way: depth=" + depthMax + ", limit=1..");
    }
    jvmOptions = List.copyOf(jvmOptions);
  }

  /// Reads the words that the script gives.
  ///
  /// @param args `output=`, `runs=`, `scenario=` (a name, or `default`), `depth=`, `revision=`;
  ///   then `--`; then the command line, in one word; then the options of our measured processes
  /// @return the plan
  /// @throws IllegalArgumentException if something is missing or not understood
  static SpinPlan parse(List<String> args) {
    int end = args.indexOf("--");
    if (end < 1 || end + 1 == args.size()) {
      throw new IllegalArgumentException("no command line: words=" + args);
    }
    Fields fields = Fields.parse(String.join(" ", args.subList(0, end)));
    String scenario = fields.text("scenario");
    return new SpinPlan(
        Path.of(fields.text("output")),
        Math.toIntExact(fields.number("runs")),
        scenario.equals("default") ? Workloads.BESIDE_SPIN : scenario,
        Math.toIntExact(fields.number("depth")),
        args.get(end + 1),
        fields.text("revision"),
        args.subList(end + 2, args.size()));
  }
}
