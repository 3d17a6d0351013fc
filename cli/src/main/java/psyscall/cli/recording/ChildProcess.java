package psyscall.cli.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.Interruption;

/// A program of others that is run to its end, or killed with its children when its time is up.
///
/// @param words the program and what it is given
/// @param folder in which it runs
/// @param settings variables that are set for it; those of Go that it inherits otherwise are
///   removed
/// @param limit how long it may take
record ChildProcess(List<String> words, Path folder, Map<String, String> settings, Duration limit) {
  /// Variables that would change what is built or how it runs.
  private static final List<String> REMOVED =
      List.of(
          "GOROOT",
          "GODEBUG",
          "GOMAXPROCS",
          "GOGC",
          "GOMEMLIMIT",
          "GOTRACEBACK",
          "GOOS",
          "GOARCH",
          "GOAMD64",
          "GOEXPERIMENT",
          "GOWORK",
          "GOROOT_FINAL",
          "GOTOOLDIR");

  /// Headings and progress of the Go client.
  private static final Pattern SAYS_NOTHING = Pattern.compile("^# |^go: downloading ");

  /// How often it is looked whether somebody wants the end.
  private static final long LOOK_MILLIS = 20;

  /// How long it is waited for a child that was killed.
  private static final long KILL_MILLIS = 1_000;

  /// How much of what it prints is kept.
  private static final int OUTPUT_MAX = 1 << 16;

  /// Copies the parts.
  ChildProcess {
    words = List.copyOf(words);
    settings = Map.copyOf(settings);
  }

  /// How it ended.
  enum End {
    /// By itself.
    EXITED,
    /// It was killed, since it took too long.
    TIME_LIMIT,
    /// It was killed, since the user ended the run.
    INTERRUPTED
  }

  /// What it did.
  ///
  /// @param end how it ended
  /// @param code its exit code; 128 and the number of a signal if that ended it
  /// @param output the first 64 KB that it printed, results and complaints
  record Outcome(End end, int code, String output) {
    /// Whether it ended by itself and says that all went well.
    boolean isGood() {
      return end == End.EXITED && code == 0;
    }

    /// The first line that says something, for a message of one line.
    ///
    /// @return at most 200 letters of it, without control characters
    String complaint() {
      String line =
          output
              .lines()
              .map(String::strip)
              .filter(text -> !text.isEmpty() && !SAYS_NOTHING.matcher(text).find())
              .findFirst()
              .orElse("nothing");
      String shown = line.replaceAll("\\p{Cntrl}", " ");
      return shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
    }
  }

  /// Runs it.
  ///
  /// @param interruption whether it is to end
  /// @return what it did
  /// @throws EnvironmentFailure if it cannot be started
  Outcome run(Interruption interruption) {
    try {
      // A pipe would have to be read meanwhile, and would keep us waiting for its children.
      Path printed = Files.createTempFile("psyscall-child", ".txt");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().keySet().removeAll(REMOVED);
        builder.environment().putAll(settings);
        Process process = builder.start();
        process.getOutputStream().close();
        End end = awaitEnd(process, interruption);
        return new Outcome(end, end == End.EXITED ? process.exitValue() : -1, text(printed));
      } finally {
        Files.deleteIfExists(printed);
      }
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "cannot run a program: program="
              + words.getFirst()
              + ", "
              + EnvironmentFailure.reason(e));
    }
  }

  private End awaitEnd(Process process, Interruption interruption) {
    long begun = System.nanoTime();
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (interruption.isRequested()) {
          kill(process);
          return End.INTERRUPTED;
        }
        if (System.nanoTime() - begun > limit.toNanos()) {
          kill(process);
          return End.TIME_LIMIT;
        }
      }
      return End.EXITED;
    } catch (InterruptedException _) {
      kill(process);
      Thread.currentThread().interrupt();
      return End.INTERRUPTED;
    }
  }

  /// The children first, since they lose their parent otherwise and are not found any more.
  private static void kill(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    children.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    // Who inherits the children may be slow to notice their end.
    for (ProcessHandle child : children) {
      child.onExit().completeOnTimeout(child, KILL_MILLIS, TimeUnit.MILLISECONDS).join();
    }
  }

  private static String text(Path printed) throws IOException {
    try (var stream = Files.newInputStream(printed)) {
      return new String(stream.readNBytes(OUTPUT_MAX), StandardCharsets.UTF_8);
    }
  }
}
