package psyscall.checker.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import psyscall.checker.oracle.Conformance.Stream;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

/// What each thread of a run, or each P in the first format, had done before an event, and what it
/// does next: found by reading the run again, so that judging it costs nothing for that.
final class Streams {
  /// As many are told of.
  private static final int STREAMS_MAX = 32;

  /// As far it is looked for what is next.
  private static final int AHEAD_MAX = 50_000;

  private static final String NOTHING = "nothing more";

  private final Map<Long, Long> consumed = new TreeMap<>();
  private final Map<Long, String> next = new TreeMap<>();
  private String noun = "thread ";

  private Streams() {}

  /// Reads a run again.
  ///
  /// @param run the run
  /// @param memory how much the reader may allocate
  /// @param number the event that was refused, from 1
  /// @return the first few of its threads or Ps, by their ids
  static List<Stream> before(Run run, MemoryAllowance memory, long number) {
    Streams streams = new Streams();
    try {
      streams.read(run.open(memory), number);
    } catch (TraceFault _) {
      // It was said already where the run ends; what was seen until there counts.
      return streams.result();
    }
    return streams.result();
  }

  private void read(EventSource source, long number) throws TraceFault {
    boolean byThread = source.format().tellsThreads();
    noun = byThread ? "thread " : "P ";
    TraceEvent event = new TraceEvent();
    long last = number + AHEAD_MAX;
    while (event.number() < last && source.next(event)) {
      long id = byThread ? event.thread() : event.processor();
      if (!consumed.containsKey(id) && consumed.size() >= STREAMS_MAX) {
        continue;
      }
      if (event.number() < number) {
        consumed.merge(id, 1L, Long::sum);
      } else {
        consumed.putIfAbsent(id, 0L);
        if (!next.containsKey(id)) {
          next.put(id, EventText.of(event));
        }
      }
    }
  }

  private List<Stream> result() {
    List<Stream> result = new ArrayList<>();
    consumed.forEach(
        (id, count) -> {
          String name = id == TraceEvent.NONE ? "no " + noun.strip() : noun + id;
          result.add(new Stream(name, count, next.getOrDefault(id, NOTHING)));
        });
    return result;
  }
}
