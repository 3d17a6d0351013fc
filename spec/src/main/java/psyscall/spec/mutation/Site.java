package psyscall.spec.mutation;

import java.util.Optional;
import java.util.function.Predicate;
import psyscall.spec.process.Address;
import psyscall.spec.process.Arm;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.LabelText;
import psyscall.spec.process.Line;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;

/// A statement named by what it does: the first such one of a step.
///
/// Positions in a text move when a feature is switched off; what a statement does, does not. A site
/// is looked up in the protocol that is changed and gives the statement's address there.
///
/// @param procedure the procedure's name
/// @param label the label or arm; empty for the part before the first label
/// @param what how it reads in messages
/// @param test recognises the statement
public record Site(String procedure, String label, String what, Predicate<Statement> test) {

  /// The store to a variable, whole or an entry of it.
  ///
  /// @param procedure the procedure's name
  /// @param label the label or arm
  /// @param variable the variable's name, such as `m.mcache`
  /// @return the site of the first such store
  public static Site store(String procedure, String label, String variable) {
    return new Site(
        procedure,
        label,
        "store to " + variable,
        statement ->
            switch (statement) {
              case Statement.Assign s -> stores(s.place(), variable);
              case Statement.Bulk s -> stores(s.place(), variable);
              case Statement _ -> false;
            });
  }

  /// The store that lowers a number.
  ///
  /// @param procedure the procedure's name
  /// @param label the label or arm
  /// @param variable the variable's name
  /// @return the site of the first store of a difference to it
  public static Site countdown(String procedure, String label, String variable) {
    return new Site(
        procedure,
        label,
        "store that lowers " + variable,
        statement ->
            statement instanceof Statement.Assign s
                && stores(s.place(), variable)
                && s.value() instanceof Term.Arithmetic difference
                && difference.operator() == Term.Arithmetic.Operator.MINUS);
  }

  private static boolean stores(Term place, String variable) {
    return switch (place) {
      case Term.Read read -> read.variable().name().equals(variable);
      case Term.Local local -> local.variable().name().equals(variable);
      case Term.Select select -> stores(select.array(), variable);
      case Term.FieldOf field -> stores(field.struct(), variable);
      case Term _ -> false;
    };
  }

  /// A call.
  ///
  /// @param procedure the procedure's name
  /// @param label the label or arm
  /// @param callee the called procedure
  /// @return the site of the first such call
  public static Site call(String procedure, String label, String callee) {
    return new Site(
        procedure,
        label,
        "call of " + callee,
        statement -> statement instanceof Statement.Call s && s.procedure().equals(callee));
  }

  /// A branch on a variable.
  ///
  /// @param procedure the procedure's name
  /// @param label the label or arm
  /// @param variable a variable that the condition reads
  /// @return the site of the first such branch
  public static Site branch(String procedure, String label, String variable) {
    return new Site(
        procedure,
        label,
        "branch on " + variable,
        statement -> statement instanceof Statement.If s && reads(s.condition(), variable));
  }

  private static boolean reads(Term term, String variable) {
    boolean here =
        switch (term) {
          case Term.Read read -> read.variable().name().equals(variable);
          case Term.Local local -> local.variable().name().equals(variable);
          case Term _ -> false;
        };
    return here || Traversal.parts(term).stream().anyMatch(part -> reads(part, variable));
  }

  /// A wait.
  ///
  /// @param procedure the procedure's name
  /// @param label the label or arm
  /// @return the site of the first wait
  public static Site await(String procedure, String label) {
    return new Site(procedure, label, "wait", statement -> statement instanceof Statement.Await);
  }

  /// A jump.
  ///
  /// @param procedure the procedure's name
  /// @param label the label or arm
  /// @param jump the statement
  /// @return the site of the first such jump
  public static Site jump(String procedure, String label, Statement jump) {
    return new Site(procedure, label, "jump " + jump, jump::equals);
  }

  /// A check of Go's own.
  ///
  /// @param procedure the procedure's name
  /// @param label the label or arm
  /// @param ending the throw
  /// @return the site of the check
  public static Site check(String procedure, String label, String ending) {
    return new Site(
        procedure,
        label,
        "check " + ending,
        statement ->
            statement instanceof Statement.Assert s && s.otherwise().name().equals(ending));
  }

  /// Where the statement stands in a protocol.
  ///
  /// @param protocol the protocol that is to be changed
  /// @return its address
  /// @throws IllFormed if no statement of the step is the one
  public Address in(Protocol protocol) {
    ProcedureText text = protocol.text(procedure);
    Optional<Address> found = Optional.empty();
    if (label.isEmpty()) {
      found = find(text.opening());
    }
    for (LabelText one : text.labels()) {
      for (Arm arm : one.arms()) {
        if (arm.name().equals(label)) {
          found = find(arm.body());
        }
      }
    }
    return found.orElseThrow(
        () ->
            new IllFormed(
                "no statement to change: procedure="
                    + procedure
                    + ", label="
                    + label
                    + ", wanted="
                    + what));
  }

  private Optional<Address> find(Block block) {
    for (Line line : block.lines()) {
      if (test.test(line.statement())) {
        return Optional.of(line.address());
      }
      Optional<Address>[] inner = holder();
      Blocks.map(
          line.statement(),
          b -> {
            inner[0] = inner[0].isPresent() ? inner[0] : find(b);
            return b;
          });
      if (inner[0].isPresent()) {
        return inner[0];
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a generic array of one, local to the search
  private static Optional<Address>[] holder() {
    Optional[] holder = {Optional.empty()};
    return holder;
  }
}
