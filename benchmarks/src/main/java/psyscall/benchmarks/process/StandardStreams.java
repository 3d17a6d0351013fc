package psyscall.benchmarks.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// The streams of this process as text in UTF-8, whatever the locale; who writes has to flush.
public final class StandardStreams {
  private StandardStreams() {}

  /// Where results go.
  ///
  /// @return a writer of its own
  public static PrintWriter out() {
    return writer(FileDescriptor.out);
  }

  /// Where notes go.
  ///
  /// @return a writer of its own
  public static PrintWriter err() {
    return writer(FileDescriptor.err);
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
  }
}
