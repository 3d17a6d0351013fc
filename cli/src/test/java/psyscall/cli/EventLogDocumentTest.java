package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.cli.eventlog.LiveJudge;
import psyscall.cli.golden.Golden;
import psyscall.cli.session.ExitCode;
import psyscall.cli.style.SourceTree;
import psyscall.model.eventlog.EventLogHeader;
import psyscall.model.eventlog.Vocabulary;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.process.Event;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;

/// Holds `docs/event-log.md` against the rules of the lifecycle, and runs its examples.
class EventLogDocumentTest {
  private static final String BEGIN = "<!-- events -->\n";
  private static final String END = "<!-- end -->\n";
  private static final String NEEDS = "it needs this: ";
  private static final long PATIENCE_SECONDS = 120;

  private final Path document = SourceTree.find().root().resolve("docs/event-log.md");

  @TempDir private Path folder = Path.of("");

  @Test
  void tableIsThatOfTheRules() throws IOException {
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);

    new Golden(document).matches(text.substring(0, begin) + table() + text.substring(end));
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("| event | fields | what it says | what it needs |\n")
            .append("| --- | --- | --- | --- |\n");
    List<EventRule> rules = EventLogHeader.DEFAULT.lifecycle().traced();
    for (EventRule rule : rules) {
      table.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(rule.name(), fields(rule.event()), says(rule), claims(rule)));
    }
    table.append("\nNot in each release:\n\n");
    all().stream()
        .distinct()
        .filter(name -> releases(name).size() < IntStream.rangeClosed(5, 26).count())
        .forEach(name -> table.append("- `%s`: %s%n".formatted(name, span(releases(name)))));
    return table.toString().replace("\r", "");
  }

  private static String span(List<Integer> minors) {
    String first = "1." + minors.getFirst();
    return minors.size() == 1 ? first : first + " to 1." + minors.getLast();
  }

  /// The events of all releases.
  private static List<String> all() {
    List<String> names = new ArrayList<>();
    for (int minor = EventLogHeader.MINOR_MIN; minor <= EventLogHeader.MINOR_MAX; minor++) {
      Vocabulary.of(new EventLogHeader(minor).lifecycle())
          .events()
          .forEach(event -> names.add(event.name()));
    }
    return names;
  }

  private static List<Integer> releases(String name) {
    return IntStream.rangeClosed(EventLogHeader.MINOR_MIN, EventLogHeader.MINOR_MAX)
        .filter(
            minor -> Vocabulary.of(new EventLogHeader(minor).lifecycle()).event(name).isPresent())
        .boxed()
        .toList();
  }

  private static String fields(Event event) {
    return event.parameters().stream()
        .map(field -> Vocabulary.isNeeded(field) ? field.name() : field.name() + "?")
        .collect(Collectors.joining(", "));
  }

  /// The summary of a rule, with its subject.
  private static String says(EventRule rule) {
    String first = rule.event().parameters().getFirst().name();
    String subject =
        switch (first) {
          case "g" -> "the goroutine ";
          case "p" -> "the P ";
          case String _ -> "the thread ";
        };
    return subject + rule.text().summary();
  }

  private static String claims(EventRule rule) {
    List<String> claims = new ArrayList<>();
    for (Line line : rule.text().opening().lines()) {
      if (line.statement() instanceof Statement.Assert guard) {
        String text = guard.otherwise().text();
        claims.add(text.substring(text.indexOf(NEEDS) + NEEDS.length()));
      }
    }
    return claims.isEmpty() ? "nothing" : String.join("; ", claims);
  }

  @Test
  void javaExampleIsExplained() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Example.java"), block("java"));
    String java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();

    explains(output(List.of(java, file.toString())), 15);
  }

  @Test
  void goExampleIsExplained() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("example.go"), block("go"));
    assumeTrue(isThere("go"), "no Go here: the example in Go is not run");

    explains(output(List.of("go", "run", file.toString())), 6);
  }

  @Test
  void wordsOfTheSchemaAreThoseOfTheReader() throws IOException {
    JsonNode schema =
        new ObjectMapper()
            .readTree(
                Files.readString(
                    SourceTree.find().root().resolve("docs/schema/event-log.schema.json")));
    List<String> words = new ArrayList<>();
    schema
        .path("properties")
        .path("status")
        .path("enum")
        .forEach(each -> words.add(each.textValue()));

    assertThat(words)
        .hasSize(9)
        .allMatch(
            word ->
                Vocabulary.holder(word).isPresent()
                    || Vocabulary.goroutineStatus(word).isPresent());
  }

  private String block(String language) throws IOException {
    String fence = "```" + language + "\n";
    String text = Files.readString(document);
    int begin = text.indexOf(fence) + fence.length();
    return text.substring(begin, text.indexOf("```", begin));
  }

  private static boolean isThere(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command, "version").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private String output(List<String> command) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private static void explains(String log, int events) {
    LiveRun run =
        LiveRun.of(
            new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
            LiveJudge.Form.TEXT,
            LiveJudge.OnRefusal.STOP);

    assertThat(run.lines()).last().isEqualTo("explained: %d events".formatted(events));
    assertThat(run.exit()).isEqualTo(ExitCode.HOLDS);
  }
}
