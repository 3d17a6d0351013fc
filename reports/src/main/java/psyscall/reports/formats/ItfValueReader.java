package psyscall.reports.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;

/// Reads values out of ITF expressions; the table is [ItfValueWriter]'s.
///
/// Where ITF leaves a choice it takes each: numbers as JSON numbers or `#bigint`, sets and maps in
/// any order.
final class ItfValueReader {
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,40}");
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final int BYTE_MAX = 255;

  private final World world;

  ItfValueReader(World world) {
    this.world = world;
  }

  /// The value of a sort.
  ///
  /// @param json an ITF expression
  /// @param sort what it should be
  /// @param where its place, for messages
  /// @throws TraceFormatException if it is no value of that sort in this world
  Value read(JsonNode json, Sort sort, String where) throws TraceFormatException {
    return switch (sort) {
      case Sort.Truth _ -> truth(json, where);
      case Sort.Enumeration names -> enumeration(json, names, where);
      case Sort.Range range ->
          Scalar.of(number(json, where, range.low(), BigInteger.valueOf(range.high())).longValue());
      case Sort.Bits bits -> Scalar.of(word(json, where, bits.width()));
      case Sort.Individual ids -> Scalar.of(id(json, ids, where));
      case Sort.Optional ids ->
          json.isTextual() && json.textValue().equals(ItfValueWriter.NIL)
              ? Scalar.NIL
              : Scalar.of(id(json, ids.of(), where));
      case Sort.SetOf set -> set(json, set.of(), where);
      case Sort.Queue queue -> queue(json, queue, where);
      case Sort.Memory _ -> memory(json, where);
      case Sort.ArrayOf array -> array(json, array, where);
      case Sort.Struct struct -> struct(json, struct, where);
    };
  }

  private static Scalar truth(JsonNode json, String where) throws TraceFormatException {
    if (!json.isBoolean()) {
      throw wrong(where, "true or false");
    }
    return Scalar.of(json.booleanValue());
  }

  private static Scalar enumeration(JsonNode json, Sort.Enumeration names, String where)
      throws TraceFormatException {
    if (!json.isTextual()) {
      throw wrong(where, "one of " + names.values());
    }
    int at = names.values().indexOf(json.textValue());
    if (at < 0) {
      throw TraceFormatException.at(
          "unknown value " + TraceFormatException.quote(json.textValue()),
          where,
          "one of " + names.values());
    }
    return Scalar.of(at);
  }

  private static BigInteger number(JsonNode json, String where, long low, BigInteger high)
      throws TraceFormatException {
    String wanted = "a number in " + low + ".." + high;
    BigInteger number = integer(json).orElseThrow(() -> wrong(where, wanted));
    if (number.compareTo(BigInteger.valueOf(low)) < 0 || number.compareTo(high) > 0) {
      throw TraceFormatException.at("number out of range " + number, where, wanted);
    }
    return number;
  }

  private static Optional<BigInteger> integer(JsonNode json) {
    if (json.isIntegralNumber()) {
      return Optional.of(json.bigIntegerValue());
    }
    JsonNode digits = json.get(ItfValueWriter.BIGINT);
    boolean readable =
        json.size() == 1
            && digits != null
            && digits.isTextual()
            && DIGITS.matcher(digits.textValue()).matches();
    return readable ? Optional.of(new BigInteger(digits.textValue())) : Optional.empty();
  }

  private static long word(JsonNode json, String where, int width) throws TraceFormatException {
    BigInteger high = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
    return number(json, where, 0, high).longValue();
  }

  private long id(JsonNode json, Sort.Individual sort, String where) throws TraceFormatException {
    int size = world.size(sort);
    String wanted = "an id in " + sort.name() + "0.." + sort.name() + (size - 1);
    if (!json.isTextual()) {
      throw wrong(where, wanted);
    }
    String text = json.textValue();
    boolean named =
        text.startsWith(sort.name())
            && INDEX.matcher(text.substring(sort.name().length())).matches();
    if (!named) {
      throw TraceFormatException.at("not an id " + TraceFormatException.quote(text), where, wanted);
    }
    int index = Integer.parseInt(text.substring(sort.name().length()));
    if (index >= size) {
      throw TraceFormatException.at("id out of range " + text, where, wanted);
    }
    return index;
  }

  private static JsonNode tagged(JsonNode json, String tag, String where)
      throws TraceFormatException {
    JsonNode elements = json.get(tag);
    if (elements == null || json.size() != 1 || !elements.isArray()) {
      throw wrong(where, "{\"" + tag + "\": [...]}");
    }
    return elements;
  }

  private long[] ids(JsonNode elements, Sort.Individual sort, String where)
      throws TraceFormatException {
    long[] ids = new long[elements.size()];
    for (int at = 0; at < ids.length; at++) {
      ids[at] = id(elements.get(at), sort, where);
    }
    return ids;
  }

  private IdSet set(JsonNode json, Sort.Individual sort, String where) throws TraceFormatException {
    long[] ids = ids(tagged(json, ItfValueWriter.SET, where), sort, where);
    IdSet set = IdSet.of(ids);
    if (set.size() != ids.length) {
      throw TraceFormatException.at("element twice in a set", where, "each element once");
    }
    return set;
  }

  private Queue queue(JsonNode json, Sort.Queue sort, String where) throws TraceFormatException {
    if (!json.isArray()) {
      throw wrong(where, "an array of ids");
    }
    if (json.size() > sort.capacity()) {
      throw TraceFormatException.at(
          "queue too long " + json.size(), where, "at most " + sort.capacity() + " ids");
    }
    return Queue.of(ids(json, sort.of(), where));
  }

  private static JsonNode pair(JsonNode json, String where) throws TraceFormatException {
    if (!json.isArray() || json.size() != 2) {
      throw wrong(where, "pairs [key, value]");
    }
    return json;
  }

  private static Memory memory(JsonNode json, String where) throws TraceFormatException {
    Memory memory = Memory.ZERO;
    for (JsonNode entry : tagged(json, ItfValueWriter.MAP, where)) {
      long address = word(pair(entry, where).get(0), where, Long.SIZE);
      int value = number(entry.get(1), where, 1, BigInteger.valueOf(BYTE_MAX)).intValue();
      if (memory.load(address, 1) != 0) {
        throw TraceFormatException.at(
            "address twice 0x" + Long.toHexString(address), where, "each address once");
      }
      memory = memory.store(address, 1, value);
    }
    return memory;
  }

  private Array array(JsonNode json, Sort.ArrayOf sort, String where) throws TraceFormatException {
    JsonNode entries = tagged(json, ItfValueWriter.MAP, where);
    int size = world.size(sort.index());
    if (entries.size() != size) {
      throw TraceFormatException.at(
          "entries of an array " + entries.size(),
          where,
          "one for each of the " + size + " individuals of " + sort.index().name());
    }
    List<Optional<Value>> found = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      found.add(Optional.empty());
    }
    for (JsonNode entry : entries) {
      int index = (int) id(pair(entry, where).get(0), sort.index(), where);
      String name = sort.index().name() + index;
      if (found.get(index).isPresent()) {
        throw TraceFormatException.at("entry twice " + name, where, "each individual once");
      }
      Value value = read(entry.get(1), sort.element(), where + " of " + name);
      found.set(index, Optional.of(value));
    }
    return Array.of(found.stream().map(Optional::orElseThrow).toList());
  }

  private Struct struct(JsonNode json, Sort.Struct sort, String where) throws TraceFormatException {
    List<String> names = sort.fields().stream().map(Sort.Field::name).toList();
    ItfFields fields = ItfFields.of(json, where);
    fields.only(names, "the fields " + names);
    List<Value> values = new ArrayList<>();
    for (Sort.Field field : sort.fields()) {
      values.add(read(fields.value(field.name()), field.sort(), where + " " + field.name()));
    }
    return new Struct(values);
  }

  private static TraceFormatException wrong(String where, String wanted) {
    return TraceFormatException.at("wrong kind of value", where, wanted);
  }
}
