package psyscall.benchmarks.probe;

import java.util.Map;
import java.util.TreeMap;
import psyscall.benchmarks.process.Fields;

/// What a whole search took.
///
/// @param states distinct states
/// @param transitions pairs of a state and a step that is possible in it
/// @param depth the greatest number of steps that a shortest way to a state has
/// @param words how many words of 64 bits a state has
/// @param exploring the search itself: from its first state to its last
/// @param whole with the generation of code before and the verdicts after
/// @param storedBytes what states and table take at the end
/// @param peakBytes what was taken at most at a time
/// @param collections how many garbage collections there were
/// @param isReduced whether states that differ by a permutation of ids counted as one
public record SearchFigures(
    long states,
    long transitions,
    long depth,
    long words,
    Reading exploring,
    Reading whole,
    long storedBytes,
    long peakBytes,
    long collections,
    boolean isReduced) {

  /// Distinct states a second, while it explored.
  ///
  /// @return at least 0
  public double statesPerSecond() {
    return states * 1e9 / exploring.nanos();
  }

  /// Transitions a second, while it explored.
  ///
  /// @return at least 0
  public double transitionsPerSecond() {
    return transitions * 1e9 / exploring.nanos();
  }

  /// What was allocated while it explored and is not one of the states' chunks or the table.
  ///
  /// @return bytes; with a table that grows, those that were outgrown are among them
  public long allocatedBesideTheStore() {
    return exploring.allocatedBytes() - storedBytes;
  }

  /// The figures for another process.
  ///
  /// @return as [#of(Fields)] reads them
  public Fields fields() {
    Map<String, String> values = new TreeMap<>();
    values.put("states", Long.toString(states));
    values.put("transitions", Long.toString(transitions));
    values.put("depth", Long.toString(depth));
    values.put("words", Long.toString(words));
    values.put("exploring", exploring.text());
    values.put("whole", whole.text());
    values.put("storedBytes", Long.toString(storedBytes));
    values.put("peakBytes", Long.toString(peakBytes));
    values.put("collections", Long.toString(collections));
    values.put("isReduced", Boolean.toString(isReduced));
    return new Fields(new TreeMap<>(values));
  }

  /// Reads figures.
  ///
  /// @param fields as [#fields] writes them
  /// @return the figures
  /// @throws IllegalArgumentException if something is missing or no number
  public static SearchFigures of(Fields fields) {
    return new SearchFigures(
        fields.number("states"),
        fields.number("transitions"),
        fields.number("depth"),
        fields.number("words"),
        Reading.parse(fields.text("exploring")),
        Reading.parse(fields.text("whole")),
        fields.number("storedBytes"),
        fields.number("peakBytes"),
        fields.number("collections"),
        Boolean.parseBoolean(fields.text("isReduced")));
  }
}
