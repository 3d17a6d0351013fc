package psyscall.model.trace2;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.Format;
import psyscall.model.observe.Format.Family;
import psyscall.model.observe.Header;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// An execution trace of Go 1.22 or later, read from its bytes: the streams of all threads, merged.
///
/// Of the events that may be the next the earliest is taken. An event waits where its number is not
/// yet due (see [Order]); then its thread stands aside until that which it waits for changes, so
/// that nobody looks at it in vain. Time never decides more than a choice.
///
/// One generation is held at a time: where its batches lie, and one batch of each thread.
public final class ThreadTrace implements EventSource {
  private final Format format;
  private final long size;
  private final EventTable table;
  private final Threads threads;
  private final Generations generations;
  private final Order order;
  private final Frontier frontier;
  private Optional<TraceFault> fault = Optional.empty();
  private boolean topIsDone;
  private boolean ended;

  private ThreadTrace(MemorySegment bytes, Format format, MemoryAllowance allowance) {
    this.format = format;
    this.size = bytes.byteSize();
    this.table = new EventTable(format.minor());
    this.threads = new Threads(allowance);
    this.generations = new Generations(bytes, format, allowance, threads);
    this.order = new Order(table, threads, allowance);
    this.frontier = new Frontier(allowance);
  }

  /// Opens a trace.
  ///
  /// @param bytes the whole file, which must not change; read by the thread that calls
  /// @param allowance asked before anything is allocated that the file's content makes larger
  /// @return its events
  /// @throws TraceFault if the header is not that of Go 1.22 or later
  public static EventSource open(MemorySegment bytes, MemoryAllowance allowance) throws TraceFault {
    Format format = Header.of(bytes).orElseThrow(() -> Header.refused(bytes));
    if (format.family() != Family.GO_BY_THREAD) {
      throw new TraceFault(
          Trouble.NOT_A_TRACE,
          0,
          "a trace by Ps, not by threads: header=\"go 1.%d trace\"".formatted(format.minor()));
    }
    return new ThreadTrace(bytes, format, allowance);
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public boolean next(TraceEvent event) throws TraceFault {
    if (fault.isPresent()) {
      throw fault.get();
    }
    try {
      return advance(event);
    } catch (TraceFault thrown) {
      fault = Optional.of(thrown);
      throw thrown;
    }
  }

  private boolean advance(TraceEvent event) throws TraceFault {
    if (topIsDone) {
      topIsDone = false;
      if (refill(frontier.top())) {
        frontier.sinkTop();
      } else {
        frontier.removeTop();
      }
    }
    while (!ended) {
      for (int at = order.takeWoken(); at != Entities.NONE; ) {
        Stream stream = threads.numbered(at);
        at = stream.behind;
        frontier.add(stream);
      }
      if (frontier.isEmpty()) {
        ended = !enterGeneration();
      } else if (order.take(frontier.top(), event)) {
        topIsDone = true;
        return true;
      } else {
        frontier.removeTop();
      }
    }
    return false;
  }

  /// Goes to the next event of a thread; says whether there is one in this generation.
  private boolean refill(Stream stream) throws TraceFault {
    while (!stream.decode(table)) {
      if (stream.cut || !generations.load(stream)) {
        return false;
      }
    }
    return true;
  }

  private boolean enterGeneration() throws TraceFault {
    List<Stream> waiting = generations.active().stream().filter(stream -> stream.waits).toList();
    if (!waiting.isEmpty() || generations.trouble().isPresent()) {
      throw ending(waiting);
    }
    if (!generations.next()) {
      if (generations.trouble().isPresent()) {
        throw ending(waiting);
      }
      return false;
    }
    order.enter(generations.number(), generations.nanosPerTick());
    for (Stream stream : generations.active()) {
      if (refill(stream)) {
        frontier.add(stream);
      }
    }
    return true;
  }

  private TraceFault ending(List<Stream> waiting) {
    Optional<TraceFault> trouble = generations.trouble();
    if (trouble.isPresent() && trouble.get().trouble() != Trouble.CUT_OFF) {
      return trouble.get();
    }
    if (trouble.isEmpty() && !generations.mayBeCut()) {
      return new TraceFault(
          Trouble.NO_ORDER,
          earliest(waiting, size),
          order.explanation().message(generations.number(), waiting));
    }
    long position = trouble.map(TraceFault::position).orElse(size);
    for (Stream stream : generations.active()) {
      if (stream.cut) {
        position = stream.position();
      }
    }
    return new TraceFault(
        Trouble.CUT_OFF,
        earliest(waiting, position),
        trouble.map(TraceFault::getMessage).orElse("the file ends inside of a generation"));
  }

  private static long earliest(List<Stream> waiting, long position) {
    return waiting.stream().mapToLong(Stream::position).reduce(position, Math::min);
  }

  @Override
  public Optional<String> text(long number) {
    return generations.text(number);
  }

  @Override
  public long bytesDone() {
    return generations.bytesDone();
  }

  @Override
  public List<String> warnings() {
    List<String> lines = new ArrayList<>();
    if (order.reversals() > 0) {
      lines.add("time runs backwards: events=" + order.reversals());
    }
    if (order.waits() > 0) {
      lines.add("events that are earlier than what they follow: events=" + order.waits());
    }
    return List.copyOf(lines);
  }
}
