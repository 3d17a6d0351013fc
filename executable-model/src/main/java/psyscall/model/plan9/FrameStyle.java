package psyscall.model.plan9;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import psyscall.model.assembly.InputFile;
import psyscall.model.assembly.UnreadableCodeException;

/// How the assembler of a Go release makes the frame of a routine.
///
/// Source: `preprocess` in Go's `src/cmd/internal/obj/x86/obj6.go`.
public enum FrameStyle {
  /// Up to Go 1.20: subtracts the whole frame from SP and stores BP at its top. A routine without a
  /// frame that must not grow its stack never saves BP.
  STORES,
  /// Since Go 1.21: pushes BP, then subtracts the rest. Only NOFRAME, or having neither a frame nor
  /// calls, keeps a routine from saving BP.
  PUSHES;

  private static final Pattern VERSION = Pattern.compile("go1\\.([0-9]{1,3})");
  private static final int VERSION_MAX = 1 << 12;
  private static final int LAST_STORES = 20;

  /// The style of the Go tree that a file is in.
  ///
  /// @param file a file of the tree
  /// @return what its `VERSION` says; the newest style if there is no such file or it says nothing
  /// @throws UnreadableCodeException if that file cannot be read
  public static FrameStyle of(Path file) throws UnreadableCodeException {
    for (Path at = file.toAbsolutePath().getParent(); at != null; at = at.getParent()) {
      Path version = at.resolveSibling("VERSION");
      if (at.endsWith("src") && Files.isRegularFile(version)) {
        Matcher matcher = VERSION.matcher(InputFile.text(version, VERSION_MAX));
        boolean old = matcher.lookingAt() && Integer.parseInt(matcher.group(1)) <= LAST_STORES;
        return old ? STORES : PUSHES;
      }
    }
    return PUSHES;
  }
}
