package psyscall.model.observe;

/// How much memory a reader may still allocate. Readers ask before they allocate, so that a file
/// that lies about its sizes cannot take more.
public final class MemoryAllowance {
  private final long limit;
  private long used;

  /// An allowance that is not used yet.
  ///
  /// @param limit bytes, 1 or more
  public MemoryAllowance(long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("memory limit below 1: limit=" + limit);
    }
    this.limit = limit;
  }

  /// Takes some of it.
  ///
  /// @param bytes how much is about to be allocated, 0 or more
  /// @param position the byte of the file that asks for it
  /// @throws TraceFault if that is more than is left; nothing is taken then
  public void take(long bytes, long position) throws TraceFault {
    if (bytes < 0 || bytes > limit - used) {
      throw new TraceFault(
          TraceFault.Trouble.MEMORY,
          position,
          "memory limit reached: limit=%d bytes, used=%d, asked=%d; raise --max-memory"
              .formatted(limit, used, bytes));
    }
    used += bytes;
  }

  /// Gives some of it back.
  ///
  /// @param bytes how much is no longer held, at most what is used
  public void giveBack(long bytes) {
    if (bytes < 0 || bytes > used) {
      throw new IllegalArgumentException(
          "more given back than taken: bytes=%d, used=%d".formatted(bytes, used));
    }
    used -= bytes;
  }

  /// How much is in use.
  ///
  /// @return bytes
  public long used() {
    return used;
  }
}
