package psyscall.model.schedule;

import java.util.function.Consumer;
import psyscall.spec.process.Choice;

/// Decides as another does, and tells each decision, so that [Scripted] can make the same run: with
/// the same seed, for what the kernel draws.
public final class Recording implements Scheduler {
  private final Scheduler decides;
  private final Consumer<Decision> told;

  /// A scheduler that is listened to.
  ///
  /// @param decides the one that decides
  /// @param told gets each decision
  public Recording(Scheduler decides, Consumer<Decision> told) {
    this.decides = decides;
    this.told = told;
  }

  @Override
  public int next(int ready) {
    int position = decides.next(ready);
    told.accept(new Decision.Next(position, ready));
    return position;
  }

  @Override
  public int choose(Choice choice, int candidates) {
    int position = decides.choose(choice, candidates);
    told.accept(new Decision.Chosen(position, candidates, choice.name()));
    return position;
  }

  @Override
  public long stepNanos() {
    long nanos = decides.stepNanos();
    told.accept(new Decision.Lasted(nanos));
    return nanos;
  }

  @Override
  public long seed() {
    return decides.seed();
  }
}
