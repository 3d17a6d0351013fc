package psyscall.benchmarks.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Makes traces that nobody recorded: the same ones for the same seed.
final class HostileTraces {
  private static final int HEADER = 16;
  private static final int LENGTH_MAX = 6000;
  private static final int CROWD_MAX = 1_000_000;

  /// One in so many inputs is a crowd, and its size grows until it is the greatest.
  private static final int CROWD_EACH = 10_000;

  /// Numbers of more than 64 bits, of 2^63 and of −1; batches, texts and stacks that claim such a
  /// size; events that name themselves or nobody.
  private static final List<byte[]> BOMBS =
      Stream.of(
              "ffffffffffffffffffffffffffffff",
              "ffffffffffffffffff01",
              "80808080808080808001",
              "ffffffffffffffff7f",
              "010101018080808080808080800105",
              "0101ffffffffffffffffff0100ffffffff0f",
              "0405018080808080808080800141",
              "0203010101ffffffff0f",
              "0c00000001",
              "1900010102",
              "190101ffffffffffffffffff0103",
              "0d00ffffffff0f01",
              "0900ffffffffffffffff7f00",
              "1600808080808080808080010000",
              "c1ffffff0f",
              "25ffffff7f",
              "c3ffffffff0f",
              "4d000101",
              "450001",
              "8d000101",
              "8500ffffffffffffffffff01",
              "01ffffffffffffffffff0100")
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final List<String> LINES =
      List.of(
          "EventBatch gen=18446744073709551615 m=18446744073709551615 time=0 size=65536\n",
          "EventBatch gen=1 m=1 time=0 size=9223372036854775808\n",
          "GoStatus dt=1 g=1 m=18446744073709551615 gstatus=255\n",
          "GoStart dt=18446744073709551615 g=1 g_seq=18446744073709551615\n",
          "ProcSteal dt=1 p=0 p_seq=1 m=0\n",
          "Stack id=1 nframes=65536\n",
          "String id=1\n\tdata=\"\\xff\\u00zz\n",
          "Strings\n",
          "EndOfGeneration\n",
          "Trace Go1.26\n");

  /// Two goroutines on two threads with a P each, of which one makes a system call.
  private static final String TEXT =
      """
      Trace Go1.22
      EventBatch gen=1 m=18446744073709551615 time=0 size=5
      Frequency freq=15625000
      EventBatch gen=1 m=0 time=0 size=25
      ProcStatus dt=1 p=0 pstatus=1
      GoStatus dt=1 g=1 m=0 gstatus=2
      GoSyscallBegin dt=1 p_seq=1 stack=0
      GoSyscallEnd dt=1
      GoStop dt=1 reason_string=0 stack=0
      ProcStop dt=1
      ProcStart dt=1 p=0 p_seq=2
      EventBatch gen=1 m=1 time=5 size=13
      ProcStatus dt=2 p=1 pstatus=1
      GoStatus dt=1 g=4 m=1 gstatus=2
      GoDestroy dt=1
      ProcStop dt=1
      """;

  private final List<byte[]> first;
  private final List<byte[]> second;
  private final byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
  private final Random random;
  private long made;

  /// What an input is.
  enum Shape {
    /// A damaged trace of Go 1.5 to 1.21.
    FIRST_FORMAT("damaged, Go 1.5 to 1.21"),
    /// A damaged trace of Go 1.22 and later.
    SECOND_FORMAT("damaged, Go 1.22 to 1.26"),
    /// A damaged trace of the text form.
    TEXT_FORM("damaged, text form"),
    /// A trace with as many threads or goroutines as it has room for.
    CROWD("crowds of threads and goroutines");

    private final String title;

