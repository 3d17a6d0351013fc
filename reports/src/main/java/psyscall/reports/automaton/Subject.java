package psyscall.reports.automaton;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.spec.expr.Expr;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.Owner;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Whose automaton.
public enum Subject {
  /// A goroutine; its status is Go's.
  G("a goroutine, by its status") {
    @Override
    Var variable(LifecycleState state) {
      return read(state.status);
    }

    @Override
    Sort.Enumeration sort(Sort element) {
      return (Sort.Enumeration) element;
    }

    @Override
    Value status(Value element) {
      return element;
    }
  },

  /// A processor; its status is who holds it.
  P("a processor, by who holds it") {
    @Override
    Var variable(LifecycleState state) {
      return read(state.owner);
    }

    @Override
    Sort.Enumeration sort(Sort element) {
      return (Sort.Enumeration) Owner.HOLDER.sort().sort();
    }

    @Override
    Value status(Value element) {
      return ((Struct) element).fields().getFirst();
    }
  };

  private final String text;

  Subject(String text) {
    this.text = text;
  }

  /// What it is, and what its statuses say.
  ///
  /// @return a few words
  public String text() {
    return text;
  }

  /// The subject of a name.
  ///
  /// @param name a name, in whatever case
  /// @return the subject, if it is one
  public static Optional<Subject> named(String name) {
    return Stream.of(values())
        .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  abstract Var variable(LifecycleState state);

  abstract Sort.Enumeration sort(Sort element);

  abstract Value status(Value element);

  /// The names of all statuses, in the order of their declaration.
  List<String> statuses(LifecycleState state) {
    return names(state).values();
  }

  /// The status of each individual.
  List<String> statuses(LifecycleState state, State of) {
    Sort.Enumeration names = names(state);
    return ((Array) of.value(variable(state)))
        .elements().stream().map(element -> status(element).format(names)).toList();
  }

  private Sort.Enumeration names(LifecycleState state) {
    return sort(((Sort.ArrayOf) variable(state).sort()).element());
  }

  private static Var read(Expr handle) {
    return ((Term.Read) handle.term()).variable();
  }
}
