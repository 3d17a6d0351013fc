package psyscall.reports.formats;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where a trace comes from: all that it takes to build its specification again.
///
/// @param version of psyscall that wrote it
/// @param scenario the scenario's name
/// @param release the Go release that is modelled, such as `1.10.8`
/// @param bug the bug or mutant that is switched on, if any
/// @param property the property that the trace is about, if any
/// @param verdict what the trace shows, such as `violated: ...`
/// @param settings what else was asked for, such as `queues` = `ordered`; in the order of the names
public record TraceOrigin(
    String version,
    String scenario,
    String release,
    Optional<String> bug,
    Optional<String> property,
    String verdict,
    Map<String, String> settings) {
  /// Copies the settings.
  public TraceOrigin {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }
}
