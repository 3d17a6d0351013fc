package psyscall.cli.workload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value that knows where it stands.
///
/// @param line the line on which it begins, from 1
/// @param path how one gets there, such as `goroutines[1].operations`; empty for the whole
/// @param content the value
record Located(int line, String path, Content content) {

  /// A JSON value.
  sealed interface Content {}

  /// An object.
  ///
  /// @param members by name, in their order
  record Members(Map<String, Located> members) implements Content {}

  /// An array.
  ///
  /// @param elements in order
  record Elements(List<Located> elements) implements Content {}

  /// A text.
  ///
  /// @param text without its quotes
  record Text(String text) implements Content {}

  /// A number.
  ///
  /// @param number a whole number
  record Whole(long number) implements Content {}

  /// Anything else: a fraction, a large number, `true`, `false`, `null`.
  ///
  /// @param word as it was written
  record Other(String word) implements Content {}

  /// Reads a document.
  ///
  /// @param json the whole of it
  /// @return its value
  /// @throws WorkloadFault if it is not JSON, or goes on behind its end
  static Located read(String json) throws WorkloadFault {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = factory.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new WorkloadFault(1, "", "not JSON: nothing is there");
      }
      Located value = value(parser, "");
      if (parser.nextToken() != null) {
        throw new WorkloadFault(line(parser), "", "more than one value; leave the others out");
      }
      return value;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String message = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new WorkloadFault(line, "", "not JSON: " + message);
    } catch (IOException e) {
      throw new IllegalStateException("a text that cannot be read", e);
    }
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private static Located value(JsonParser parser, String path) throws IOException, WorkloadFault {
    int line = line(parser);
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return new Located(line, path, members(parser, path));
    }
    if (token == JsonToken.START_ARRAY) {
      return new Located(line, path, elements(parser, path));
    }
    if (token == JsonToken.VALUE_STRING) {
      return new Located(line, path, new Text(parser.getText()));
    }
    return new Located(line, path, number(parser));
  }

  private static Members members(JsonParser parser, String path) throws IOException, WorkloadFault {
    Map<String, Located> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser, path.isEmpty() ? name : path + "." + name));
    }
    return new Members(members);
  }

  private static Elements elements(JsonParser parser, String path)
      throws IOException, WorkloadFault {
    List<Located> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser, path + "[" + elements.size() + "]"));
    }
    return new Elements(elements);
  }

  private static Content number(JsonParser parser) throws IOException {
    boolean isWhole =
        parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    return isWhole ? new Whole(parser.getLongValue()) : new Other(parser.getText());
  }
}
