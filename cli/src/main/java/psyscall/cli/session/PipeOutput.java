package psyscall.cli.session;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// Output that may go to a pipe. When its reader has gone, as `head` does, what comes is dropped
/// and the run is asked to end: that is no failure, since nobody wants the rest.
public final class PipeOutput extends FilterOutputStream {
  private final Interruption interruption;
  private boolean isReaderGone;

  /// Wraps an output.
  ///
  /// @param out where it goes
  /// @param interruption is asked to end the run
  public PipeOutput(OutputStream out, Interruption interruption) {
    super(out);
    this.interruption = interruption;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  /// Writes on, or drops what comes after the reader has gone.
  ///
  /// @throws IOException if the output fails otherwise
  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (isReaderGone) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe")) {
        throw e;
      }
      isReaderGone = true;
      interruption.request();
    }
  }
}
