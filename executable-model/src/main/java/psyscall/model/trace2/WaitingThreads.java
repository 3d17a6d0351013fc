package psyscall.model.trace2;

/// The threads whose next event is not due: each stands in the list of that which it waits for, and
/// is woken when that changes.
final class WaitingThreads {
  private static final int NONE = Entities.NONE;

  private final Threads threads;
  private int woken = NONE;
  private long waits;

  /// Nobody waits.
  ///
  /// @param threads the threads of the trace
  WaitingThreads(Threads threads) {
    this.threads = threads;
  }

  /// Lets a thread wait for a change of a P or goroutine.
  ///
  /// @param entities the Ps or the goroutines
  /// @param number which of them
  /// @param stream the thread
  void await(Entities entities, int number, Stream stream) {
    await(stream, entities.await(number, stream.number));
  }

  /// Lets a thread wait for the next event of the collections.
  ///
  /// @param collections the collections
  /// @param stream the thread
  void await(Collections collections, Stream stream) {
    await(stream, collections.await(stream.number));
  }

  private void await(Stream stream, int behind) {
    stream.behind = behind;
    stream.waits = true;
    waits++;
  }

  /// Wakes who waits for a P or goroutine, which has changed.
  ///
  /// @param entities the Ps or the goroutines
  /// @param number which of them
  void wake(Entities entities, int number) {
    int first = entities.waiters(number);
    if (first != NONE) {
      entities.dismiss(number);
      wakeAll(first);
    }
  }

  /// Wakes who waits for the collections.
  ///
  /// @param collections the collections
  void wake(Collections collections) {
    wakeAll(collections.dismiss());
  }

  private void wakeAll(int first) {
    for (int at = first; at != NONE; ) {
      Stream stream = threads.numbered(at);
      at = stream.behind;
      stream.behind = woken;
      stream.waits = false;
      woken = stream.number;
    }
  }

  /// Those who waited and may look again.
  ///
  /// @return the number of the first, the others behind it, or [Entities#NONE]; they are forgotten
  int takeWoken() {
    int first = woken;
    woken = NONE;
    return first;
  }

  /// How often a thread had to wait.
  long waits() {
    return waits;
  }
}
