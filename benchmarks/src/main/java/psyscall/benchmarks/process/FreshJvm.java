package psyscall.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a new virtual machine is started: nothing that ran before is warm in it or lies in its heap.
///
/// @param java the program to start
/// @param classPath where its classes are
/// @param options for the virtual machine
public record FreshJvm(String java, String classPath, List<String> options) {
  /// Copies the list.
  public FreshJvm {
    options = List.copyOf(options);
  }

  /// The same Java and the same classes as those that run now.
  ///
  /// @param options for the virtual machine
  /// @return how to start it
  /// @throws IllegalStateException if the system does not tell which program runs now
  public static FreshJvm likeThis(List<String> options) {
    String java =
        ProcessHandle.current()
            .info()
            .command()
            .orElseThrow(() -> new IllegalStateException("the running program is not known"));
    return new FreshJvm(java, ManagementFactory.getRuntimeMXBean().getClassPath(), options);
  }

  /// Starts one, and waits until it has ended.
  ///
  /// @param main the class whose `main` is called with the name of a file, to which it writes a
  ///   line of fields for each thing it found, and the words of a line of fields
  /// @param order what it is to do
  /// @return what it found
  /// @throws IllegalStateException if it failed
  public List<Fields> run(Class<?> main, Fields order) {
    try {
      Path answer = Files.createTempFile("psyscall-benchmark", ".txt");
      try {
        start(main, order, answer);
        return Files.readAllLines(answer).stream().map(Fields::parse).toList();
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(Class<?> main, Fields order, Path answer) throws IOException {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName(), answer.toString()));
    command.addAll(List.of(order.line().split(" ", -1)));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start();
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(
            "a measuring process failed: exit=" + code + ", order=" + order.line());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring: order=" + order.line(), e);
    }
  }

  /// Writes what a started process found.
  ///
  /// @param answer the file it was given
  /// @param found a line each
  public static void answer(Path answer, List<Fields> found) {
    try {
      Files.write(answer, found.stream().map(Fields::line).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
