package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.cli.style.SourceTree;

/// Runs `docs/cli.md`: each command after `$` in a block, whose output is the lines up to the next
/// one.
///
/// Commands are those of psyscall, and `head -c N FILE > FILE` to damage a trace; `echo $?` shows
/// the exit code of the one before. Files are in a folder of the test. A line `...` stands for any
/// lines. Progress is left out, times and versions are not compared. `-Dgolden=write` writes the
/// outputs of the commands that have no `...` into the document.
class CommandLineDocumentTest {
  private static final String FENCE = "```";
  private static final String ANY_LINES = "...";

  @TempDir private Path folder = Path.of("");
  private int code;

  /// A command with the lines that should follow it.
  private record Session(String command, List<String> output) {
    /// The lines that did follow it, with those left out that the document leaves out.
    List<String> abridged(List<String> whole) {
      int cut = output.indexOf(ANY_LINES);
      if (cut < 0 || whole.size() < output.size() - 1) {
        return whole;
      }
      List<String> shown = new ArrayList<>(whole.subList(0, cut));
      shown.add(ANY_LINES);
      shown.addAll(whole.subList(whole.size() - (output.size() - cut - 1), whole.size()));
      return shown;
    }

    boolean isFollowedBy(List<String> shown) {
      return normalised(shown).equals(normalised(output));
    }

    private static List<String> normalised(List<String> lines) {
      return lines.stream().map(Normalised::text).toList();
    }
  }

  @Test
  void commandsDoWhatTheDocumentSays() throws IOException {
    Path document = SourceTree.find().root().resolve("docs/cli.md");
    List<String> written = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    List<String> found = new ArrayList<>();
    List<String> lines = Files.readAllLines(document);
    int commands = 0;
    for (int at = 0; at < lines.size(); at++) {
      written.add(lines.get(at));
      if (!lines.get(at).startsWith(FENCE)) {
        continue;
      }
      int end = lines.subList(at + 1, lines.size()).indexOf(FENCE) + at + 1;
      for (Session session : sessions(lines.subList(at + 1, end))) {
        commands++;
        List<String> output = session.abridged(run(session.command()));
        List<String> kept = session.isFollowedBy(output) ? session.output() : output;
        wanted.addAll(shown(session.command(), session.output()));
        found.addAll(shown(session.command(), kept));
        written.addAll(shown(session.command(), kept));
      }
      written.add(FENCE);
      at = end;
    }
    if (System.getProperty("golden", "compare").equals("write")) {
      Files.writeString(document, String.join("\n", written) + "\n");
      return;
    }
    assertThat(commands).isGreaterThan(10);
    assertThat(found).as("%s; -Dgolden=write rewrites it", document).isEqualTo(wanted);
  }

  private static List<String> shown(String command, List<String> output) {
    return Stream.concat(Stream.of("$ " + command), output.stream()).toList();
  }

  private static List<Session> sessions(List<String> block) {
    List<Session> sessions = new ArrayList<>();
    for (String line : block) {
      if (line.startsWith("$ ")) {
        sessions.add(new Session(line.substring(2), new ArrayList<>()));
      } else {
        sessions.getLast().output().add(line);
      }
    }
    return sessions;
  }

  private List<String> run(String command) throws IOException {
    List<String> words = List.of(command.split(" "));
    return switch (words.getFirst()) {
      case "psyscall", "./psyscall" -> psyscall(words.subList(1, words.size()));
      case "echo" -> List.of(String.valueOf(code));
      case "head" -> {
        byte[] bytes = Files.readAllBytes(folder.resolve(words.get(3)));
        int length = Integer.parseInt(words.get(2));
        Files.write(folder.resolve(words.get(5)), Arrays.copyOf(bytes, length));
        yield List.of();
      }
      default -> throw new IllegalArgumentException("unknown command: line=" + command);
    };
  }

  /// What a terminal would show: both streams, without progress, files without their folder.
  private List<String> psyscall(List<String> words) {
    String[] args =
        words.stream()
            .map(word -> word.replaceAll("[\\w./-]+\\.itf\\.json", folder + "/$0"))
            .toArray(String[]::new);
    CommandLineRun run = CommandLineRun.of(args);
    code = run.code();
    return Stream.concat(run.lines().stream(), run.complaint().stream())
        .map(line -> line.replace(folder + "/", ""))
        .toList();
  }
}
