package psyscall.spec.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The catalogue of mutations.
public final class Mutations {
  private Mutations() {}

  /// All mutations.
  ///
  /// @return the historical bugs first, then those that the release has
  public static List<Mutation> all() {
    List<Mutation> all = new ArrayList<>(HistoricalBugs.ALL);
    all.add(LockedBugs.READ_TOO_LATE);
    all.addAll(NativeBugs.ALL);
    all.add(LockedBugs.ANNOUNCED_TOO_EARLY);
    all.addAll(ProtocolMutants.ALL);
    all.addAll(ThrowMutants.ALL);
    all.addAll(WitnessMutants.ALL);
    all.addAll(LifecycleMutants.ALL);
    all.addAll(LockedMutants.ALL);
    all.addAll(ExtensionMutants.ALL);
    all.addAll(StubMutants.ALL);
    return List.copyOf(all);
  }

  /// A mutation by name.
  ///
  /// @param name its name
  /// @return the mutation, if there is one
  public static Optional<Mutation> named(String name) {
    return all().stream().filter(m -> m.name().equals(name)).findFirst();
  }
}
