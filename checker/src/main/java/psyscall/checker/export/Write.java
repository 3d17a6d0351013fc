package psyscall.checker.export;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// An assignment to one cell; index and value are over the state before the step.
///
/// @param cell the cell
/// @param value its new value
record Write(Cells.Cell cell, Expression value) {

  /// How a whole variable gets its value, cell by cell; a later write to a cell wins.
  static List<Write> of(Var variable, Term value, Translator translator) {
    List<Write> writes = new ArrayList<>();
    new Decomposition(variable, translator, writes).add(variable.sort(), value, List.of());
    return writes;
  }

  private record Decomposition(Var variable, Translator translator, List<Write> writes) {
    void add(Sort sort, Term value, List<Access> path) {
      switch (value) {
        case Term.Read read when read.variable().equals(variable) && path.isEmpty() -> {}
        case Term.With with -> {
          add(sort, with.array(), path);
          Access at = new Access.At(translator.of(with.index()));
          add(element(sort), with.element(), Translator.after(path, at));
        }
        case Term.WithField with -> {
          add(sort, with.struct(), path);
          int position = ((Sort.Struct) sort).position(with.field());
          Sort field = ((Sort.Struct) sort).fields().get(position).sort();
          add(field, with.value(), Translator.after(path, new Access.Field(position)));
        }
        case Term.Each each -> {
          int size = translator.cells().world().size(((Sort.ArrayOf) sort).index());
          for (int id = 0; id < size; id++) {
            Expression index = Expression.of(id);
            new Decomposition(variable, translator.with(each.bound(), index), writes)
                .add(element(sort), each.element(), Translator.after(path, new Access.At(index)));
          }
        }
        case Term other -> parts(sort, other, path, List.of());
      }
    }

    private static Sort element(Sort array) {
      return ((Sort.ArrayOf) array).element();
    }

    /// @param path from the variable to the value
    /// @param inside from the value to its part
    private void parts(Sort sort, Term value, List<Access> path, List<Access> inside) {
      switch (sort) {
        case Sort.ArrayOf array -> {
          for (int id = 0; id < translator.cells().world().size(array.index()); id++) {
            Access at = new Access.At(Expression.of(id));
            parts(array.element(), value, Translator.after(path, at), Translator.after(inside, at));
          }
        }
        case Sort.Struct struct -> {
          for (int at = 0; at < struct.fields().size(); at++) {
            Access field = new Access.Field(at);
            parts(
                struct.fields().get(at).sort(),
                value,
                Translator.after(path, field),
                Translator.after(inside, field));
          }
        }
        case Sort _ -> {
          Cells.Cell cell = translator.cells().cell(variable, path);
          Expression stored = translator.of(value, inside);
          if (!stored.text().equals(cell.read().text())) {
            writes.add(new Write(cell, stored));
          }
        }
      }
    }
  }
}
