package psyscall.model.trace2;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// What a generation tells beside its events: the texts and the clock. Stacks and samples of the
/// processor are passed over once they are seen to lie within their batch.
final class Tables {
  private static final int FIRST_WITH_SYNC = 25;
  private static final int FRAMES_MAX = 128;
  private static final String BROKEN = "an entry is longer than its table, or a number too long";
  private static final double NANOS_PER_SECOND = 1e9;

  private final MemorySegment file;
  private final boolean hasSync;
  private final MemoryAllowance allowance;
  private final Texts texts;
  private final Varints batch = new Varints();
  private double nanosPerTick = 1;
  private boolean hasFrequency;
  private boolean hasSnapshot;
  private boolean hasTexts;
  private long start;

  /// Tables of which nothing is read.
  ///
  /// @param file where they lie
  /// @param minor the number in the header
  /// @param allowance asked before anything is allocated
  Tables(MemorySegment file, int minor, MemoryAllowance allowance) {
    this.file = file;
    this.hasSync = minor >= FIRST_WITH_SYNC;
    this.allowance = allowance;
    this.texts = new Texts(file, allowance);
  }

  /// Forgets everything but the length of a tick.
  void clear() {
    texts.clear();
    hasFrequency = false;
    hasSnapshot = false;
    hasTexts = false;
  }

  /// Whether a batch belongs to the tables.
  ///
  /// @param first its first byte
  /// @return false for a batch of events
  boolean has(byte first) {
    return first == EventShape.STRINGS
        || first == EventShape.STACKS
        || first == EventShape.CPU_SAMPLES
        || first == (hasSync ? EventShape.SYNC : EventShape.FREQUENCY);
  }

  /// Reads a batch that belongs to the tables.
  ///
  /// @param from its first byte in the file
  /// @param length how many bytes
  /// @return what is wrong with it, if anything is
  /// @throws TraceFault if it takes more memory than allowed
  Optional<TraceFault> read(long from, int length) throws TraceFault {
    int needed = length + Varints.PADDING;
    if (batch.data.length < needed) {
      allowance.take(needed, from);
      allowance.giveBack(batch.data.length);
      batch.data = new byte[needed];
    }
    MemorySegment.copy(file, ValueLayout.JAVA_BYTE, from, batch.data, 0, length);
    start = from;
    batch.end = length;
    batch.overlong = false;
    batch.at = 0;
    byte first = batch.data[0];
    hasTexts |= first == EventShape.STRINGS;
    if (first != EventShape.FREQUENCY) {
      batch.at = 1;
    }
    while (batch.at < batch.end) {
      long position = start + batch.at;
      String wrong = entry(first, batch.data[batch.at++]);
      if (!wrong.isEmpty()) {
        return Optional.of(new TraceFault(Trouble.NOT_A_TRACE, position, wrong));
      }
    }
    return Optional.empty();
  }

  /// Reads one entry; says what is wrong with it, or nothing.
  private String entry(byte table, byte type) throws TraceFault {
    if (table == EventShape.STRINGS && type == EventShape.STRING) {
      return readText();
    }
    if (table == EventShape.STACKS && type == EventShape.STACK) {
      return passStack();
    }
    if (table == EventShape.CPU_SAMPLES && type == EventShape.CPU_SAMPLE) {
      return pass(5);
    }
    boolean ofClock = table == EventShape.FREQUENCY || table == EventShape.SYNC;
    if (ofClock && type == EventShape.FREQUENCY) {
      return readFrequency();
    }
    if (table == EventShape.SYNC && type == EventShape.CLOCK_SNAPSHOT) {
      boolean twice = hasSnapshot;
      hasSnapshot = true;
      return twice ? "two clock snapshots in one generation" : pass(4);
    }
    return "no entry of this table begins with this byte: byte=%d, table=%d"
        .formatted(type & 0xff, table);
  }

  private String readText() throws TraceFault {
    long number = batch.read();
    long length = batch.read();
    if (batch.isBroken()) {
      return BROKEN;
    }
    if (length < 0 || length > Texts.LENGTH_MAX) {
      return "text too long: bytes=%s, limit=%d"
          .formatted(Long.toUnsignedString(length), Texts.LENGTH_MAX);
    }
    int begin = batch.at;
    batch.at += (int) length;
    if (batch.at > batch.end) {
      return BROKEN;
    }
    return texts.add(number, start + begin, (int) length)
        ? ""
        : "two texts have one number: number=" + Long.toUnsignedString(number);
  }

  private String passStack() {
    batch.read();
    long frames = batch.read();
    if (frames < 0 || frames > FRAMES_MAX) {
      return "stack too deep: frames=%s, limit=%d"
          .formatted(Long.toUnsignedString(frames), FRAMES_MAX);
    }
    String wrong = batch.isBroken() ? BROKEN : "";
    for (long frame = 0; frame < frames && wrong.isEmpty(); frame++) {
      wrong = pass(4);
    }
    return wrong;
  }

  private String pass(int numbers) {
    for (int passed = 0; passed < numbers; passed++) {
      batch.read();
    }
    return batch.isBroken() ? BROKEN : "";
  }

  private String readFrequency() {
    long frequency = batch.read();
    if (batch.isBroken()) {
      return BROKEN;
    }
    if (frequency <= 0) {
      return "clock without a frequency: ticks per second=" + frequency;
    }
    if (hasFrequency) {
      return "two frequencies in one generation";
    }
    hasFrequency = true;
    nanosPerTick = NANOS_PER_SECOND / frequency;
    return "";
  }

  /// What a generation must have and has not.
  ///
  /// @param position where it ends
  /// @param atEnd whether the file ends there, too
  /// @return the fault, if something is missing
  Optional<TraceFault> missing(long position, boolean atEnd) {
    if (hasFrequency && (hasSnapshot || !hasSync)) {
      return Optional.empty();
    }
    return Optional.of(
        new TraceFault(
            atEnd ? Trouble.CUT_OFF : Trouble.NOT_A_TRACE,
            position,
            "a generation ends without %s"
                .formatted(hasFrequency ? "a clock snapshot" : "a frequency")));
  }

  /// Whether no batch of texts was seen.
  boolean isWithoutTexts() {
    return !hasTexts;
  }

  /// The length of a tick, as the generation says or else as the one before said.
  ///
  /// @return in nanoseconds
  double nanosPerTick() {
    return nanosPerTick;
  }

  /// A text.
  ///
  /// @param number its number
  /// @return the text, if there is one
  Optional<String> text(long number) {
    return texts.text(number);
  }
}
