package psyscall.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.workload.Workloads;

/// What a run of the command measures.
///
/// @param output the page that it writes
/// @param runs how many processes each timed search has, at least 1
/// @param scenarios the scenarios that are searched, in the order of the page, at least one
/// @param parts what is measured
/// @param wordBits the array in which memory is read has `2^wordBits` words
/// @param command the command line, for the page
/// @param revision of the sources, for the page
/// @param jvmOptions of every measured process
record Plan(
    Path output,
    int runs,
    List<String> scenarios,
    Parts parts,
    int wordBits,
    String command,
    String revision,
    List<String> jvmOptions) {
  /// Checks the ranges and copies the lists.
  Plan {
    if (runs < 1) {
      throw new IllegalArgumentException("number of runs: runs=" + runs + ", limit=1..");
    }
    scenarios = List.copyOf(scenarios);
    jvmOptions = List.copyOf(jvmOptions);
  }

  /// What is measured.
  enum Parts {
    /// Whole searches and the memory.
    SEARCHES,
    /// Those and the hot parts.
    ALL
  }

  /// Reads the words that the script gives.
  ///
  /// @param args `output=`, `runs=`, `scenarios=` (names with commas between them, or `default`),
  ///   `parts=`, `wordBits=`, `revision=`; then `--`; then the command line, in one word; then the
  ///   options of the measured processes
  /// @return the plan
  /// @throws IllegalArgumentException if something is missing or not understood
  static Plan parse(List<String> args) {
    int end = args.indexOf("--");
    if (end < 1 || end + 1 == args.size()) {
      throw new IllegalArgumentException("no command line: words=" + args);
    }
    Fields fields = Fields.parse(String.join(" ", args.subList(0, end)));
    return new Plan(
        Path.of(fields.text("output")),
        Math.toIntExact(fields.number("runs")),
        scenarios(fields.text("scenarios")),
        Parts.valueOf(fields.text("parts")),
        Math.toIntExact(fields.number("wordBits")),
        args.get(end + 1),
        fields.text("revision"),
        args.subList(end + 2, args.size()));
  }

  private static List<String> scenarios(String names) {
    return names.equals("default") ? Workloads.SEARCHES : Arrays.asList(names.split(",", -1));
  }
}
