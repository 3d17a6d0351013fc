package psyscall.cli.workload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a file that somebody wrote: UTF-8, not endless.
final class InputText {
  /// The largest file, in bytes. What is read takes some hundred times as much memory at worst.
  static final int BYTES_MAX = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private InputText() {}

  /// Reads a file, a device or a pipe; of one that is too large not much more than the limit.
  ///
  /// @param file where it is
  /// @return the text, without a byte order mark
  /// @throws IOException if the system cannot read it
  /// @throws WorkloadFault if it is too large, or not UTF-8
  static String read(Path file) throws IOException, WorkloadFault {
    try (InputStream stream = Files.newInputStream(file)) {
      return of(stream.readNBytes(BYTES_MAX + 1));
    }
  }

  /// Decodes what was read.
  ///
  /// @param bytes the whole of it, or more than the limit of it
  /// @throws WorkloadFault if it is too large, or not UTF-8
  static String of(byte[] bytes) throws WorkloadFault {
    if (bytes.length > BYTES_MAX) {
      throw new WorkloadFault(1, "", "too large: bytes=more than limit=" + BYTES_MAX);
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer source = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(source, text, true);
    text.flip();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
      throw new WorkloadFault(line, "", "not UTF-8: byte=" + source.position());
    }
    boolean isMarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return text.toString().substring(isMarked ? 1 : 0);
  }
}
