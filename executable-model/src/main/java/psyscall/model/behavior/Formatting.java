package psyscall.model.behavior;

import java.util.StringJoiner;
import java.util.stream.Collectors;
import psyscall.spec.term.Sort;

/// Values as text.
final class Formatting {
  private Formatting() {}

  static String format(Value value, Sort sort) {
    return switch (sort) {
      case Sort.Truth _ -> value.scalar() != 0 ? "true" : "false";
      case Sort.Enumeration names -> names.values().get((int) value.scalar());
      case Sort.Range _ -> Long.toString(value.scalar());
      case Sort.Individual ids -> id(value.scalar(), ids);
      case Sort.Optional optional -> id(value.scalar(), optional.of());
      case Sort.SetOf set -> set((IdSet) value, set.of());
      case Sort.Queue queue -> queue((Queue) value, queue.of());
      case Sort.Bits _ -> hex(value.scalar());
      case Sort.Memory _ -> memory((Memory) value);
      case Sort.ArrayOf array -> array((Array) value, array);
      case Sort.Struct struct -> struct((Struct) value, struct);
    };
  }

  static String id(long id, Sort.Individual of) {
    return id < 0 ? "nil" : of.name() + id;
  }

  private static String set(IdSet set, Sort.Individual of) {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (int at = 0; at < set.size(); at++) {
      text.add(id(set.at(at), of));
    }
    return text.toString();
  }

  private static String queue(Queue queue, Sort.Individual of) {
    StringJoiner text = new StringJoiner(", ", "[", "]");
    for (int at = 0; at < queue.size(); at++) {
      text.add(id(queue.at(at), of));
    }
    return text.toString();
  }

  static String memory(Memory memory) {
    return memory.cells().stream()
        .map(cell -> hex(cell.address()) + ": " + hex(cell.value()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String array(Array array, Sort.ArrayOf sort) {
    StringJoiner text = new StringJoiner(", ", "[", "]");
    for (int at = 0; at < array.size(); at++) {
      text.add(id(at, sort.index()) + ": " + format(array.at(at), sort.element()));
    }
    return text.toString();
  }

  private static String struct(Struct struct, Sort.Struct sort) {
    StringJoiner text = new StringJoiner(", ", "(", ")");
    for (int at = 0; at < sort.fields().size(); at++) {
      Sort.Field field = sort.fields().get(at);
      text.add(field.name() + ": " + format(struct.fields().get(at), field.sort()));
    }
    return text.toString();
  }

  private static String hex(long bits) {
    return "0x" + Long.toHexString(bits);
  }
}
