package psyscall.benchmarks.probe;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.process.FreshJvm;
import psyscall.checker.oracle.Conformance;
import psyscall.checker.oracle.Oracle;
import psyscall.checker.oracle.Run;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

/// Measures how long it takes to read, or to judge, all events of an execution trace: the first
/// time, and when the code is compiled.
///
/// The time is that of all processors, so it has the work of the compiler and of the collector in
/// it; the start of the virtual machine is left out.
public final class TraceProbe {
  private static final int WARM_PASS = 3;
  private static final long ALLOWANCE = 512L << 20;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Path STATUS = Path.of("/proc/self/status");

  private TraceProbe() {}

  /// Measures and writes one line.
  ///
  /// @param args the file to write to, then `trace=` with the file, and `who=reader` or
  ///   `who=oracle`
  /// @throws TraceFault if the trace cannot be read to its end
  /// @throws IllegalStateException if the oracle does not explain it
  public static void main(String[] args) throws TraceFault {
    Fields order = Fields.parse(String.join(" ", Arrays.asList(args).subList(1, args.length)));
    Path file = Path.of(order.text("trace"));
    boolean judges = order.text("who").equals("oracle");
    try (Arena arena = Arena.ofConfined();
        FileChannel channel = FileChannel.open(file)) {
      MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      Run run = Run.ofGo(bytes);
      double[] seconds = new double[WARM_PASS];
      Pass pass = new Pass(0, 0);
      for (int at = 0; at < WARM_PASS; at++) {
        long before = processorTime();
        pass = judges ? judge(run) : read(run);
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
                          "rss", Long.toString(residentMegabytes()),
                          "first", decimal(seconds[0]),
                          "cpu", decimal(seconds[WARM_PASS - 1]))))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the trace: file=" + file, e);
    }
  }

  /// What came out of one pass.
  ///
  /// @param events how many events there are
  /// @param memory what the reader holds at the end, in bytes; of the oracle it is not known
  private record Pass(long events, long memory) {}

  private static Pass read(Run run) throws TraceFault {
    MemoryAllowance allowance = new MemoryAllowance(ALLOWANCE);
    EventSource source = run.open(allowance);
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

  private static Pass judge(Run run) {
    Conformance answer = Oracle.ofGo().judge(run, ALLOWANCE, (_, _) -> true);
    if (answer instanceof Conformance.Explained) {
      return new Pass(answer.counts().events(), 0);
    }
    throw new IllegalStateException("measured trace that is not explained: answer=" + answer);
  }

  /// The most memory of the machine that this process had, the mapped file included.
  private static long residentMegabytes() throws IOException {
    for (String line : Files.isReadable(STATUS) ? Files.readAllLines(STATUS) : List.<String>of()) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
      }
    }
    return 0;
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
