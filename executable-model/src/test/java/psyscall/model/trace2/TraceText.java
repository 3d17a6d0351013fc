package psyscall.model.trace2;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// Small traces, written in Go's text form without the sizes of batches, which are filled in.
final class TraceText {
  private final StringBuilder text = new StringBuilder();
  private final int minor;

  /// A trace without batches.
  ///
  /// @param minor the number in the header
  TraceText(int minor) {
    this.minor = minor;
    text.append("Trace Go1.").append(minor).append('\n');
  }

  /// Adds a batch of events.
  ///
  /// @param generation its generation
  /// @param thread its thread
  /// @param time when it begins
  /// @param events one each, as in the text form
  TraceText batch(long generation, long thread, long time, String... events) {
    String lines = String.join("\n", events) + "\n";
    text.append(
        "EventBatch gen=%d m=%s time=%d size=%d%n%s"
            .formatted(generation, Long.toUnsignedString(thread), time, size(lines), lines));
    return this;
  }

  /// Adds the batch with the clock.
  ///
  /// @param generation its generation
  TraceText clock(long generation) {
    return minor < 25
        ? batch(generation, -1, 0, "Frequency freq=1000000000")
        : batch(
            generation,
            -1,
            0,
            "Sync",
            "Frequency freq=1000000000",
            "ClockSnapshot dt=0 mono=0 sec=0 nsec=0");
  }

  /// Adds the table of texts.
  ///
  /// @param generation its generation
  /// @param texts the first has the number 1
  TraceText texts(long generation, String... texts) {
    StringBuilder lines = new StringBuilder("Strings\n");
    for (int at = 0; at < texts.length; at++) {
      lines.append("String id=%d%n\tdata=\"%s\"%n".formatted(at + 1, texts[at]));
    }
    return batch(generation, -1, 0, lines.toString().strip());
  }

  /// Adds the mark that ends a generation.
  TraceText end() {
    text.append("EndOfGeneration\n");
    return this;
  }

  /// The bytes.
  byte[] bytes() {
    return bytes(text.toString());
  }

  /// The events.
  EventSource open() throws TraceFault {
    return Recorded.open(bytes());
  }

  private int size(String lines) {
    return bytes("Trace Go1." + minor + "\n" + lines).length - 16;
  }

  private static byte[] bytes(String text) {
    try {
      return TextTrace.parse(
              MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)),
              new MemoryAllowance(1 << 30))
          .bytes()
          .toArray(ValueLayout.JAVA_BYTE);
    } catch (TraceFault fault) {
      throw new AssertionError(fault);
    }
  }
}
