package psyscall.cli.catalog;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Release;

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
    Stream.concat(procedures(whole.protocol()), repairing())
        .forEach(procedure -> all.putIfAbsent(procedure.name(), procedure));
    return all;
  }

  /// What the scenarios of bugs that a release has take from later releases when they are mended.
  private static Stream<ProcedureText> repairing() {
    Set<String> modelled = Release.all().stream().map(Release::name).collect(Collectors.toSet());
    return Mutations.all().stream()
        .flatMap(bug -> bug.repair().stream().map(repair -> repair.of(bug.world())))
        .flatMap(CitedProcedures::procedures)
        .filter(procedure -> procedure.source().releases().stream().noneMatch(modelled::contains));
  }

  private static Stream<ProcedureText> procedures(Protocol protocol) {
    return protocol.procedures().values().stream();
  }
}
