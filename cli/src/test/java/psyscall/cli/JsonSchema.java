package psyscall.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import psyscall.cli.style.SourceTree;

/// As much of JSON Schema as the published schemas use: `type`, `enum`, `required`, `properties`,
/// `additionalProperties`, `items`.
///
/// @param schema the schema
record JsonSchema(JsonNode schema) {

  /// A published schema.
  ///
  /// @param name its file below `docs/schema`
  static JsonSchema published(String name) throws IOException {
    return new JsonSchema(
        new ObjectMapper()
            .readTree(Files.readString(SourceTree.find().root().resolve("docs/schema/" + name))));
  }

  /// What is wrong with a document.
  ///
  /// @param document any JSON
  List<String> faults(JsonNode document) {
    List<String> faults = new ArrayList<>();
    check(schema, document, "$", faults);
    return faults;
  }

  private static void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
    if (schema.has("type") && !isOfType(schema.get("type"), value)) {
      faults.add(at + ": wanted=" + schema.get("type") + ", given=" + value.getNodeType());
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      faults.add(at + ": wanted=" + schema.get("enum") + ", given=" + value);
    }
    for (JsonNode name : schema.path("required")) {
      if (value.isObject() && !value.has(name.textValue())) {
        faults.add(at + ": missing " + name);
      }
    }
    value
        .properties()
        .forEach(
            field -> {
              String place = at + "." + field.getKey();
              JsonNode part = schema.path("properties").path(field.getKey());
              if (part.isMissingNode() && schema.has("additionalProperties")) {
                faults.add(place + ": not in the schema");
              }
              check(part, field.getValue(), place, faults);
            });
    for (int element = 0; value.isArray() && element < value.size(); element++) {
      check(schema.path("items"), value.get(element), at + "[" + element + "]", faults);
    }
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isOfType(one, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.textValue()) {
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> throw new IllegalArgumentException("unknown type: name=" + type);
    };
  }

  private static boolean contains(JsonNode choices, JsonNode value) {
    for (JsonNode choice : choices) {
      if (choice.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
