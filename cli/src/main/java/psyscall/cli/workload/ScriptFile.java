package psyscall.cli.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.schedule.Decision;

/// A file with the decisions of a scheduler, a line each: one that is written.
///
/// Nothing is kept of it unless [#keep] is called.
public final class ScriptFile implements AutoCloseable {
  private final OutputFile out;

  private ScriptFile(OutputFile out) {
    this.out = out;
  }

  /// Opens a file.
  ///
  /// @param place where it will be
  /// @return the file, nothing in it
  /// @throws EnvironmentFailure if it cannot be written
  public static ScriptFile at(Path place) {
    return new ScriptFile(OutputFile.at("schedule", place));
  }

  /// Writes a decision.
  ///
  /// @param decision the next one
  public void write(Decision decision) {
    byte[] line = (decision.text() + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(line, 0, line.length);
  }

  /// Puts it to its place. The run is over.
  ///
  /// @throws EnvironmentFailure if it cannot be written
  public void keep() {
    out.keep();
  }

  /// Removes it, if it was not put to its place.
  @Override
  public void close() {
    out.close();
  }

  /// Reads a file.
  ///
  /// @param file where it is
  /// @return the decisions, in order
  /// @throws UnreadableInput if it cannot be read, naming the line
  public static List<Decision> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UnreadableInput(
          "cannot read the schedule: file=" + file + ", " + EnvironmentFailure.reason(e));
    }
    List<Decision> script = new ArrayList<>();
    for (String line : lines) {
      script.add(
          Decision.parse(line)
              .orElseThrow(
                  () ->
                      new UnreadableInput(
                          "cannot read the schedule: file=%s, line=%d, given='%s'; a line is like"
                              .formatted(file, script.size() + 1, shortened(line))
                              + " 'next 1 of 3', 'choose 0 of 2: the idle P' or 'lasts 100ns'")));
    }
    return script;
  }

  private static String shortened(String line) {
    int shown = 60;
    return line.length() <= shown ? line : line.substring(0, shown) + "...";
  }
}
