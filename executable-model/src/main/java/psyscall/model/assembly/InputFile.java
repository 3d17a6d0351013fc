package psyscall.model.assembly;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that somebody named: ordinary, not empty, of a bounded size.
///
/// Devices, pipes and folders are refused before they are opened, since a device need not end.
public final class InputFile {
  private InputFile() {}

  /// Maps a file into memory, so that only what is looked at is loaded.
  ///
  /// @param path the file
  /// @param bytesMax the greatest size allowed
  /// @param arena how long the bytes stay
  /// @return the bytes, to be read only
  /// @throws UnreadableCodeException if it is no ordinary file, empty, too long or not readable
  public static MemorySegment map(Path path, long bytesMax, Arena arena)
      throws UnreadableCodeException {
    require(path);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = size(path, channel.size(), bytesMax);
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
    } catch (IOException problem) {
      throw unreadable(path, problem);
    }
  }

  /// Reads a file as text.
  ///
  /// @param path the file
  /// @param bytesMax the greatest size allowed
  /// @return its text; what is no UTF-8 becomes the replacement character
  /// @throws UnreadableCodeException if it is no ordinary file, empty, too long or not readable
  public static String text(Path path, int bytesMax) throws UnreadableCodeException {
    require(path);
    try (var stream = Files.newInputStream(path)) {
      byte[] bytes = stream.readNBytes(bytesMax + 1);
      size(path, bytes.length, bytesMax);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw unreadable(path, problem);
    }
  }

  private static void require(Path path) throws UnreadableCodeException {
    if (!Files.exists(path)) {
      throw new UnreadableCodeException("no such file: path=" + path);
    }
    if (!Files.isRegularFile(path)) {
      throw new UnreadableCodeException(
          "not an ordinary file (a folder, device or pipe): path=" + path);
    }
  }

  private static long size(Path path, long size, long bytesMax) throws UnreadableCodeException {
    if (size == 0) {
      throw new UnreadableCodeException("empty file: path=" + path);
    }
    if (size > bytesMax) {
      throw new UnreadableCodeException(
          "file too long: path=%s, limit=%d bytes".formatted(path, bytesMax));
    }
    return size;
  }

  private static UnreadableCodeException unreadable(Path path, IOException problem) {
    return new UnreadableCodeException(
        "file cannot be read: path=%s, problem=%s"
            .formatted(path, problem.getClass().getSimpleName()));
  }
}
