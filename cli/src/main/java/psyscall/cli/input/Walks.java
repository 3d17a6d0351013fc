package psyscall.cli.input;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import psyscall.checker.search.Strategy.RandomWalk;
import psyscall.cli.session.WrongUsage;

/// Random walks, as they are asked for.
public final class Walks {
  /// How many steps a walk has at most if nothing is said.
  public static final int STEPS = 1_000;

  /// How many walks there are if nothing is said.
  public static final int RUNS = 1_000;

  private static final int STEPS_MAX = 1_000_000;
  private static final int RUNS_MAX = 1_000_000_000;

  /// A seed that is drawn is short enough to be typed.
  private static final int DRAWN_MAX = 1_000_000_000;

  private Walks() {}

  /// The walks of some option values.
  ///
  /// @param seed a number from 0, if given; otherwise one is drawn
  /// @param steps how many steps a walk has at most, if given
  /// @param runs how many walks there are, if given
  /// @param clockNanos what a seed is drawn from
  /// @return the walks
  /// @throws WrongUsage if a value is no number or out of range
  public static RandomWalk parse(
      Optional<String> seed,
      Optional<String> steps,
      Optional<String> runs,
      LongSupplier clockNanos) {
    return new RandomWalk(
        seed.map(Walks::seed).orElseGet(() -> drawn(clockNanos)),
        steps.map(Walks::steps).orElse(STEPS),
        runs.map(Walks::runs).orElse(RUNS));
  }

  private static Long seed(String text) {
    return Numbers.within("seed", text, "seed", 0, Long.MAX_VALUE);
  }

  private static Integer steps(String text) {
    return (int) Numbers.within("steps", text, "number of steps of a walk", 1, STEPS_MAX);
  }

  private static Integer runs(String text) {
    return (int) Numbers.within("runs", text, "number of walks", 1, RUNS_MAX);
  }

  private static long drawn(LongSupplier clockNanos) {
    return new SplittableRandom(clockNanos.getAsLong()).nextInt(DRAWN_MAX);
  }

  /// Walks as the options of `simulate` that make the same ones.
  ///
  /// @param walks the walks
  /// @return such as `--seed=42 --steps=1000 --runs=1000`
  public static String text(RandomWalk walks) {
    return "--seed=%d --steps=%d --runs=%d".formatted(walks.seed(), walks.steps(), walks.runs());
  }
}
