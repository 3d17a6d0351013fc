package psyscall.model.observe;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import psyscall.model.observe.Format.Family;
import psyscall.model.observe.TraceFault.Trouble;

/// The first sixteen bytes of an execution trace of Go, which name the format: `go 1.22 trace` and
/// zeros. The number is that of the format, not of the release that wrote it: Go 1.12 writes `go
/// 1.11 trace`.
public final class Header {
  /// How long it is, in bytes.
  public static final int LENGTH = 16;

  private static final Set<Integer> BY_PROCESSOR = Set.of(5, 7, 8, 9, 10, 11, 19, 21);
  private static final Set<Integer> BY_THREAD = Set.of(22, 23, 25, 26);
  private static final String KNOWN = "1.5, 1.7 to 1.11, 1.19, 1.21 to 1.23, 1.25, 1.26";

  private Header() {}

  /// The format of a file.
  ///
  /// @param bytes the file, of any length
  /// @return the format, if the file begins as a trace of Go whose format is known
  public static Optional<Format> of(MemorySegment bytes) {
    int minor = minor(bytes);
    if (BY_PROCESSOR.contains(minor)) {
      return Optional.of(new Format(Family.GO_BY_PROCESSOR, minor));
    }
    return BY_THREAD.contains(minor)
        ? Optional.of(new Format(Family.GO_BY_THREAD, minor))
        : Optional.empty();
  }

  /// Why a file is not read.
  ///
  /// @param bytes a file that [#of] has no format for
  /// @return a fault that says what the file begins with
  public static TraceFault refused(MemorySegment bytes) {
    int minor = minor(bytes);
    String why =
        minor >= 0
            ? "unknown format of trace: header=\"go 1.%d trace\", known=[%s]"
                .formatted(minor, KNOWN)
            : bytes.byteSize() < LENGTH
                ? "no execution trace: bytes=%d, a header has %d"
                    .formatted(bytes.byteSize(), LENGTH)
                : "no execution trace: the file does not begin with \"go 1.N trace\"";
    return new TraceFault(Trouble.NOT_A_TRACE, 0, why);
  }

  /// The number after `go 1.`, or -1 where the bytes are no header.
  private static int minor(MemorySegment bytes) {
    if (bytes.byteSize() < LENGTH) {
      return -1;
    }
    byte[] first = bytes.asSlice(0, LENGTH).toArray(ValueLayout.JAVA_BYTE);
    String text = new String(first, StandardCharsets.ISO_8859_1);
    int digits = 0;
    int minor = 0;
    for (int at = 5; digits < 3 && isDigit(text.charAt(at)); at++, digits++) {
      minor = minor * 10 + text.charAt(at) - '0';
    }
    String whole = "go 1." + text.substring(5, 5 + digits) + " trace";
    boolean fits = digits > 0 && text.equals(whole + "\0".repeat(LENGTH - whole.length()));
    return fits ? minor : -1;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
