package psyscall.benchmarks.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.process.FreshJvm;
import psyscall.benchmarks.workload.Subject;

/// Makes one search that judges nothing and ends, so that its whole process can be compared with
/// that of another program.
public final class PlainSearchProbe {
  /// The field of the second line: the most memory that the process had of the machine, in bytes; 0
  /// where the system does not tell.
  public static final String RESIDENT_BYTES = "residentBytes";

  private static final Path STATUS = Path.of("/proc/self/status");

  private PlainSearchProbe() {}

  /// Searches, writes a line of figures, and one for the process.
  ///
  /// @param args the file to write to, then the words of a [SearchOrder]
  public static void main(String[] args) {
    String words = String.join(" ", Arrays.asList(args).subList(1, args.length));
    SearchOrder order = SearchOrder.of(Fields.parse(words));
    SearchFigures figures =
        SearchProbe.search(order, Subject.unjudged(order.scenario()), new Stopwatch());
    TreeMap<String, String> process = new TreeMap<>();
    process.put(RESIDENT_BYTES, Long.toString(residentBytes()));
    FreshJvm.answer(Path.of(args[0]), List.of(figures.fields(), new Fields(process)));
  }

  private static long residentBytes() {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
