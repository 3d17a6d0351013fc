package psyscall.reports.formats;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.spec.term.Sort;

/// Writes values as ITF expressions.
///
/// | sort | expression |
/// | --- | --- |
/// | truth | `true`, `false` |
/// | enumeration | its name as a string |
/// | number, word | a JSON number up to 2^53−1, else `{"#bigint": "..."}`; words unsigned |
/// | id, id or nil | `"M0"`, `"nil"` |
/// | set, queue | `{"#set": [...]}`, `[...]` |
/// | memory | `{"#map": [[address, byte], ...]}`, bytes that are not zero |
/// | array | `{"#map": [["M0", ...], ...]}` |
/// | record | `{"field": ...}` |
final class ItfValueWriter {
  /// The greatest number that every JSON reader keeps exact.
  static final long EXACT_MAX = (1L << 53) - 1;

  static final String NIL = "nil";
  static final String BIGINT = "#bigint";
  static final String SET = "#set";
  static final String MAP = "#map";

  private final JsonGenerator json;

  ItfValueWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(Value value, Sort sort) throws IOException {
    switch (sort) {
      case Sort.Truth _ -> json.writeBoolean(value.scalar() != 0);
      case Sort.Enumeration names -> json.writeString(names.values().get((int) value.scalar()));
      case Sort.Range _ -> number(value.scalar());
      case Sort.Bits _ -> word(value.scalar());
      case Sort.Individual ids -> id(ids, value.scalar());
      case Sort.Optional ids -> id(ids.of(), value.scalar());
      case Sort.SetOf ids -> set((IdSet) value, ids.of());
      case Sort.Queue ids -> queue((Queue) value, ids.of());
      case Sort.Memory _ -> memory((Memory) value);
      case Sort.ArrayOf array -> array((Array) value, array);
      case Sort.Struct struct -> struct((Struct) value, struct);
    }
  }

  private void number(long number) throws IOException {
    if (Math.abs(number) <= EXACT_MAX && number != Long.MIN_VALUE) {
      json.writeNumber(number);
    } else {
      bigint(Long.toString(number));
    }
  }

  private void word(long bits) throws IOException {
    if (bits >= 0 && bits <= EXACT_MAX) {
      json.writeNumber(bits);
    } else {
      bigint(Long.toUnsignedString(bits));
    }
  }

  private void bigint(String digits) throws IOException {
    json.writeStartObject();
    json.writeStringField(BIGINT, digits);
    json.writeEndObject();
  }

  private void id(Sort.Individual sort, long id) throws IOException {
    json.writeString(id < 0 ? NIL : sort.name() + id);
  }

  private void set(IdSet set, Sort.Individual of) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart(SET);
    for (int at = 0; at < set.size(); at++) {
      id(of, set.at(at));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void queue(Queue queue, Sort.Individual of) throws IOException {
    json.writeStartArray();
    for (int at = 0; at < queue.size(); at++) {
      id(of, queue.at(at));
    }
    json.writeEndArray();
  }

  private void memory(Memory memory) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart(MAP);
    for (Memory.Cell cell : memory.cells()) {
      json.writeStartArray();
      word(cell.address());
      json.writeNumber(cell.value());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void array(Array array, Sort.ArrayOf sort) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart(MAP);
    for (int at = 0; at < array.size(); at++) {
      json.writeStartArray();
      id(sort.index(), at);
      write(array.at(at), sort.element());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void struct(Struct struct, Sort.Struct sort) throws IOException {
    json.writeStartObject();
    List<Sort.Field> fields = sort.fields();
    for (int at = 0; at < fields.size(); at++) {
      json.writeFieldName(fields.get(at).name());
      write(struct.fields().get(at), fields.get(at).sort());
    }
    json.writeEndObject();
  }
}
