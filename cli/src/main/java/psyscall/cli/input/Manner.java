package psyscall.cli.input;

import java.util.List;
import java.util.Optional;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Strategy;
import psyscall.cli.session.Session;
import psyscall.cli.session.WrongUsage;

/// How a search goes, as it was asked for.
///
/// @param threads how many threads take steps, at least 1
/// @param strategy in which order states are visited
/// @param symmetry whether states that differ by names only count as one
public record Manner(int threads, Strategy strategy, Symmetry symmetry) {
  private static final int THREADS_MAX = SearchOptions.THREADS_MAX;
  private static final List<String> ORDERS = List.of("bfs", "dfs", "random");

  /// What is wanted of symmetry.
  public enum Symmetry {
    /// Nothing was said: it is used where it is sound, except on random walks, which gain nothing.
    WHERE_SOUND,
    /// It must be used.
    ON,
    /// It must not be used.
    OFF
  }

  /// The manner of some option values.
  ///
  /// @param threads a number from 1, if given
  /// @param search `bfs`, `dfs` or `random`, if given
  /// @param seed of random walks, if given
  /// @param symmetry `on` or `off`, if given
  /// @param session what the defaults depend on
  /// @return the manner
  /// @throws WrongUsage if a value is not understood, out of range, or goes with no other
  public static Manner parse(
      Optional<String> threads,
      Optional<String> search,
      Optional<String> seed,
      Optional<String> symmetry,
      Session session) {
    Optional<Integer> wanted = threads.map(Manner::threads);
    String order = search.orElse("bfs");
    if (seed.isPresent() && !order.equals("random")) {
      throw new WrongUsage("a seed of what: seed=" + seed.get() + "; give --search=random");
    }
    Strategy strategy =
        switch (order) {
          case "bfs" -> new Strategy.BreadthFirst();
          case "dfs" -> new Strategy.DepthFirst();
          case "random" ->
              Walks.parse(seed, Optional.empty(), Optional.empty(), session.clockNanos());
          default -> throw Names.unknown("search", order, ORDERS, "give bfs, dfs or random");
        };
    int most = most(strategy);
    if (wanted.isPresent() && wanted.get() > most) {
      throw new WrongUsage(
          "only --search=bfs takes several threads: search=%s, threads=%d, limit=1"
              .formatted(order, wanted.get()));
    }
    int usual = Math.clamp(session.processors(), 1, most);
    return new Manner(
        wanted.orElse(usual),
        strategy,
        symmetry.map(Manner::symmetry).orElse(Symmetry.WHERE_SOUND));
  }

  /// Random walks, in which nothing is merged.
  ///
  /// @param walks the walks
  /// @return the manner
  public static Manner of(Strategy.RandomWalk walks) {
    return new Manner(1, walks, Symmetry.OFF);
  }

  private static Integer threads(String text) {
    return (int) Numbers.within("threads", text, "number of threads", 1, THREADS_MAX);
  }

  private static int most(Strategy strategy) {
    return switch (strategy) {
      case Strategy.BreadthFirst _ -> THREADS_MAX;
      case Strategy.DepthFirst _, Strategy.RandomWalk _ -> 1;
    };
  }

  private static Symmetry symmetry(String text) {
    return switch (text) {
      case "on" -> Symmetry.ON;
      case "off" -> Symmetry.OFF;
      default -> throw Names.unknown("symmetry", text, List.of("on", "off"), "give on or off");
    };
  }

  /// The walks that it makes.
  ///
  /// @return empty unless it is random
  public Optional<Strategy.RandomWalk> walks() {
    return strategy instanceof Strategy.RandomWalk walks ? Optional.of(walks) : Optional.empty();
  }

  /// Whether only some behaviours are looked at.
  ///
  /// @return whether the strategy is a random walk
  public boolean isSampling() {
    return strategy instanceof Strategy.RandomWalk;
  }

  /// Whether counterexamples are the shortest.
  ///
  /// @return whether the strategy is breadth first
  public boolean isShortest() {
    return strategy instanceof Strategy.BreadthFirst;
  }

  /// The order in a word.
  ///
  /// @return as the option `--search` takes it
  public String order() {
    return switch (strategy) {
      case Strategy.BreadthFirst _ -> "bfs";
      case Strategy.DepthFirst _ -> "dfs";
      case Strategy.RandomWalk _ -> "random";
    };
  }

  /// Threads and order as the options of `check` that set them.
  ///
  /// @return such as `--search=bfs --threads=2`
  public String text() {
    String seed = walks().map(walks -> " --seed=" + walks.seed()).orElse("");
    return "--search=" + order() + " --threads=" + threads + seed;
  }
}
