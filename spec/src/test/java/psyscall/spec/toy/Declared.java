package psyscall.spec.toy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Type;
import psyscall.spec.process.Block;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Collects the state variables of a toy and makes a protocol of them.
public final class Declared {
  /// Where the toys come from.
  public static final Citation MODEL = new Citation("", List.of("toy"), "", "");

  private final List<Var> variables = new ArrayList<>();

  /// Declares a field.
  public <E extends Expr> E field(String name, Type<E> type) {
    return variable(name, type, Var.Role.FIELD);
  }

  /// Declares a variable.
  public <E extends Expr> E variable(String name, Type<E> type, Var.Role role) {
    Var variable = new Var(name, type.sort(), role);
    variables.add(variable);
    return type.of(new Term.Read(variable));
  }

  /// What the toy says.
  public Protocol protocol(
      String name, List<Process> processes, List<? extends Procedure> procedures, Block initial) {
    Map<String, ProcedureText> texts = new LinkedHashMap<>();
    procedures.forEach(procedure -> texts.put(procedure.name(), procedure.text()));
    return new Protocol(name, variables, processes, texts, initial);
  }

  /// Statements that are recorded outside a procedure, such as the initial assignments.
  public static Block block(Consumer<Statements> body) {
    return new Statements(body).text().opening();
  }

  /// The statements that initial assignments are made of.
  public static final class Statements extends Procedure {
    private final Consumer<Statements> body;

    private Statements(Consumer<Statements> body) {
      super("initial", "The initial assignments.", MODEL);
      this.body = body;
    }

    @Override
    protected void body() {
      body.accept(this);
    }

    /// Stores a value.
    public <E extends Expr> void assign(E place, E value) {
      store(place, value);
    }
  }
}
