package psyscall.benchmarks.peer;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What one of Spin's verifiers prints about a search that came to its end.
///
/// @param states distinct states
/// @param vectorBytes how long a state is
/// @param storedBytes how long a state is as it is stored, without its place in a table
/// @param memoryBytes all that it took: states, table, stack, queues
/// @param searchNanos what the search took
public record VerifierFigures(
    long states, int vectorBytes, long storedBytes, long memoryBytes, long searchNanos) {
  private static final Pattern STATES = Pattern.compile("(?m)^ *(\\S+) states, stored");
  private static final Pattern VECTOR =
      Pattern.compile("State-vector (\\d+) byte, depth reached \\d+, errors: (\\d+)");
  private static final Pattern STORED = Pattern.compile("state-vector as stored = (\\d+) byte");
  private static final Pattern MEMORY =
      Pattern.compile("(?m)^ *(\\S+)\\s+total actual memory usage$");
  private static final Pattern TIME =
      Pattern.compile("(?m)^(?:pan|cpu\\d+): elapsed time (\\S+) seconds");

  private static final String TOO_DEEP = "max search depth too small";

  /// How a verifier says that it has not seen everything.
  private static final List<String> UNFINISHED =
      List.of(
          TOO_DEEP,
          "out of memory",
          "insufficient memory",
          "memory limit",
          "Search not completed",
          "recompile with");

  private static final double MEGABYTE = 1 << 20;

  /// Why the search did not come to its end, if it did not.
  ///
  /// @param output all that the verifier printed
  /// @return the words that say so; empty if there are none
  static String interruption(String output) {
    return UNFINISHED.stream().filter(output::contains).findFirst().orElse("");
  }

  /// Reads the length of a state, which is printed for a search that did not come to its end too.
  ///
  /// @param output all that the verifier printed
  /// @return bytes
  /// @throws IllegalStateException if it does not say
  static int vectorBytes(String output) {
    return Integer.parseInt(only(VECTOR, "length of a state", output).group(1));
  }

  /// Reads the figures.
  ///
  /// @param output all that the verifier printed
  /// @return the figures
  /// @throws IllegalStateException if the search did not come to its end, or found an error, or a
  ///   figure is not there
  static VerifierFigures parse(String output) {
    String interruption = interruption(output);
    if (!interruption.isEmpty()) {
      String remedy = interruption.equals(TOO_DEEP) ? "; give a greater --depth" : "";
      throw new IllegalStateException(
          "Spin's search was cut short: reason=" + interruption + remedy);
    }
    MatchResult vector = only(VECTOR, "length of a state", output);
    if (!vector.group(2).equals("0")) {
      throw new IllegalStateException("Spin found an error: errors=" + vector.group(2));
    }
    int vectorBytes = Integer.parseInt(vector.group(1));
    double states = number(only(STATES, "states", output));
    OptionalDouble stored =
        STORED.matcher(output).results().mapToDouble(VerifierFigures::number).findFirst();
    double memory = number(only(MEMORY, "memory", output));
    double seconds =
        TIME.matcher(output)
            .results()
            .mapToDouble(VerifierFigures::number)
            .max()
            .orElseThrow(() -> missing("time"));
    return new VerifierFigures(
        Math.round(states),
        vectorBytes,
        Math.round(stored.orElse(vectorBytes)),
        Math.round(memory * MEGABYTE),
        Math.round(seconds * 1e9));
  }

  private static double number(MatchResult match) {
    return Double.parseDouble(match.group(1));
  }

  private static MatchResult only(Pattern pattern, String what, String output) {
    return pattern.matcher(output).results().findFirst().orElseThrow(() -> missing(what));
  }

  private static IllegalStateException missing(String what) {
    return new IllegalStateException("Spin does not tell: what=" + what);
  }
}
