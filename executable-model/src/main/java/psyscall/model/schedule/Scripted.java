package psyscall.model.schedule;

import java.util.List;
import psyscall.spec.process.Choice;

/// Takes decisions from a script, and behind its end those of [RoundRobin].
///
/// A decision fits what is asked if it is of the same kind, for the same choice, among as many.
/// That another run is being made than the one that was written down shows at the first that does
/// not fit.
public final class Scripted implements Scheduler {
  private final List<Decision> script;
  private final Scheduler rest = new RoundRobin();
  private final long seed;
  private int taken;

  /// A scheduler at the start of a script.
  ///
  /// @param seed that of the run whose script it is
  /// @param script what it decides
  public Scripted(long seed, List<Decision> script) {
    this.seed = seed;
    this.script = List.copyOf(script);
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public int next(int ready) {
    if (taken == script.size()) {
      return rest.next(ready);
    }
    return switch (script.get(taken)) {
      case Decision.Next(int position, int count) when count == ready -> {
        taken++;
        yield position;
      }
      case Decision other -> throw misfit(other, "who moves next, of " + ready);
    };
  }

  @Override
  public int choose(Choice choice, int candidates) {
    if (taken == script.size()) {
      return rest.choose(choice, candidates);
    }
    return switch (script.get(taken)) {
      case Decision.Chosen(int position, int count, String name)
          when count == candidates && name.equals(choice.name()) -> {
        taken++;
        yield position;
      }
      case Decision other -> throw misfit(other, choice.name() + ", of " + candidates);
    };
  }

  @Override
  public long stepNanos() {
    if (taken == script.size()) {
      return rest.stepNanos();
    }
    return switch (script.get(taken)) {
      case Decision.Lasted(long nanos) -> {
        taken++;
        yield nanos;
      }
      case Decision other -> throw misfit(other, "how long a step lasts");
    };
  }

  private ScriptMismatchException misfit(Decision given, String asked) {
    return new ScriptMismatchException(taken + 1, given, asked);
  }

  /// How many decisions were taken from the script.
  ///
  /// @return the number, from 0
  public int taken() {
    return taken;
  }
}
