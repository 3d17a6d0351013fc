package psyscall.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A program that is run to its end.
///
/// @param folder in which it runs
/// @param words the program and what it is given
public record Command(Path folder, List<String> words) {
  /// Copies the list.
  public Command {
    words = List.copyOf(words);
  }

  /// What it did.
  ///
  /// @param output all that it printed
  /// @param nanos from its start to its end
  /// @param code its exit code; 128 and the number of a signal if that ended it
  public record Outcome(String output, long nanos, int code) {}

  /// Runs it, and waits until it has ended.
  ///
  /// @return what it did
  /// @throws IllegalStateException if it failed; with the last line that it printed
  public Outcome run() {
    Outcome outcome = toItsEnd();
    if (outcome.code() != 0) {
      String last = outcome.output().lines().reduce("", (_, line) -> line);
      throw new IllegalStateException(
          "a program failed: exit="
              + outcome.code()
              + ", program="
              + words.getFirst()
              + ", said="
              + last);
    }
    return outcome;
  }

  private Outcome toItsEnd() {
    try {
      // A pipe would have to be read while it runs, beside what is measured.
      Path printed = Files.createTempFile("psyscall-command", ".txt");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        long start = System.nanoTime();
        int code = end(builder.start());
        long nanos = System.nanoTime() - start;
        String output = Files.readString(printed);
        return new Outcome(output, nanos, code);
      } finally {
        Files.deleteIfExists(printed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int end(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: program=" + words.getFirst(), e);
    }
  }
}
