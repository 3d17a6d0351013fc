package psyscall.cli.workload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A JSON value that knows where it stands.
///
/// @param line the line on which it begins, from 1
/// @param path how one gets there, such as `goroutines[1].operations`; empty for the whole
/// @param content the value
record Located(int line, String path, Content content) {
  /// How long a text or a name may be, in characters.
  static final int TEXT_MAX = 1000;

  /// How deep values may be inside each other; programs need less than ten. Paths grow with it.
  private static final int DEPTH_MAX = 32;

  /// What a parser says for programmers only.
  private static final Pattern ASIDE = Pattern.compile(", from `[^`]*`| \\(start marker at \\[.*");

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
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();
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
      throw new WorkloadFault(line, "", "not JSON: " + ASIDE.matcher(message).replaceAll(""));
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
      return new Located(line, path, new Text(plain(line, path, parser.getText())));
    }
    return new Located(line, path, number(parser));
  }

  private static Members members(JsonParser parser, String path) throws IOException, WorkloadFault {
    Map<String, Located> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = plain(line(parser), path, parser.currentName());
      parser.nextToken();
      members.put(name, value(parser, path.isEmpty() ? name : path + "." + name));
    }
    return new Members(members);
  }

  /// A text that can stand in one line of a message.
  private static String plain(int line, String path, String text) throws WorkloadFault {
    if (text.length() > TEXT_MAX) {
      throw new WorkloadFault(
          line, path, "text too long: length=%d, limit=%d".formatted(text.length(), TEXT_MAX));
    }
    OptionalInt odd = text.codePoints().filter(Located::isInvisible).findFirst();
    if (odd.isPresent()) {
      throw new WorkloadFault(
          line, path, "text with a control character: code=0x%x".formatted(odd.getAsInt()));
    }
    return text;
  }

  /// Whether a character breaks lines, or tells a terminal something.
  private static boolean isInvisible(int character) {
    int type = Character.getType(character);
    return (type == Character.CONTROL && character != '\t')
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
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
