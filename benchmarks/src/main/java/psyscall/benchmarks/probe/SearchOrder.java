package psyscall.benchmarks.probe;

import java.util.Map;
import java.util.TreeMap;
import psyscall.benchmarks.process.Fields;
import psyscall.checker.search.Limits;
import psyscall.checker.search.SearchOptions.Symmetry;

/// Which search is measured.
///
/// @param scenario its scenario's name
/// @param judged which of the scenario's properties are judged
/// @param symmetry whether states that differ by a permutation of ids count as one
/// @param threads how many threads take steps, at least 1
/// @param maxStates for how many states the table is made, [Limits#STATES_MAX] if it grows
/// @param profile whether it is recorded what is allocated where
public record SearchOrder(
    String scenario,
    Judged judged,
    Symmetry symmetry,
    int threads,
    int maxStates,
    Profile profile) {
  /// Which properties are judged.
  public enum Judged {
    /// All.
    ALL,
    /// Those that need no pass over the graph after the search.
    ON_THE_WAY,
    /// None: states are stored, and that is all.
    NONE
  }

  /// Whether it is recorded what is allocated where.
  public enum Profile {
    /// It is not.
    NONE,
    /// By the virtual machine's flight recorder, which samples.
    ALLOCATIONS
  }

  /// All properties on one thread, without symmetry, with a table that grows: what `./psyscall
  /// check` does unless it is asked for something else, but for symmetry.
  ///
  /// @param scenario its scenario's name
  /// @return the search
  public static SearchOrder of(String scenario) {
    return new SearchOrder(scenario, Judged.ALL, Symmetry.OFF, 1, Limits.STATES_MAX, Profile.NONE);
  }

  /// The same search with other properties.
  ///
  /// @param other which are judged
  /// @return the changed search
  public SearchOrder judged(Judged other) {
    return new SearchOrder(scenario, other, symmetry, threads, maxStates, profile);
  }

  /// The same search with or without symmetry.
  ///
  /// @param other whether states that differ by a permutation of ids count as one
  /// @return the changed search
  public SearchOrder symmetry(Symmetry other) {
    return new SearchOrder(scenario, judged, other, threads, maxStates, profile);
  }

  /// The same search on other threads.
  ///
  /// @param other how many
  /// @return the changed search
  public SearchOrder threads(int other) {
    return new SearchOrder(scenario, judged, symmetry, other, maxStates, profile);
  }

  /// The same search with another table.
  ///
  /// @param other for how many states it is made
  /// @return the changed search
  public SearchOrder maxStates(int other) {
    return new SearchOrder(scenario, judged, symmetry, threads, other, profile);
  }

  /// The same search with or without a profile.
  ///
  /// @param other whether it is recorded what is allocated where
  /// @return the changed search
  public SearchOrder profile(Profile other) {
    return new SearchOrder(scenario, judged, symmetry, threads, maxStates, other);
  }

  /// The order for another process.
  ///
  /// @return as [#of(Fields)] reads it
  public Fields fields() {
    return new Fields(
        new TreeMap<>(
            Map.of(
                "scenario", scenario,
                "judged", judged.name(),
                "symmetry", symmetry.name(),
                "threads", Integer.toString(threads),
                "maxStates", Integer.toString(maxStates),
                "profile", profile.name())));
  }

  /// Reads an order.
  ///
  /// @param fields as [#fields] writes them
  /// @return the order
  /// @throws IllegalArgumentException if something is missing or not known
  public static SearchOrder of(Fields fields) {
    return new SearchOrder(
        fields.text("scenario"),
        Judged.valueOf(fields.text("judged")),
        Symmetry.valueOf(fields.text("symmetry")),
        Math.toIntExact(fields.number("threads")),
        Math.toIntExact(fields.number("maxStates")),
        Profile.valueOf(fields.text("profile")));
  }
}
