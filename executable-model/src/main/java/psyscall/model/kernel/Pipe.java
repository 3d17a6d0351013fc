package psyscall.model.kernel;

/// The bytes in a pipe, of which only the number counts.
final class Pipe {
  /// A write of at most so many bytes is not mixed with others (Linux's PIPE_BUF).
  static final long ATOMIC_BYTES = 4_096;

  private final long capacity;
  private long filled;

  Pipe(long capacity) {
    this.capacity = capacity;
  }

  boolean isEmpty() {
    return filled == 0;
  }

  /// Takes bytes out.
  ///
  /// @param most how many at most
  /// @return how many they were
  long take(long most) {
    long taken = Math.min(filled, most);
    filled -= taken;
    return taken;
  }

  /// Puts bytes in.
  ///
  /// @param rest how many are still to be written
  /// @param whole how many the write is about
  /// @return how many there was room for: all or none, if the write is a small one
  long put(long rest, long whole) {
    long room = capacity - filled;
    long given = whole <= ATOMIC_BYTES && room < rest ? 0 : Math.min(room, rest);
    filled += given;
    return given;
  }
}
