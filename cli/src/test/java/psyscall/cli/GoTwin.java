package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import psyscall.cli.style.SourceTree;
import psyscall.model.workload.Workload;

/// A Go program that does what a shipped program does: `main.go` in the folder of its name below
/// `executable-model/src/test/go`.
///
/// It uses nothing that Go 1.10 lacks, takes GOMAXPROCS from its environment, prints to `stdout`
/// what the program prints, and may tell its time by the line `total <microseconds>` on `stderr`.
///
/// @param name the name of the shipped program
/// @param folder where its source is
record GoTwin(String name, Path folder) {
  private static final Pattern TOTAL = Pattern.compile("(?m)^total (\\d+)$");
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);

  /// A run of it.
  ///
  /// @param isGood whether it came to its end, and says that all went well
  /// @param lines what it printed, in order, with times left out
  /// @param totalMicros how long it says it took
  record Run(boolean isGood, List<String> lines, OptionalLong totalMicros) {}

  /// All that are there, by name.
  static List<GoTwin> all() throws IOException {
    Path folder = SourceTree.find().root().resolve("executable-model/src/test/go");
    try (Stream<Path> below = Files.list(folder)) {
      return below
          .filter(each -> Files.isRegularFile(each.resolve("main.go")))
          .sorted()
          .map(each -> new GoTwin(each.getFileName().toString(), each))
          .toList();
    }
  }

  /// The tree of a release in Go's module cache, if it is there.
  static Optional<Path> tree(String release) {
    List<Path> caches = new ArrayList<>();
    Optional.ofNullable(System.getenv("GOMODCACHE")).map(Path::of).ifPresent(caches::add);
    Optional.ofNullable(System.getenv("GOPATH"))
        .map(path -> Path.of(path, "pkg/mod"))
        .ifPresent(caches::add);
    caches.add(Path.of(System.getProperty("user.home"), "go/pkg/mod"));
    return caches.stream()
        .map(cache -> cache.resolve("golang.org/toolchain@v0.0.1-go" + release + ".linux-amd64"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /// Lines without their times.
  static List<String> withoutTimes(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceAll("\\b\\d+(\\.\\d+)?(ns|us|µs|ms|s)\\b", "<time>"))
        .toList();
  }

  /// Builds it.
  ///
  /// @param tree the tree of a release
  /// @param place where the program goes
  /// @return the program
  Path build(Path tree, Path place) throws IOException, InterruptedException {
    Path program = place.resolve(name);
    List<String> words =
        List.of(tree.resolve("bin/go").toString(), "build", "-o", program.toString(), ".");
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "GOROOT", tree.toString(),
                "GOTOOLCHAIN", "local",
                "GOENV", "off",
                "GOFLAGS", "",
                "GO111MODULE", "off",
                "GOPATH", place.resolve("gopath").toString(),
                "CGO_ENABLED", "0"));
    Path said = place.resolve(name + ".txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(BUILD_LIMIT.toSeconds(), TimeUnit.SECONDS)).as("built").isTrue();
    assertThat(process.exitValue()).as("%s: %s", name, Files.readString(said)).isZero();
    return program;
  }

  /// Runs it.
  ///
  /// @param program what was built
  /// @param workload where it runs: GOMAXPROCS and the way of preemption
  /// @param limit when it is killed
  static Run run(Path program, Workload workload, Duration limit)
      throws IOException, InterruptedException {
    Path out = program.resolveSibling("out.txt");
    Path err = program.resolveSibling("err.txt");
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    String off =
        switch (workload.preemption()) {
          case ASYNCHRONOUS -> "0";
          case COOPERATIVE -> "1";
        };
    builder.environment().put("GOMAXPROCS", String.valueOf(workload.processors()));
    builder.environment().put("GODEBUG", "asyncpreemptoff=" + off);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    boolean isOver = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (!isOver) {
      process.destroyForcibly().waitFor();
    }
    Matcher total = TOTAL.matcher(Files.readString(err, StandardCharsets.UTF_8));
    return new Run(
        isOver && process.exitValue() == 0,
        withoutTimes(Files.readAllLines(out, StandardCharsets.UTF_8)),
        total.find() ? OptionalLong.of(Long.parseLong(total.group(1))) : OptionalLong.empty());
  }
}
