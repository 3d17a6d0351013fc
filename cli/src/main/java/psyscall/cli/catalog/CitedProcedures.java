package psyscall.cli.catalog;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Protocol;
import psyscall.spec.scenario.Scenarios;

/// The procedures that cite Go: those of the protocol, and those that repairs bring to it from
/// later releases.
final class CitedProcedures {
  private CitedProcedures() {}

  /// All of them.
  ///
  /// @param whole the protocol with every feature
  /// @return by name
  static Map<String, ProcedureText> of(WholeProtocol whole) {
    Map<String, ProcedureText> all = new TreeMap<>();
    Stream.concat(Stream.of(whole.protocol()), repaired())
        .flatMap(protocol -> protocol.procedures().values().stream())
        .forEach(procedure -> all.putIfAbsent(procedure.name(), procedure));
    return all;
  }

  /// The scenarios of bugs that the release has, mended.
  private static Stream<Protocol> repaired() {
    return Mutations.all().stream()
        .flatMap(
            bug ->
                bug.repair().stream()
                    .flatMap(repair -> Scenarios.named(bug.scenario()).map(repair::of).stream()));
  }
}
