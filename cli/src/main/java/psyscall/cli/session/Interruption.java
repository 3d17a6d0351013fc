package psyscall.cli.session;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import psyscall.checker.search.Progress;

/// The user's wish that a run should end now, and what is known of the run meanwhile.
///
/// One thread runs the command, another, that of a signal, asks it to end and waits for its report.
public final class Interruption {
  private final AtomicBoolean requested = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<Optional<Progress>> latest =
      new AtomicReference<>(Optional.empty());

  /// Nobody has asked yet.
  public Interruption() {}

  /// Asks the run to end.
  public void request() {
    requested.set(true);
  }

  /// Whether the run is to end.
  ///
  /// @return whether somebody asked
  public boolean isRequested() {
    return requested.get();
  }

  /// Notes how far the run is, for the case that it does not end in time.
  ///
  /// @param progress where it is
  public void note(Progress progress) {
    latest.set(Optional.of(progress));
  }

  /// How far the run was at last.
  ///
  /// @return empty if it is not known
  public Optional<Progress> latest() {
    return latest.get();
  }

  /// Says that the run has ended and has printed all it has to say.
  public void end() {
    ended.countDown();
  }

  /// Whether the run has ended.
  ///
  /// @return whether it said so
  public boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /// Waits for the end of the run.
  ///
  /// @param millis how long, in milliseconds
  /// @return whether it ended in time
  public boolean awaitEnd(long millis) {
    try {
      return ended.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return hasEnded();
    }
  }
}
