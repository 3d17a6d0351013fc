package psyscall.checker.export;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// A part of a variable that Promela can hold: a scalar, or an array of scalars.
///
/// @param variable whose part
/// @param fields the positions of the fields on the way, outermost first
/// @param dims the id sorts that index it, outermost first
/// @param sort what each cell holds
/// @param name the name of its declaration
record Leaf(
    Var variable, List<Integer> fields, List<Sort.Individual> dims, Sort sort, String name) {
  private static final int SHORT_MAX = 32767;
  private static final long INT_MAX = Integer.MAX_VALUE;
  private static final int IDS_MAX = 30;

  /// The parts of a variable.
  static List<Leaf> of(Var variable) {
    List<Leaf> found = new ArrayList<>();
    String plain = Symbols.name(variable.name());
    // Spin's verifier is a C program with words of its own, such as stopped.
    String name = plain.contains("_") ? plain : "v_" + plain;
    collect(new Leaf(variable, List.of(), List.of(), variable.sort(), name), found);
    return found;
  }

  private static void collect(Leaf part, List<Leaf> found) {
    switch (part.sort()) {
      case Sort.ArrayOf array -> {
        List<Sort.Individual> dims = new ArrayList<>(part.dims());
        dims.add(array.index());
        collect(
            new Leaf(part.variable(), part.fields(), dims, array.element(), part.name()), found);
      }
      case Sort.Struct struct -> {
        for (int at = 0; at < struct.fields().size(); at++) {
          Sort.Field field = struct.fields().get(at);
          List<Integer> fields = new ArrayList<>(part.fields());
          fields.add(at);
          String name = part.name() + "_" + Symbols.name(field.name());
          collect(new Leaf(part.variable(), fields, part.dims(), field.sort(), name), found);
        }
      }
      case Sort _ -> found.add(part);
    }
  }

  /// The Promela type of a cell.
  ///
  /// @throws Unexportable if no type holds its values
  String type(World world) {
    return switch (sort) {
      case Sort.Truth _ -> "bool";
      case Sort.Enumeration names -> number(0, names.values().size() - 1L);
      case Sort.Range range -> number(range.low(), range.high());
      case Sort.Individual ids -> id(world.size(ids));
      case Sort.Optional optional -> id(world.size(optional.of()));
      case Sort.SetOf set -> mask(world.size(set.of()));
      case Sort.Queue _, Sort.Bits _, Sort.Memory _ ->
          throw new Unexportable(
              "no Promela type for a variable: name=" + variable.name() + ", sort=" + sort);
      case Sort.ArrayOf _, Sort.Struct _ ->
          throw new IllegalStateException("leaf that has parts: name=" + name);
    };
  }

  private String number(long low, long high) {
    if (low >= 0 && high <= Expression.NIL_VALUE) {
      return "byte";
    }
    if (low >= -SHORT_MAX - 1 && high <= SHORT_MAX) {
      return "short";
    }
    if (low >= -INT_MAX - 1 && high <= INT_MAX) {
      return "int";
    }
    throw new Unexportable(
        "range too wide for Promela: name=%s, low=%d, high=%d, limit=32 bits"
            .formatted(variable.name(), low, high));
  }

  private String id(int size) {
    return limited(size, Expression.NIL_VALUE, "byte");
  }

  private String mask(int size) {
    return size <= 8 ? "byte" : size < 16 ? "short" : limited(size, IDS_MAX, "int");
  }

  private String limited(int size, int limit, String type) {
    if (size > limit) {
      throw new Unexportable(
          "too many individuals for Promela: name=%s, size=%d, limit=%d"
              .formatted(variable.name(), size, limit));
    }
    return type;
  }
}
