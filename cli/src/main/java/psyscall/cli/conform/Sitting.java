package psyscall.cli.conform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.cli.output.Words;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.cli.session.UnreadableInput;
import psyscall.cli.session.WrongUsage;
import psyscall.model.assembly.Printable;

/// Files that are judged one after the other, and what comes of all of them.
public final class Sitting {
  /// The word for telling the format by the file.
  public static final String AUTO = "auto";

  private final Session session;
  private final List<FormatJudge> judges;
  private final Optional<FormatJudge> wanted;
  private final List<Judged> results = new ArrayList<>();

  /// Begins.
  ///
  /// @param session who may end it
  /// @param judges one for each format
  /// @param format the name of one, or [#AUTO]
  /// @throws WrongUsage if there is no such format
  public Sitting(Session session, List<FormatJudge> judges, String format) {
    this.session = session;
    this.judges = List.copyOf(judges);
    wanted = judges.stream().filter(judge -> judge.name().equals(format)).findFirst();
    if (wanted.isEmpty() && !format.equals(AUTO)) {
      List<String> choices = new ArrayList<>(List.of(AUTO));
      judges.forEach(judge -> choices.add(judge.name()));
      throw new WrongUsage("unknown format: name=%s, choices=%s".formatted(format, choices));
    }
  }

  /// The recordings of a folder.
  ///
  /// @param folder whose files are looked at, not those of folders in it
  /// @return those that are named as recordings are, by name
  /// @throws UnreadableInput if it cannot be read, or has none
  public static List<Path> recordings(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files
              .filter(file -> RecordingName.of(name(file)).isPresent() && Files.isRegularFile(file))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new UnreadableInput(
            "no recordings: folder=%s, wanted=goRELEASE-SCENARIO-pN.trace".formatted(folder));
      }
      return found;
    } catch (IOException e) {
      throw new UnreadableInput(
          "cannot read the folder: path=" + folder + ", " + EnvironmentFailure.reason(e));
    }
  }

  private static String name(Path file) {
    return Printable.of(String.valueOf(file.getFileName()));
  }

  /// Judges a file.
  ///
  /// @param file its path
  /// @return what is said about it, also if it cannot be read
  public Judged judge(Path file) {
    Judged judged;
    try {
      judged = judgeFor(file).judge(file, name(file));
    } catch (UnreadableInput problem) {
      judged = unreadable(name(file), problem.text());
    }
    results.add(judged);
    return judged;
  }

  private FormatJudge judgeFor(Path file) {
    if (wanted.isPresent()) {
      return wanted.get();
    }
    byte[] beginning = beginning(file);
    return judges.stream()
        .filter(judge -> judge.reads(beginning))
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableInput(
                    "no format that is known: file=%s, formats=%s"
                        .formatted(name(file), judges.stream().map(FormatJudge::name).toList())));
  }

  private static byte[] beginning(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(FormatJudge.BEGINNING);
    } catch (IOException e) {
      throw new UnreadableInput(
          "cannot read the file: file=" + name(file) + ", " + EnvironmentFailure.reason(e));
    }
  }

  private static Judged unreadable(String name, String why) {
    String verdict = "not readable";
    return new Judged(
        name,
        verdict,
        ExitCode.UNREADABLE,
        List.of(),
        "%s: %s: %s".formatted(name, verdict, why),
        ConformDocument.file(name, AUTO, verdict, ExitCode.UNREADABLE, why));
  }

  /// Whether the user has ended it.
  ///
  /// @return whether no more files are to be judged
  public boolean isEnded() {
    return session.interruption().isRequested();
  }

  /// What was said until now.
  ///
  /// @return one for each file, in order
  public List<Judged> results() {
    return List.copyOf(results);
  }

  /// All of it in one line.
  ///
  /// @return how many files were explained
  public String verdict() {
    long explained = results.stream().filter(Judged::isExplained).count();
    String text =
        explained == results.size()
            ? "explained: all " + Words.count(explained, "file")
            : "not all explained: %d of %s"
                .formatted(explained, Words.count(results.size(), "file"));
    return isEnded() ? "interrupted: " + text : text;
  }

  /// How the command ends.
  ///
  /// @return the first in the order of precedence
  public ExitCode exit() {
    return isEnded()
        ? ExitCode.INTERRUPTED
        : ExitCode.of(results.stream().map(Judged::exit).toList());
  }
}
