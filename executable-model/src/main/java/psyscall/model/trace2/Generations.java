package psyscall.model.trace2;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.model.observe.Format;
import psyscall.model.observe.Header;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// The container of the second format, one generation at a time: finds the batches of each thread,
/// reads the texts and the clock, and hands out the bytes of a batch when its thread comes to it.
///
/// Whatever is wrong with the container ends the generation there. What lies before is delivered
/// first; then [#trouble] is what the reader throws.
final class Generations {
  private static final int FIRST_WITH_EXPERIMENTS = 23;
  private static final int FIRST_WITH_END = 26;
  private static final int SIZE_MAX = 64 << 10;
  private static final int HEADER_MAX = 1 + 1 + 4 * 10;

  private final MemorySegment file;
  private final long size;
  private final int minor;
  private final MemoryAllowance allowance;
  private final Threads threads;
  private final BatchIndex batches;
  private final Tables tables;
  private final Varints header = new Varints();
  private final List<Stream> active = new ArrayList<>();
  private Optional<TraceFault> trouble = Optional.empty();
  private long position = Header.LENGTH;
  private long begin = Header.LENGTH;
  private long done;
  private long number;
  private int cutBatch = BatchIndex.NONE;

  /// The fields of the batch header at hand.
  private long generation;

  private long thread;
  private long time;
  private long length;

  /// A container of which nothing is read.
  ///
  /// @param file the bytes, with the header
  /// @param format what the header says
  /// @param allowance asked before anything is allocated
  /// @param threads gets the threads that are found
  Generations(MemorySegment file, Format format, MemoryAllowance allowance, Threads threads) {
    this.file = file;
    this.size = file.byteSize();
    this.minor = format.minor();
    this.allowance = allowance;
    this.threads = threads;
    this.batches = new BatchIndex(allowance);
    this.tables = new Tables(file, minor, allowance);
    header.data = new byte[HEADER_MAX + Varints.PADDING];
  }

  /// Goes to the next generation.
  ///
  /// @return whether there is one; if not, the file is at its proper end, unless there is
  ///   [#trouble]
  /// @throws TraceFault if it takes more memory than allowed
  boolean next() throws TraceFault {
    if (trouble.isPresent()) {
      return false;
    }
    close();
    boolean first = number == 0;
    boolean found = scan();
    if (found && trouble.isEmpty()) {
      trouble = tables.missing(position, position == size);
    }
    if (!found && first && trouble.isEmpty()) {
      trouble = fault(Trouble.CUT_OFF, size, "the file ends before the first generation");
    }
    return found;
  }

  private void close() {
    for (Stream stream : active) {
      allowance.giveBack(stream.data.length);
      stream.data = new byte[0];
      stream.at = 0;
      stream.end = 0;
      stream.nextBatch = BatchIndex.NONE;
      stream.lastBatch = BatchIndex.NONE;
    }
    active.clear();
    batches.clear();
    tables.clear();
    begin = position;
    done = 0;
  }

  /// Finds the batches of one generation; says whether there is any.
  private boolean scan() throws TraceFault {
    for (boolean found = false; ; found = true) {
      if (position == size) {
        if (minor >= FIRST_WITH_END && found) {
          trouble = fault(Trouble.CUT_OFF, size, "the file ends inside of a generation");
        }
        return found;
      }
      if (!readHeader()) {
        return found;
      }
      if (header.data[0] == EventShape.END_OF_GENERATION) {
        if (!found) {
          trouble = fault(Trouble.NOT_A_TRACE, position, "a generation without batches ends");
        }
        position++;
        return found;
      }
      if (found && minor < FIRST_WITH_END && generation == number + 1) {
        return true;
      }
      if (!belongs(found)) {
        trouble =
            fault(
                Trouble.NOT_A_TRACE,
                position,
                "generations out of order: generation=%d, after=%d".formatted(generation, number));
        return found;
      }
      number = generation;
      addBatch();
      if (trouble.isPresent()) {
        return true;
      }
    }
  }

  private boolean belongs(boolean found) {
    if (found) {
      return generation == number;
    }
    return generation != 0 && (number == 0 || generation == number + 1);
  }

