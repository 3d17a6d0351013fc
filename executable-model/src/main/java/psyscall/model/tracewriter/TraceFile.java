package psyscall.model.tracewriter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import psyscall.model.trace2.EventShape;

/// The container of the format: a header, and in each generation the frequency of the clock,
/// batches of events, each of one thread, stacks and texts.
class TraceFile {
  /// What stands for no thread.
  static final long NOBODY = -1;

  private static final String HEADER = "go 1.22 trace\0\0\0";
  private static final long TICKS_PER_SECOND = 1_000_000_000L;

  private final OutputStream out;
  private final Names names;
  private final Batch table = new Batch();
  private final Batch[] batches;
  private long generation;
  private long bytes;
  private long began;

  /// A file without bytes.
  ///
  /// @param out where they go
  /// @param names the texts of each generation
  /// @param threads the last thread that has events
  TraceFile(OutputStream out, Names names, int threads) {
    this.out = out;
    this.names = names;
    batches = new Batch[threads + 1];
    Arrays.setAll(batches, _ -> new Batch());
  }

  /// Writes the first bytes.
  void header() throws IOException {
    out.write(HEADER.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Begins a generation.
  ///
  /// @param time when, not before the last event
  void begin(long time) throws IOException {
    generation++;
    bytes = 0;
    began = time;
    table.add(EventShape.FREQUENCY);
    table.number(TICKS_PER_SECOND);
    endTable();
  }

  /// Begins an event.
  ///
  /// @param thread whose it is
  /// @param word which
  /// @param time when
  /// @return the batch, to which its arguments are to be added
  Batch event(int thread, Word word, long time) throws IOException {
    Batch batch = batches[thread];
    if (batch.isFull()) {
      bytes += batch.writeTo(out, generation, thread);
    }
    batch.event(word, time);
    return batch;
  }

  /// Ends the generation: writes what is left of it. Texts come last, by which readers of a file
  /// that was cut off can tell.
  void end() throws IOException {
    for (int thread = 0; thread < batches.length; thread++) {
      if (!batches[thread].isEmpty()) {
        bytes += batches[thread].writeTo(out, generation, thread);
      }
    }
    for (int stack = 1; stack <= names.stacks(); stack++) {
      names.stack(table, stack);
      endFullTable();
    }
    endTable();
    for (int text = 1; text <= names.texts(); text++) {
      names.text(table, text);
      endFullTable();
    }
    endTable();
  }

  private void endFullTable() throws IOException {
    if (table.isFull()) {
      endTable();
    }
  }

  private void endTable() throws IOException {
    if (!table.isEmpty()) {
      table.began(began);
      bytes += table.writeTo(out, generation, NOBODY);
    }
  }

  /// How much of the generation is written.
  ///
  /// @return bytes
  long bytes() {
    return bytes;
  }
}
