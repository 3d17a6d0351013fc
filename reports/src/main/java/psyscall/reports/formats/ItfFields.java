package psyscall.reports.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of JSON objects, each with its place in the file for messages.
///
/// @param object a JSON object
/// @param where its place
record ItfFields(JsonNode object, String where) {

  /// The fields of a part of the file.
  ///
  /// @throws TraceFormatException if it is not an object
  static ItfFields of(JsonNode node, String where) throws TraceFormatException {
    if (!node.isObject()) {
      throw TraceFormatException.at("wrong kind of value", where, "an object");
    }
    return new ItfFields(node, where);
  }

  /// A field that must be there.
  JsonNode value(String name) throws TraceFormatException {
    JsonNode value = object.get(name);
    if (value == null) {
      throw TraceFormatException.at("missing field", where, "a field " + name);
    }
    return value;
  }

  /// An object in a field.
  ItfFields inside(String name) throws TraceFormatException {
    return of(value(name), where + " " + name);
  }

  /// An array in a field.
  JsonNode array(String name) throws TraceFormatException {
    JsonNode value = value(name);
    if (!value.isArray()) {
      throw TraceFormatException.at("wrong kind of value", where + " " + name, "an array");
    }
    return value;
  }

  /// A printable text in a field.
  String text(String name) throws TraceFormatException {
    return text(value(name), where + " " + name);
  }

  /// A printable text in a field that may be missing.
  Optional<String> optionalText(String name) throws TraceFormatException {
    return object.has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /// A text without control characters, which could steer the terminal that it is printed on.
  static String text(JsonNode value, String where) throws TraceFormatException {
    if (!value.isTextual()) {
      throw TraceFormatException.at("wrong kind of value", where, "a string");
    }
    String text = value.textValue();
    if (text.codePoints().anyMatch(ItfFields::isControl)) {
      throw TraceFormatException.at("control character", where, "printable text");
    }
    return text;
  }

  private static boolean isControl(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /// A count in a field.
  int count(String name) throws TraceFormatException {
    JsonNode value = value(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      throw TraceFormatException.at("wrong kind of value", where + " " + name, "a number from 0");
    }
    return value.intValue();
  }

  /// The texts of an object of texts, in the order of the file.
  Map<String, String> texts(String name) throws TraceFormatException {
    ItfFields inner = inside(name);
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : inner.object.properties()) {
      texts.put(entry.getKey(), text(entry.getValue(), inner.where + " " + name));
    }
    return texts;
  }

  /// Refuses fields that are none of some.
  void only(java.util.Collection<String> allowed, String wanted) throws TraceFormatException {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!allowed.contains(entry.getKey())) {
        throw TraceFormatException.at(
            "unknown field " + TraceFormatException.quote(entry.getKey()), where, wanted);
      }
    }
  }
}
