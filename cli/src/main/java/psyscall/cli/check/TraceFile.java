package psyscall.cli.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import psyscall.cli.session.EnvironmentFailure;

/// A file that a counterexample goes to: either all of it is there in the end, or the file is what
/// it was before.
///
/// It is written beside its place and then moved; that this can be done is known before the search
/// begins.
public final class TraceFile implements AutoCloseable {
  private final Path place;
  private final Path draft;

  private TraceFile(Path place, Path draft) {
    this.place = place;
    this.draft = draft;
  }

  /// Makes sure that a file can be written.
  ///
  /// @param place where it will be
  /// @return the file, nothing in it
  /// @throws EnvironmentFailure if it cannot be written
  public static TraceFile at(Path place) {
    if (Files.exists(place) && !Files.isRegularFile(place)) {
      throw unwritable(place, "is not a regular file");
    }
    if (Files.exists(place) && !Files.isWritable(place)) {
      throw unwritable(place, "permission denied");
    }
    try {
      // A link is followed: the move would put the trace in the place of the link.
      Path real = Files.exists(place) ? place.toRealPath() : place.toAbsolutePath();
      Path draft = real.resolveSibling(draftName(real));
      return new TraceFile(real, Files.createFile(draft));
    } catch (IOException e) {
      throw unwritable(place, EnvironmentFailure.reason(e));
    }
  }

  private static String draftName(Path real) {
    return "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
  }

  /// Writes the file.
  ///
  /// @param text its content
  /// @throws EnvironmentFailure if it cannot be written; the file is then what it was before
  public void write(String text) {
    try {
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(place, EnvironmentFailure.reason(e));
    }
  }

  /// Removes what was not moved to its place.
  @Override
  public void close() {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw unwritable(draft, EnvironmentFailure.reason(e));
    }
  }

  private static EnvironmentFailure unwritable(Path place, String why) {
    return new EnvironmentFailure("cannot write the trace: file=" + place + ", " + why);
  }
}
