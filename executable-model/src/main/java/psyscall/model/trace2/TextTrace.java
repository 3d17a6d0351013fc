package psyscall.model.trace2;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.observe.Header;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// Go's text form of a trace, turned into the bytes that it stands for: a line `Trace Go1.22`, then
/// one event a line. Go's own tests have it inside of a file that says first whether Go's reader is
/// to accept the trace (Go 1.26, internal/trace/raw and internal/trace/testtrace).
public final class TextTrace {
  private static final String EXPECT = "-- expect --";
  private static final String TRACE = "-- trace --";
  private static final String FIRST = "Trace Go1.";
  private static final int COPIES = 4;

  private final MemorySegment bytes;
  private final Optional<String> failure;

  private TextTrace(MemorySegment bytes, Optional<String> failure) {
    this.bytes = bytes;
    this.failure = failure;
  }

  /// Whether a file is such a text.
  ///
  /// @param file its bytes
  /// @return true if it begins like one
  public static boolean isText(MemorySegment file) {
    return begins(file, FIRST) || begins(file, EXPECT);
  }

  private static boolean begins(MemorySegment file, String with) {
    byte[] first = with.getBytes(StandardCharsets.US_ASCII);
    return file.byteSize() >= first.length
        && file.asSlice(0, first.length).mismatch(MemorySegment.ofArray(first)) < 0;
  }

  /// Reads a text.
  ///
  /// @param file its bytes
  /// @param allowance asked for the text and the bytes that it becomes
  /// @return the trace
  /// @throws TraceFault if the text is not well formed, with the byte where the line begins
  public static TextTrace parse(MemorySegment file, MemoryAllowance allowance) throws TraceFault {
    allowance.take(COPIES * file.byteSize(), 0);
    String text = new String(file.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    Optional<String> failure = Optional.empty();
    int from = 0;
    if (text.startsWith(EXPECT)) {
      int mark = text.indexOf("\n" + TRACE + "\n");
      if (mark < 0) {
        throw fault(0, "no line begins the trace: line=\"%s\"".formatted(TRACE));
      }
      String expected = text.substring(EXPECT.length(), mark).strip();
      if (!expected.equals("SUCCESS")) {
        failure = Optional.of(expected);
      }
      from = mark + TRACE.length() + 2;
    }
    Lines lines = new Lines(text, from);
    return new TextTrace(MemorySegment.ofArray(new Assembly(lines).trace()), failure);
  }

  /// The trace.
  ///
  /// @return its bytes, header included
  public MemorySegment bytes() {
    return bytes;
  }

  /// What is said of a trace that Go's reader refuses.
  ///
  /// @return the text about it; empty for a trace that is to be read to its end
  public Optional<String> failure() {
    return failure;
  }

  private static TraceFault fault(int position, String what) {
    return new TraceFault(Trouble.NOT_A_TRACE, position, what);
  }

  /// The lines of a text that say something, without what follows `#`.
  private static final class Lines {
    private final String text;
    private int next;
    private int begin;

    Lines(String text, int from) {
      this.text = text;
      this.next = from;
    }

    /// The next line, if there is one.
    Optional<String> line() {
      while (next < text.length()) {
        int end = text.indexOf('\n', next);
        begin = next;
        next = end < 0 ? text.length() : end + 1;
        String line = text.substring(begin, end < 0 ? text.length() : end).strip();
        if (!line.isEmpty() && line.charAt(0) != '#') {
          return Optional.of(line);
        }
      }
      return Optional.empty();
    }

    /// The next line, which must be there.
    String required(String what) throws TraceFault {
      return line().orElseThrow(() -> fault(text.length(), "the text ends before " + what));
    }

    TraceFault wrong(String what) {
      return fault(begin, what);
    }
  }

  /// Writes the bytes that lines stand for.
  private static final class Assembly {
    private static final List<String> FRAME = List.of("pc", "func", "file", "line");
    private static final int FRAMES_MAX = 1 << 16;

    private final Lines lines;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, EventShape> shapes = new HashMap<>();

    Assembly(Lines lines) {
      this.lines = lines;
    }

    byte[] trace() throws TraceFault {
      String first = lines.required("its first line");
      String minor = first.startsWith(FIRST) ? first.substring(FIRST.length()) : "";
      byte[] header = new byte[Header.LENGTH];
      byte[] name = ("go 1." + minor + " trace").getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(name, 0, header, 0, Math.min(name.length, header.length));
      int number =
          Header.of(MemorySegment.ofArray(header))
              .orElseThrow(() -> lines.wrong("no trace of a known format: line=\"Trace Go1.N\""))
              .minor();
      for (EventShape shape : EventShape.all()) {
        if (shape.since() <= number) {
          shapes.put(shape.name(), shape);
        }
      }
      out.writeBytes(header);
      for (Optional<String> line = lines.line(); line.isPresent(); line = lines.line()) {
        event(line.get());
      }
      return out.toByteArray();
    }

    private void event(String line) throws TraceFault {
      String[] words = words(line);
      EventShape shape = shapes.get(words[0]);
      if (shape == null) {
        throw lines.wrong("no event of this release has this name");
      }
      out.write(shape.number());
      long[] values = values(words, 1, shape.arguments());
      for (long value : values) {
        write(value);
      }
      if (shape.number() == EventShape.STACK) {
        if (values[1] < 0 || values[1] > FRAMES_MAX) {
          throw lines.wrong("stack too deep: limit=" + FRAMES_MAX);
        }
        for (long frame = 0; frame < values[1]; frame++) {
          for (long value : values(words(lines.required("the end of a stack")), 0, FRAME)) {
            write(value);
          }
        }
      }
      if (shape.number() == EventShape.STRING || shape.number() == EventShape.EXPERIMENTAL_BATCH) {
        byte[] data = data(lines.required("the data of an event"));
        write(data.length);
        out.writeBytes(data);
      }
    }

    private static String[] words(String line) {
      int comment = line.indexOf('#');
      return (comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+");
    }

    private long[] values(String[] words, int from, List<String> names) throws TraceFault {
      if (words.length - from != names.size()) {
        throw lines.wrong(
            "wrong number of arguments: has=%d, needs=%s".formatted(words.length - from, names));
      }
      long[] values = new long[names.size()];
      for (int at = 0; at < values.length; at++) {
        String word = words[from + at];
        String name = names.get(at) + "=";
        try {
          if (!word.startsWith(name)) {
            throw lines.wrong("argument expected: name=" + names.get(at));
          }
          values[at] = Long.parseUnsignedLong(word.substring(name.length()));
        } catch (NumberFormatException _) {
          throw lines.wrong("no number of 64 bits: argument=" + names.get(at));
        }
      }
      return values;
    }

    private void write(long value) {
      long left = value;
      while ((left & ~0x7fL) != 0) {
        out.write((int) (left & 0x7f) | 0x80);
        left >>>= 7;
      }
      out.write((int) left);
    }

    private byte[] data(String line) throws TraceFault {
      if (!line.startsWith("data=")) {
        throw lines.wrong("data expected: form=data=\"text\"");
      }
      return GoText.unquote(line.substring("data=".length()).strip())
          .orElseThrow(() -> lines.wrong("no text as Go quotes it"));
    }
  }
}
