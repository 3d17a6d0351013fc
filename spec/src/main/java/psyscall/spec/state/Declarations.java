package psyscall.spec.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Type;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Collects the state variables as the structures declare them.
final class Declarations {
  private final List<Var> variables = new ArrayList<>();

  List<Var> variables() {
    return List.copyOf(variables);
  }

  <E extends Expr> E scalar(String name, Type<E> type) {
    return scalar(name, type, Var.Role.FIELD);
  }

  <E extends Expr> E scalar(String name, Type<E> type, Var.Role role) {
    Var variable = new Var(name, type.sort(), role);
    variables.add(variable);
    return type.of(new Term.Read(variable));
  }

  /// The handle on a field that not every release has.
  static <H> H present(Optional<H> field, String name) {
    return field.orElseThrow(() -> new IllFormed("a field that the release lacks: field=" + name));
  }

  <K, E extends Expr> Arr<K, E> array(String name, Ids<K> index, Type<E> element) {
    return array(name, index, element, Var.Role.FIELD);
  }

  <K, E extends Expr> Arr<K, E> array(String name, Ids<K> index, Type<E> element, Var.Role role) {
    return scalar(name, index.array(element), role);
  }
}
