package psyscall.benchmarks.probe;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.process.FreshJvm;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.model.trace2.ThreadTrace;

/// Measures how long a reader takes for all events of an execution trace: the first time, and when
/// its code is compiled.
///
/// The time is that of all processors, so it has the work of the compiler and of the collector in
/// it; the start of the virtual machine is left out.
public final class TraceProbe {
  private static final int WARM_PASS = 3;
  private static final long ALLOWANCE = 512L << 20;
  private static final double NANOS_PER_SECOND = 1e9;

  private TraceProbe() {}

  /// Measures and writes one line.
  ///
  /// @param args the file to write to, then `trace=` with the file to read
  /// @throws TraceFault if the trace cannot be read to its end
  public static void main(String[] args) throws TraceFault {
    Fields order = Fields.parse(String.join(" ", Arrays.asList(args).subList(1, args.length)));
    Path file = Path.of(order.text("trace"));
    try (Arena arena = Arena.ofConfined();
        FileChannel channel = FileChannel.open(file)) {
      MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      double[] seconds = new double[WARM_PASS];
      Pass pass = new Pass(0, 0);
      for (int at = 0; at < WARM_PASS; at++) {
        long before = processorTime();
        pass = read(bytes);
        seconds[at] = (processorTime() - before) / NANOS_PER_SECOND;
      }
      FreshJvm.answer(
          Path.of(args[0]),
          List.of(
              new Fields(
                  new TreeMap<>(
                      Map.of(
                          "events", Long.toString(pass.events()),
                          "memory", Long.toString(pass.memory()),
                          "first", decimal(seconds[0]),
                          "cpu", decimal(seconds[WARM_PASS - 1]))))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the trace: file=" + file, e);
    }
  }

  /// What came out of reading once.
  ///
  /// @param events how many events there are
  /// @param memory what the reader holds at the end, in bytes
  private record Pass(long events, long memory) {}

  private static Pass read(MemorySegment bytes) throws TraceFault {
    MemoryAllowance allowance = new MemoryAllowance(ALLOWANCE);
    EventSource source = ThreadTrace.open(bytes, allowance);
    TraceEvent event = new TraceEvent();
    long events = 0;
    long mixed = 0;
    while (source.next(event)) {
      events++;
      mixed += event.subject() + event.goroutine() + event.time();
    }
    if (mixed == Long.MIN_VALUE) {
      throw new IllegalStateException("the virtual machine may leave out what nobody uses");
    }
    return new Pass(events, allowance.used());
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
