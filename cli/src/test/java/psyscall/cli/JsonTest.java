package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// Documents for programs, against the schemas that are published for them.
class JsonTest {
  private static JsonNode document(CommandLineRun run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "check one-call --json,                                          0, holds",
    "check one-call hand-off --json,                                 0, holds",
    "check --bug=go6070 --json,                                     12, violated",
    "check two-calls-one-p --max-states=100 --json,                 16, inconclusive",
    "check one-call --property=aba-happens --json,                  10, vacuous",
    "check one-call --max-time=1h --max-memory=1GB --json,           0, holds",
    "check one-call --search=dfs --symmetry=off --json,              0, holds",
    "check one-call --search=random --seed=1 --json,                 0, sampled",
  })
  void checkDocumentKeepsItsSchema(String line, int exit, String verdict) throws IOException {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    JsonNode document = document(run);

    assertThat(JsonSchema.published("check.schema.json").faults(document)).isEmpty();
    assertThat(run.code()).isEqualTo(exit);
    assertThat(document.get("exit").intValue()).isEqualTo(exit);
    assertThat(document.get("results").get(0).get("verdict").textValue()).isEqualTo(verdict);
    assertThat(document.get("verdict").textValue()).startsWith(verdict + ": ");
  }

  @Test
  void checkDocumentTellsTheCounts() throws IOException {
    JsonNode result =
        document(CommandLineRun.of("check", "one-call", "--symmetry=off", "--json"))
            .get("results")
            .get(0);

    assertThat(result.get("scenario").textValue()).isEqualTo("one-call");
    assertThat(result.get("release").textValue()).isEqualTo("1.10.8");
    assertThat(result.get("states").longValue()).isEqualTo(24);
    assertThat(result.get("transitions").longValue()).isEqualTo(23);
    assertThat(result.get("depth").intValue()).isEqualTo(23);
    assertThat(result.get("pinned").get("states").longValue()).isEqualTo(24);
  }

  @Test
  void checkDocumentTellsHowItWasSearched() throws IOException {
    JsonNode document =
        document(CommandLineRun.of("check", "one-call", "--threads=3", "--symmetry=off", "--json"));
    JsonNode result = document.get("results").get(0);

    assertThat(document.get("search").toString())
        .isEqualTo("{\"order\":\"bfs\",\"threads\":3,\"seed\":null,\"steps\":null,\"runs\":null}");
    assertThat(result.get("symmetry").toString()).isEqualTo("{\"use\":\"off\",\"reason\":null}");
    assertThat(result.get("memory").get("words").intValue()).isEqualTo(2);
    assertThat(result.get("memory").get("bytesPerState").doubleValue()).isGreaterThan(16);
    assertThat(result.get("memory").get("peakBytes").longValue())
        .isGreaterThanOrEqualTo(result.get("memory").get("storedBytes").longValue());
  }

  @ParameterizedTest
  @CsvSource({
    "simulate one-call --seed=1 --runs=10 --json,         0, sampled",
    "simulate --bug=go6070 --seed=7 --json,              12, violated",
  })
  void simulateDocumentKeepsItsSchema(String line, int exit, String verdict) throws IOException {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    JsonNode document = document(run);

    assertThat(JsonSchema.published("simulate.schema.json").faults(document)).isEmpty();
    assertThat(run.code()).isEqualTo(exit);
    assertThat(document.get("exit").intValue()).isEqualTo(exit);
    assertThat(document.get("verdict").textValue()).startsWith(verdict + ": ");
  }

  @Test
  void schemaRefusesWhatItShould() throws IOException {
    JsonSchema schema = JsonSchema.published("check.schema.json");
    ObjectNode document = (ObjectNode) document(CommandLineRun.of("check", "one-call", "--json"));
    document.put("exit", 7).put("surprise", true).remove("version");
    ((ObjectNode) document.get("results").get(0)).put("states", "many");

    assertThat(schema.faults(document))
        .containsExactly(
            "$: missing \"version\"",
            "$.results[0].states: wanted=\"integer\", given=STRING",
            "$.exit: wanted=[0,10,11,12,13,15,16,130,255], given=7",
            "$.surprise: not in the schema");
  }

  @Test
  void diffDocumentKeepsItsSchema() throws IOException {
    CommandLineRun run = CommandLineRun.of("diff", "1.10.8", "1.14.15", "--json");

    JsonNode document = document(run);

    assertThat(JsonSchema.published("diff.schema.json").faults(document)).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(document.get("changes").get(0).get("name").textValue()).isEqualTo("oldp");
    assertThat(document.get("worlds")).hasSize(3);
  }

  @Test
  void listOfScenariosKeepsItsSchema() throws IOException {
    JsonNode document = document(CommandLineRun.of("list", "scenarios", "--json"));

    assertThat(JsonSchema.published("list-scenarios.schema.json").faults(document)).isEmpty();
    assertThat(
            IntStream.range(0, document.size())
                .mapToObj(at -> document.get(at).get("name").textValue()))
        .containsExactlyElementsOf(Scenarios.all().stream().map(Scenario::name).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"properties", "bugs", "rules", "throws", "events", "syscalls", "citations"})
  void everyListIsAnArrayOfObjects(String what) throws IOException {
    CommandLineRun run = CommandLineRun.of("list", what, "--json");

    JsonNode document = document(run);

    assertThat(run.code()).isZero();
    assertThat(document.isArray()).isTrue();
    assertThat(document.size()).isGreaterThan(10);
    assertThat(document).allMatch(JsonNode::isObject);
    assertThat(run.lines().size())
        .as("as many rows as entries at least")
        .isGreaterThan(CommandLineRun.of("list", what).lines().size());
  }
}
