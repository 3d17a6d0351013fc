package psyscall.cli.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.cli.check.Check;
import psyscall.cli.check.CheckRun;
import psyscall.cli.check.Judgement;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.PreparedCheck;
import psyscall.cli.input.Manner;
import psyscall.cli.input.Names;
import psyscall.spec.release.Release;

/// What is judged otherwise in two releases, in small worlds that are explored to their last state
/// in both.
///
/// @param worlds the worlds that were explored
public record VerdictDiff(List<World> worlds) {
  /// Together a few seconds. Each breaks in some release, or shows the way that calls go.
  static final List<String> WORLDS =
      List.of("two-calls-one-p", "yield-beside-spinner", "two-wakers");

  /// A world in both releases.
  ///
  /// @param before what came of the search in the release on the left
  /// @param after what came of that in the release on the right
  public record World(Outcome before, Outcome after) {
    /// Its name.
    ///
    /// @return that of the scenario
    public String name() {
      return before.check().scenario().name();
    }

    /// The properties whose verdict differs.
    ///
    /// @return in the order of the scenario
    public List<Difference> differences() {
      List<Difference> found = new ArrayList<>();
      for (Judgement left : before.judgements()) {
        after.judgements().stream()
            .filter(right -> right.property().equals(left.property()))
            .filter(right -> right.standing() != left.standing())
            .forEach(right -> found.add(new Difference(left, right)));
      }
      return found;
    }
  }

  /// A property whose verdict differs.
  ///
  /// @param before in the release on the left
  /// @param after in the release on the right
  public record Difference(Judgement before, Judgement after) {
    /// Its name.
    ///
    /// @return that of the property
    public String property() {
      return before.property();
    }
  }

  /// Copies the list.
  public VerdictDiff {
    worlds = List.copyOf(worlds);
  }

  /// Explores the worlds.
  ///
  /// @param run makes the searches
  /// @param manner how they are searched
  /// @param from the release on the left
  /// @param to the release on the right
  /// @return what came of it; empty if somebody ended it
  public static Optional<VerdictDiff> of(CheckRun run, Manner manner, Release from, Release to) {
    List<World> worlds = new ArrayList<>();
    for (String name : WORLDS) {
      Check check = Check.of(Names.scenario(name));
      Outcome before = run.run(PreparedCheck.of(check.on(from), manner));
      Outcome after = run.run(PreparedCheck.of(check.on(to), manner));
      if (run.session().interruption().isRequested()) {
        return Optional.empty();
      }
      worlds.add(new World(before, after));
    }
    return Optional.of(new VerdictDiff(worlds));
  }

  /// How many verdicts were compared.
  ///
  /// @return of all worlds
  public int compared() {
    return worlds.stream().mapToInt(world -> world.before().judgements().size()).sum();
  }

  /// How many of them differ.
  ///
  /// @return of all worlds
  public int differing() {
    return worlds.stream().mapToInt(world -> world.differences().size()).sum();
  }
}
