package psyscall.model.layout;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// A part of a variable that is neither an array nor a record: what gets bits.
///
/// @param variable the variable
/// @param fields positions of the fields on the way from its value to the part, outermost first
/// @param dims the id sorts that index the arrays on the way, outermost first
/// @param sort the part's sort, no array and no record
public record Leaf(Var variable, List<Integer> fields, List<Sort.Individual> dims, Sort sort) {
  /// Copies the lists.
  public Leaf {
    fields = List.copyOf(fields);
    dims = List.copyOf(dims);
  }

  /// All parts of a variable.
  ///
  /// @param variable any variable
  /// @return its parts, fields in order; none if it is a record without fields
  public static List<Leaf> of(Var variable) {
    List<Leaf> leaves = new ArrayList<>();
    collect(new Leaf(variable, List.of(), List.of(), variable.sort()), leaves);
    return List.copyOf(leaves);
  }

  private static void collect(Leaf part, List<Leaf> leaves) {
    switch (part.sort()) {
      case Sort.ArrayOf array -> {
        List<Sort.Individual> dims = new ArrayList<>(part.dims());
        dims.add(array.index());
        collect(new Leaf(part.variable(), part.fields(), dims, array.element()), leaves);
      }
      case Sort.Struct struct -> {
        for (int at = 0; at < struct.fields().size(); at++) {
          List<Integer> fields = new ArrayList<>(part.fields());
          fields.add(at);
          Sort sort = struct.fields().get(at).sort();
          collect(new Leaf(part.variable(), fields, part.dims(), sort), leaves);
        }
      }
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Queue _,
          Sort.Bits _,
          Sort.Memory _ ->
          leaves.add(part);
    }
  }

  /// Its name: the variable's, and those of the fields.
  ///
  /// @return for example `p.owner.kind`
  public String name() {
    StringBuilder name = new StringBuilder(variable.name());
    Sort here = variable.sort();
    for (int field : fields) {
      Sort.Struct struct = structIn(here);
      name.append('.').append(struct.fields().get(field).name());
      here = struct.fields().get(field).sort();
    }
    return name.toString();
  }

  private static Sort.Struct structIn(Sort sort) {
    return sort instanceof Sort.ArrayOf array ? structIn(array.element()) : (Sort.Struct) sort;
  }
}
