package psyscall.benchmarks.document;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import psyscall.benchmarks.peer.OwnSearch;
import psyscall.benchmarks.peer.PeerRun;
import psyscall.benchmarks.peer.Verifier;

/// What one scenario took in Spin and in ours.
///
/// @param scenario its name
/// @param own the runs of our searches, at least one of each
/// @param spin the runs of Spin's searches, at least one of each
/// @param buildNanos what each verifier took to compile
public record SpinResults(
    String scenario,
    Map<OwnSearch, List<PeerRun>> own,
    Map<Verifier, List<PeerRun>> spin,
    Map<Verifier, Long> buildNanos) {
  /// Copies the maps.
  public SpinResults {
    own = copy(OwnSearch.class, own);
    spin = copy(Verifier.class, spin);
    buildNanos = copy(Verifier.class, buildNanos);
  }

  /// The runs of a search.
  ///
  /// @param search one of ours
  /// @return its runs
  /// @throws IllegalArgumentException if it was not measured
  public List<PeerRun> runs(OwnSearch search) {
    return required(own, search);
  }

  /// The runs of a search.
  ///
  /// @param verifier one of Spin's
  /// @return its runs
  /// @throws IllegalArgumentException if it was not measured
  public List<PeerRun> runs(Verifier verifier) {
    return required(spin, verifier);
  }

  private static <K extends Enum<K>, V> Map<K, V> copy(Class<K> keys, Map<K, V> map) {
    Map<K, V> sorted = new EnumMap<>(keys);
    sorted.putAll(map);
    return Collections.unmodifiableMap(sorted);
  }

  private static <K extends Enum<K>> List<PeerRun> required(Map<K, List<PeerRun>> runs, K key) {
    List<PeerRun> found = runs.getOrDefault(key, List.of());
    if (found.isEmpty()) {
      throw new IllegalArgumentException("not measured: search=" + key);
    }
    return found;
  }
}
