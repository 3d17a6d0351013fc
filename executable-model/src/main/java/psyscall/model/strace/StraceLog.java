package psyscall.model.strace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import psyscall.model.observe.LineInput;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;
import psyscall.model.strace.StraceLine.NotUnderstood;

/// Reads what `strace -f -ttt -e raw=all -o FILE` writes, line by line.
public final class StraceLog {
  private static final String OF_STRACE = "strace: ";

  private final LineInput input;

  /// Before the first line.
  ///
  /// @param in the log; the caller closes it
  /// @param memory asked for the buffer of a line
  /// @throws TraceFault if there is no memory for it
  public StraceLog(InputStream in, MemoryAllowance memory) throws TraceFault {
    input = new LineInput(in, memory);
  }

  /// Goes to the next line; blank ones and those that strace writes about itself are passed over.
  ///
  /// @return what it says, or empty at the end
  /// @throws TraceFault if it is not understood, or the log ends inside of it
  /// @throws IOException if the stream fails
  public Optional<StraceRecord> next() throws IOException, TraceFault {
    while (input.next()) {
      String text =
          new String(
              input.bytes(),
              input.begin(),
              input.end() - input.begin(),
              StandardCharsets.ISO_8859_1);
      if (!text.isBlank() && !text.startsWith(OF_STRACE)) {
        return Optional.of(parsed(text));
      }
    }
    return Optional.empty();
  }

  private StraceRecord parsed(String text) throws TraceFault {
    try {
      return new StraceLine(input.line(), input.position()).parse(text);
    } catch (NotUnderstood e) {
      Trouble trouble = input.isWhole() ? Trouble.NOT_A_TRACE : Trouble.CUT_OFF;
      String what =
          input.isWhole()
              ? "not a line of strace: line=%d, %s".formatted(input.line(), e.getMessage())
              : "the log ends inside of a line: line=" + input.line();
      throw new TraceFault(trouble, input.position(), what);
    }
  }

  /// How far it is.
  ///
  /// @return bytes that are done with
  public long bytesDone() {
    return input.bytesDone();
  }
}
