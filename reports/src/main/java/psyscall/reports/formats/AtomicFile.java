package psyscall.reports.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file whole or not at all.
///
/// The bytes go to a new file in the same directory, which then takes the target's name: a reader
/// sees the old file or the new one, and a full disk or a crash leaves no half of one.
public final class AtomicFile {
  private static final int ATTEMPTS_MAX = 100;

  private AtomicFile() {}

  /// Writes a file.
  ///
  /// @param target its name; a file of that name is replaced
  /// @param content its bytes
  /// @throws IOException if the directory cannot be written; the target is as it was then
  public static void write(Path target, byte[] content) throws IOException {
    Path whole = target.toAbsolutePath();
    Path directory = whole.getParent();
    if (directory == null || Files.isDirectory(whole)) {
      throw new IOException("not a file that can be written: path=" + target);
    }
    Path fresh = fresh(directory, whole.getFileName().toString());
    try {
      try (FileChannel channel =
          FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true); // before the name: else a power failure can leave an empty file
      }
      move(fresh, whole);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// A name that is not taken. Not a temporary file of the JDK's: those only their owner may read.
  private static Path fresh(Path directory, String name) throws IOException {
    for (int number = 0; number < ATTEMPTS_MAX; number++) {
      Path candidate = directory.resolve("." + name + "." + number + ".part");
      if (Files.notExists(candidate, LinkOption.NOFOLLOW_LINKS)) {
        return candidate;
      }
    }
    throw new IOException(
        "too many unfinished files: directory="
            + directory
            + ", name="
            + name
            + ", limit="
            + ATTEMPTS_MAX);
  }

  private static void move(Path fresh, Path target) throws IOException {
    try {
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system cannot move a file at once: path=" + target, e);
    }
  }
}
