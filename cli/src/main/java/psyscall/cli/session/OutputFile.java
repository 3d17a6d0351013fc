package psyscall.cli.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// A file that is written piece by piece: in the end all of it is there, or what was there before.
///
/// It is written beside its place and then moved. What is no regular file, such as a pipe, is
/// written where it is.
public final class OutputFile extends OutputStream {
  private final String what;
  private final Path place;
  private final Optional<Path> draft;
  private final OutputStream out;

  private OutputFile(String what, Path place, Optional<Path> draft, OutputStream out) {
    this.what = what;
    this.place = place;
    this.draft = draft;
    this.out = new BufferedOutputStream(out);
  }

  /// Opens a file.
  ///
  /// @param what is written, for messages
  /// @param place where it will be
  /// @return the file, nothing in it
  /// @throws EnvironmentFailure if it cannot be written
  public static OutputFile at(String what, Path place) {
    try {
      if (Files.exists(place) && !Files.isRegularFile(place)) {
        return new OutputFile(what, place, Optional.empty(), Files.newOutputStream(place));
      }
      if (Files.exists(place) && !Files.isWritable(place)) {
        throw new EnvironmentFailure(message(what, place, "permission denied"));
      }
      // A link is followed: the move would put the file in the place of the link.
      Path real = Files.exists(place) ? place.toRealPath() : place.toAbsolutePath();
      Path draft =
          real.resolveSibling(
              "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
      Files.createFile(draft);
      return new OutputFile(what, real, Optional.of(draft), Files.newOutputStream(draft));
    } catch (IOException e) {
      throw failure(what, place, e);
    }
  }

  private static EnvironmentFailure failure(String what, Path place, IOException why) {
    return new EnvironmentFailure(message(what, place, EnvironmentFailure.reason(why)));
  }

  private static String message(String what, Path place, String why) {
    return "cannot write the " + what + ": file=" + place + ", " + why;
  }

  @Override
  public void write(int value) {
    try {
      out.write(value);
    } catch (IOException e) {
      throw failure(what, place, e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw failure(what, place, e);
    }
  }

  /// Puts the file to its place. Nothing is written afterwards.
  ///
  /// @throws EnvironmentFailure if that fails; the file is then what it was before
  public void keep() {
    try {
      out.close();
      if (draft.isPresent()) {
        Files.move(
            draft.get(),
            place,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw failure(what, place, e);
    }
  }

  /// Removes what was not moved to its place.
  @Override
  public void close() {
    try {
      try {
        out.close();
      } finally {
        if (draft.isPresent()) {
          Files.deleteIfExists(draft.get());
        }
      }
    } catch (IOException e) {
      throw failure(what, place, e);
    }
  }
}