    Shape(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /// One of them.
  static final class Input {
    private final Shape shape;
    private final byte[] bytes;

    Input(Shape shape, byte[] bytes) {
      this.shape = shape;
      this.bytes = bytes;
    }

    Shape shape() {
      return shape;
    }

    /// The file; who reads it does not change it.
    byte[] bytes() {
      return bytes;
    }
  }

  private HostileTraces(List<byte[]> originals, long seed) {
    first = originals.stream().filter(HostileTraces::isFirst).toList();
    second = originals.stream().filter(bytes -> !isFirst(bytes)).toList();
    if (first.isEmpty() || second.isEmpty()) {
      throw new IllegalArgumentException(
          "no short recorded traces of a format: first=%d, second=%d"
              .formatted(first.size(), second.size()));
    }
    random = new Random(seed);
  }

  /// Traces out of those of a folder that are not too long.
  ///
  /// @param folder where recorded traces are, also in folders inside
  /// @param seed which ones
  static HostileTraces of(Path folder, long seed) throws IOException {
    List<byte[]> originals = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".trace")).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length <= LENGTH_MAX) {
          originals.add(bytes);
        }
      }
    }
    return new HostileTraces(originals, seed);
  }

  /// The next one.
  Input next() {
    made++;
    if (made % CROWD_EACH == 0) {
      return new Input(Shape.CROWD, crowd());
    }
    if (random.nextInt(8) == 0) {
      byte[] bytes = text;
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        bytes = random.nextInt(4) > 0 ? lined(bytes) : damaged(bytes, 0);
      }
      return new Input(Shape.TEXT_FORM, bytes);
    }
    byte[] bytes = any();
    Shape shape = isFirst(bytes) ? Shape.FIRST_FORMAT : Shape.SECOND_FORMAT;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      bytes = damaged(bytes, random.nextInt(50) == 0 ? 0 : HEADER);
    }
    return new Input(shape, bytes);
  }

  private byte[] any() {
    List<byte[]> originals = random.nextBoolean() ? first : second;
    return originals.get(random.nextInt(originals.size()));
  }

  /// The header is `go 1.N trace`: of the second format from `go 1.22 trace` on.
  private static boolean isFirst(byte[] bytes) {
    return bytes[6] == ' ' || bytes[5] == '1' || bytes[6] < '2';
  }

  private byte[] damaged(byte[] bytes, int from) {
    int at = from + random.nextInt(Math.max(1, bytes.length - from));
    return switch (random.nextInt(7)) {
      case 0 -> changed(bytes, at, random.nextInt(256));
      case 1 -> changed(bytes, at, at < bytes.length ? bytes[at] ^ (1 << random.nextInt(8)) : 0);
      case 2 -> Arrays.copyOf(bytes, Math.min(at, bytes.length));
      case 3 -> spliced(bytes, at, at, BOMBS.get(random.nextInt(BOMBS.size())));
      case 4 -> {
        byte[] other = any();
        int begin = random.nextInt(other.length);
        int end = Math.min(other.length, begin + random.nextInt(300));
        yield spliced(bytes, at, at, Arrays.copyOfRange(other, begin, end));
      }
      case 5 -> spliced(bytes, at, at + random.nextInt(40), new byte[0]);
      default -> {
        int end = Math.min(bytes.length, at + random.nextInt(400));
        yield at < end ? spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end)) : bytes;
      }
    };
  }

  /// Puts a line before another, or leaves one out.
  private byte[] lined(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    int start = all.indexOf('\n', random.nextInt(Math.max(1, all.length()))) + 1;
    int end = random.nextInt(3) == 0 ? all.indexOf('\n', start) + 1 : start;
    byte[] line = LINES.get(random.nextInt(LINES.size())).getBytes(StandardCharsets.UTF_8);
    return spliced(bytes, start, Math.max(start, end), line);
  }

  private static byte[] changed(byte[] bytes, int at, int value) {
    byte[] all = bytes.clone();
    if (at < all.length) {
      all[at] = (byte) value;
    }
    return all;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    int start = Math.min(from, bytes.length);
    int end = Math.max(start, Math.min(to, bytes.length));
    byte[] all = new byte[start + middle.length + bytes.length - end];
    System.arraycopy(bytes, 0, all, 0, start);
    System.arraycopy(middle, 0, all, start, middle.length);
    System.arraycopy(bytes, end, all, start + middle.length, bytes.length - end);
    return all;
  }

  /// A recorded trace that has many threads and goroutines before its own.
  private byte[] crowd() {
    byte[] original = any();
    long size = Math.min(CROWD_MAX, 1000L << Math.min(10, made / CROWD_EACH % 11));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean isFirst = isFirst(original);
    boolean withEvents = random.nextBoolean();
    long step = random.nextBoolean() ? 1 : random.nextLong() | 1;
    out.write(original, 0, HEADER);
    if (isFirst) {
      out.writeBytes(new byte[] {0x41, 0, 0});
    }
    for (long at = 1; at <= size; at++) {
      ByteArrayOutputStream event = new ByteArrayOutputStream();
      if (isFirst && withEvents) {
        // A goroutine is created.
        event.write(0);
        number(event, at * step);
        event.writeBytes(new byte[] {0, 0});
        out.write(0xcd);
        number(out, event.size());
        out.writeBytes(event.toByteArray());
        continue;
      }
      if (isFirst) {
        // A P starts on a thread.
        out.writeBytes(new byte[] {0x45, 0});
        number(out, at * step);
        continue;
      }
      if (withEvents) {
        event.writeBytes(new byte[] {0x19, 0});
        number(event, at * step);
        number(event, at * step);
        event.write(4);
      }
      out.writeBytes(new byte[] {1, 1});
      number(out, at * step);
      out.write(0);
      number(out, event.size());
      out.writeBytes(event.toByteArray());
    }
    out.write(original, HEADER, original.length - HEADER);
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest >>> 7 != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
