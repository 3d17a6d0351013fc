package psyscall.benchmarks.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where it was measured.
///
/// @param processor its model, caches and number of cores
/// @param memory how much there is, and the size of its pages
/// @param system the operating system
/// @param java the virtual machine
/// @param load how many threads of all programs ran on average in the minute before; less than 0 if
///   the system does not tell
public record Machine(String processor, String memory, String system, String java, double load) {
  private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");
  private static final Path LARGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

  /// This machine. What the system does not tell is said to be unknown.
  ///
  /// @return its description
  public static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    String model = field(Path.of("/proc/cpuinfo"), "model name").orElse("unknown processor");
    String memory = field(Path.of("/proc/meminfo"), "MemTotal").orElse("unknown");
    String pages = lines(LARGE_PAGES).stream().findFirst().orElse("unknown");
    return new Machine(
        "%s, cores: %d, caches: %s".formatted(model, system.getAvailableProcessors(), caches()),
        "%s, transparent huge pages: %s".formatted(memory, pages),
        "%s %s, %s".formatted(system.getName(), system.getVersion(), system.getArch()),
        "%s %s".formatted(runtime.getVmName(), runtime.getVmVersion()),
        system.getSystemLoadAverage());
  }

  private static String caches() {
    List<String> sizes =
        IntStream.range(0, 8)
            .mapToObj(index -> CACHES.resolve("index" + index))
            .filter(Files::isDirectory)
            .map(folder -> "L" + first(folder, "level") + " " + first(folder, "size"))
            .toList();
    return sizes.isEmpty() ? "unknown" : String.join(" + ", sizes);
  }

  private static String first(Path folder, String file) {
    return lines(folder.resolve(file)).stream().findFirst().orElse("?");
  }

  private static Optional<String> field(Path file, String name) {
    return lines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  private static List<String> lines(Path file) {
    if (!Files.isReadable(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
