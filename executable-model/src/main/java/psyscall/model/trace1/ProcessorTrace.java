package psyscall.model.trace1;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.Format;
import psyscall.model.observe.Format.Family;
import psyscall.model.observe.Header;
import psyscall.model.observe.Kind;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// The events of a trace of Go 1.5 to 1.21.
///
/// What an event says of itself: the P in whose buffer it is ([TraceEvent#NONE] in the global
/// buffer), and the goroutine that this P ran before. The thread is never told; [Kind#PROC_START]
/// has it as value. Times are ticks of the clock, as they were written; where they run backwards
/// in the order, [#warnings] counts it.
///
/// [Kind#GO_SYS_EXIT] stands where its P wrote it, when the goroutine was about to run again. In
/// the 1.5 format it stands where the system call really ended, before the P in whose buffer it is
/// had anything to do with it.
///
/// [Kind#STW_BEGIN] and [Kind#STW_END]: before 1.10 the events are those of all who scan inside
/// one stop. Only the first beginning and the end that closes it are told as such, the others as
/// [Kind#OTHER]; the reason is told as 0, mark termination.
///
/// A file that lacks the frequency of the clock lacks events too, since that is written after
/// them. It is told only up to where a P that may have gone on has no more events (1.5 format: where
/// a number is missing), since beyond it what is missing could change what the rest means.
public final class ProcessorTrace implements EventSource {
  private static final int STOPS_OF_THE_WORLD = 10;

  private final Format format;
  private final EventTable table;
  private final BufferScan scan;
  private final Lane[] lanes;
  private final LaneOrder order;
  private final long size;
  private long count;
  private long latest = Long.MIN_VALUE;
  private long backwards;
  private int scanners;
  private boolean ended;
  private @Nullable TraceFault fault;

  private ProcessorTrace(MemorySegment bytes, Format format, MemoryAllowance allowance)
      throws TraceFault {
    this.format = format;
    size = bytes.byteSize();
    table = new EventTable(format.minor());
    scan = BufferScan.of(bytes, table, allowance);
    lanes = scan.lanes();
    order =
        table.numbered()
            ? new StampOrder(
                scan,
                table,
                new Lane(bytes, table, new Ranges(allowance), lanes.length, TraceEvent.NONE))
            : new GoroutineOrder(scan, table, allowance);
  }

  /// Opens a trace, and passes over all of it once.
  ///
  /// @param bytes the whole file; it must not change while the trace is read
  /// @param allowance asked before anything is allocated whose size the file decides
  /// @return its events
  /// @throws TraceFault if it is no trace of the first format, has bytes that are no event, or
  ///   needs more memory than allowed
  public static ProcessorTrace open(MemorySegment bytes, MemoryAllowance allowance)
      throws TraceFault {
    Format format = Header.of(bytes).orElseThrow(() -> Header.refused(bytes));
    if (format.family() != Family.GO_BY_PROCESSOR) {
      throw new TraceFault(
          Trouble.NOT_A_TRACE,
          0,
          "no trace of the first format: header=\"go 1.%d trace\", known=[1.5 to 1.21]"
              .formatted(format.minor()));
    }
    return new ProcessorTrace(bytes, format, allowance);
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public boolean next(TraceEvent event) throws TraceFault {
    if (fault != null) {
      throw fault;
    }
    Lane lane = first();
    if (lane == null) {
      end();
      return false;
    }
    fill(event, lane);
    order.pass(lane);
    return true;
  }

  private @Nullable Lane first() throws TraceFault {
    try {
      return order.first();
    } catch (TraceFault found) {
      fault = found;
      throw found;
    }
  }

  private void end() throws TraceFault {
    TraceFault stuck = scan.closed() ? order.stuck() : null;
    if (stuck == null && (scan.torn() || !scan.closed())) {
      stuck =
          new TraceFault(
              Trouble.CUT_OFF,
              scan.stop(),
              "the trace is cut off: byte=%d, events=%d, %s"
                  .formatted(
                      scan.stop(),
                      count,
                      scan.torn() ? "the file ends inside an event" : "no Frequency event"));
    }
    if (stuck != null) {
      fault = stuck;
      throw stuck;
    }
    ended = true;
  }

  private void fill(TraceEvent event, Lane lane) {
    long time = lane.time();
    if (time < latest) {
      backwards++;
    }
    latest = time;
    long current = lane.current();
    event.at(++count, lane.eventStart(), time, 0);
    event.by(TraceEvent.NONE, lane.processor(), current == 0 ? TraceEvent.NONE : current);
    Kind kind = table.kind(lane.type());
    switch (kind) {
      case PROC_START -> event.about(kind, lane.processor(), lane.first(), TraceEvent.NONE);
      case PROC_STOP -> event.about(kind, lane.processor(), TraceEvent.NONE, TraceEvent.NONE);
      case GO_CREATE, GO_START, GO_UNBLOCK, GO_WAITING, GO_IN_SYSCALL ->
          event.about(kind, lane.first(), TraceEvent.NONE, TraceEvent.NONE);
      case GO_SYS_EXIT -> event.about(kind, lane.first(), exitTime(lane), TraceEvent.NONE);
      case PROCS_CHANGE, GC_BEGIN ->
          event.about(kind, TraceEvent.NONE, lane.first(), TraceEvent.NONE);
      case STW_BEGIN, STW_END -> stop(event, lane, kind);
      case GO_DESTROY, GO_STOP, GO_BLOCK, GO_SYSCALL_BEGIN, GO_SYS_BLOCK, GC_END, OTHER ->
          event.about(kind, TraceEvent.NONE, TraceEvent.NONE, TraceEvent.NONE);
      case PROC_STEAL, PROC_STATUS, GO_CREATE_BLOCKED, GO_CREATE_SYSCALL, GO_DESTROY_SYSCALL,
          GO_SWITCH, GO_SWITCH_DESTROY, GO_STATUS, GO_SYSCALL_END, GO_SYSCALL_END_BLOCKED,
          GC_ACTIVE ->
          throw new IllegalStateException("no kind of the first format: kind=" + kind);
    }
  }

  /// When a system call really ended: the last argument.
  private long exitTime(Lane lane) {
    return table.values(lane.type()) == 2 ? lane.second() : lane.third();
  }

  /// Tells a stop of the world once, whoever else scans in it.
  private void stop(TraceEvent event, Lane lane, Kind kind) {
    if (format.minor() >= STOPS_OF_THE_WORLD) {
      event.about(kind, TraceEvent.NONE, lane.first(), TraceEvent.NONE);
      return;
    }
    boolean begins = kind == Kind.STW_BEGIN;
    boolean outermost = begins ? scanners == 0 : scanners <= 1;
    scanners = begins ? scanners + 1 : Math.max(0, scanners - 1);
    Kind told = outermost ? kind : Kind.OTHER;
    long value = told == Kind.STW_BEGIN ? 0 : TraceEvent.NONE;
    event.about(told, TraceEvent.NONE, value, TraceEvent.NONE);
  }

  @Override
  public Optional<String> text(long number) {
    return StopReasons.text(format.minor(), number);
  }

  @Override
  public long bytesDone() {
    long done = Header.LENGTH;
    for (Lane lane : lanes) {
      done += lane.consumed();
    }
    return ended ? size : done;
  }

  @Override
  public List<String> warnings() {
    List<String> all = new ArrayList<>();
    if (backwards > 0) {
      all.add("time runs backwards in the order of the events: count=" + backwards);
    }
    if (scan.closed() && scan.frequency() <= 0) {
      all.add("the frequency of the clock is not positive: frequency=" + scan.frequency());
    }
    return all;
  }
}
