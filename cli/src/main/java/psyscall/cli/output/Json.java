package psyscall.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import psyscall.spec.scenario.Scenario;

/// JSON documents, their fields in the order in which they were put.
public final class Json {
  private Json() {}

  /// An empty object.
  ///
  /// @return a fresh node
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// An empty array.
  ///
  /// @return a fresh node
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /// An array of texts.
  ///
  /// @param texts in order
  /// @return a fresh node
  public static ArrayNode texts(List<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  /// The sizes of a scenario as fields of an object.
  ///
  /// @param scenario the scenario
  /// @return an object with `ms`, `ps` and `gs`
  public static ObjectNode sizes(Scenario scenario) {
    return object()
        .put("ms", scenario.threads())
        .put("ps", scenario.processors())
        .put("gs", scenario.programs().size());
  }

  /// A document as text.
  ///
  /// @param document the whole of it
  /// @return indented by two spaces, lines ended by `\n`, the last one too
  public static String text(JsonNode document) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes always has a text", e);
    }
  }
}
