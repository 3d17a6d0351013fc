package psyscall.cli.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.OutputFile;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.schedule.Decision;

/// A file with the seed of a run and the decisions of its scheduler, a line each: one that is
/// written.
///
/// Nothing is kept of it unless [#keep] is called.
public final class ScriptFile implements AutoCloseable {
  private static final Pattern SEED = Pattern.compile("seed (?<seed>\\d{1,10})");

  private final OutputFile out;

  /// What a file holds.
  ///
  /// @param seed that of the run, for what is drawn beside the scheduler
  /// @param decisions in order
  public record Script(long seed, List<Decision> decisions) {
    /// Copies the decisions.
    public Script {
      decisions = List.copyOf(decisions);
    }
  }

  private ScriptFile(OutputFile out) {
    this.out = out;
  }

  /// Opens a file.
  ///
  /// @param place where it will be
  /// @param seed that of the run
  /// @return the file, no decision in it
  /// @throws EnvironmentFailure if it cannot be written
  public static ScriptFile at(Path place, long seed) {
    ScriptFile file = new ScriptFile(OutputFile.at("schedule", place));
    file.line("seed " + seed);
    return file;
  }

  /// Writes a decision.
  ///
  /// @param decision the next one
  public void write(Decision decision) {
    line(decision.text());
  }

  private void line(String text) {
    byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
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
  /// @return the seed and the decisions
  /// @throws UnreadableInput if it cannot be read, naming the line
  public static Script read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UnreadableInput(
          "cannot read the schedule: file=" + file + ", " + EnvironmentFailure.reason(e));
    }
    String first = lines.isEmpty() ? "" : lines.getFirst();
    Matcher seed = SEED.matcher(first);
    if (!seed.matches()) {
      throw misread(file, 1, first, "the first line is like 'seed 7'");
    }
    List<Decision> decisions = new ArrayList<>();
    for (int at = 1; at < lines.size(); at++) {
      String line = lines.get(at);
      Optional<Decision> decision = Decision.parse(line);
      if (decision.isEmpty()) {
        throw misread(
            file,
            at + 1,
            line,
            "a line is like 'next 1 of 3', 'choose 0 of 2: the idle P' or 'lasts 100ns'");
      }
      decisions.add(decision.get());
    }
    return new Script(Long.parseLong(seed.group("seed")), decisions);
  }

  private static UnreadableInput misread(Path file, int line, String given, String wanted) {
    return new UnreadableInput(
        "cannot read the schedule: file=%s, line=%d, given='%s'; %s"
            .formatted(file, line, shortened(given), wanted));
  }

  private static String shortened(String line) {
    int shown = 60;
    return line.length() <= shown ? line : line.substring(0, shown) + "...";
  }
}