  /// Reads the header of a batch; says whether there is one, else there is trouble.
  private boolean readHeader() {
    int present = (int) Math.min(HEADER_MAX, size - position);
    MemorySegment.copy(file, ValueLayout.JAVA_BYTE, position, header.data, 0, present);
    header.end = present;
    header.at = 1;
    header.overlong = false;
    int type = header.data[0] & 0xff;
    if (type == EventShape.END_OF_GENERATION && minor >= FIRST_WITH_END) {
      return true;
    }
    boolean experimental = type == EventShape.EXPERIMENTAL_BATCH && minor >= FIRST_WITH_EXPERIMENTS;
    if (type != EventShape.BATCH && !experimental) {
      trouble =
          fault(Trouble.NOT_A_TRACE, position, "no batch begins with this byte: byte=" + type);
      return false;
    }
    if (experimental) {
      header.at++;
    }
    generation = header.read();
    thread = header.read();
    time = header.read();
    length = header.read();
    if (header.at > header.end) {
      trouble = fault(Trouble.CUT_OFF, position, "the file ends inside of the header of a batch");
    } else if (header.overlong) {
      trouble = fault(Trouble.NOT_A_TRACE, position, "a number is longer than 64 bits");
    } else if (length < 0 || length > SIZE_MAX) {
      trouble =
          fault(
              Trouble.NOT_A_TRACE,
              position,
              "batch too long: bytes=%s, limit=%d"
                  .formatted(Long.toUnsignedString(length), SIZE_MAX));
    }
    return trouble.isEmpty();
  }

  private void addBatch() throws TraceFault {
    long start = position + header.at;
    int present = (int) Math.min(length, size - start);
    boolean cut = present < length;
    if (cut) {
      trouble = fault(Trouble.CUT_OFF, position, "the file ends inside of a batch");
    }
    position = start + present;
    if (present == 0 || header.data[0] == EventShape.EXPERIMENTAL_BATCH) {
      return;
    }
    if (tables.has(file.get(ValueLayout.JAVA_BYTE, start))) {
      if (!cut) {
        trouble = tables.read(start, present);
      }
      return;
    }
    Stream stream = threads.of(thread, start);
    int batch = batches.add(stream.lastBatch, start, present, time);
    if (stream.lastBatch == BatchIndex.NONE) {
      stream.nextBatch = batch;
      active.add(stream);
    }
    stream.lastBatch = batch;
    cutBatch = cut ? batch : BatchIndex.NONE;
  }

  /// Puts the next batch of a thread into its buffer.
  ///
  /// @param stream the thread, whose buffer is used up
  /// @return whether there is one
  /// @throws TraceFault if the buffer takes more memory than allowed
  boolean load(Stream stream) throws TraceFault {
    int batch = stream.nextBatch;
    if (batch == BatchIndex.NONE) {
      return false;
    }
    long start = batches.start(batch);
    int bytes = batches.length(batch);
    int needed = bytes + Varints.PADDING;
    if (stream.data.length < needed) {
      allowance.take(needed, start);
      allowance.giveBack(stream.data.length);
      stream.data = new byte[needed];
    }
    MemorySegment.copy(file, ValueLayout.JAVA_BYTE, start, stream.data, 0, bytes);
    done += stream.end;
    stream.base = start;
    stream.at = 0;
    stream.end = bytes;
    stream.time = batches.time(batch);
    stream.cut = batch == cutBatch;
    stream.nextBatch = batches.next(batch);
    return true;
  }

  /// The threads that have events in this generation.
  ///
  /// @return in the order of their first batches
  List<Stream> active() {
    return active;
  }

  /// What ends the trace after this generation.
  ///
  /// @return the fault, if there is one
  Optional<TraceFault> trouble() {
    return trouble;
  }

  /// Whether the file may end inside of this generation although the bytes do not show it: before
  /// 1.26 no mark ends a generation, but its texts come last.
  ///
  /// @return true where the file is at its end and the generation has no texts
  boolean mayBeCut() {
    return position == size && tables.isWithoutTexts();
  }

  /// The number of the generation.
  ///
  /// @return from 1; 0 before the first
  long number() {
    return number;
  }

  /// The length of a tick.
  ///
  /// @return in nanoseconds
  double nanosPerTick() {
    return tables.nanosPerTick();
  }

  /// A text of the generation.
  ///
  /// @param text its number
  /// @return the text, if there is one
  Optional<String> text(long text) {
    return tables.text(text);
  }

  /// How far the reader is.
  ///
  /// @return bytes
  long bytesDone() {
    return Math.min(begin + done, position);
  }

  private static Optional<TraceFault> fault(Trouble trouble, long position, String what) {
    return Optional.of(new TraceFault(trouble, position, what));
  }
}
