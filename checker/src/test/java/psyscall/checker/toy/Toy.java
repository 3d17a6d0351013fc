package psyscall.checker.toy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Type;
import psyscall.spec.process.Block;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;
import psyscall.spec.toy.Mailbox;
import psyscall.spec.toy.TicketLock;
import psyscall.spec.toy.TwoPhaseCommit;

/// A small system that starts with all variables at their defaults.
///
/// @param name what it is
/// @param specification its rules
/// @param world its sizes
public record Toy(String name, Specification specification, World world) {
  static final Citation SOURCE = new Citation("", List.of("1.26"), "", "toy");

  /// A field of a toy.
  record Field<E extends Expr>(Var variable, E handle) {
    static <E extends Expr> Field<E> of(String name, Type<E> type, Var.Role role) {
      Var variable = new Var(name, type.sort(), role);
      return new Field<>(variable, type.of(new Term.Read(variable)));
    }
  }

  /// Starts a toy without anything.
  static Draft draft(String name) {
    return new Draft(name);
  }

  /// Its interpreter.
  ///
  /// @return a fresh one
  public Interpreter interpreter() {
    return new Interpreter(specification, world);
  }

  /// A condition on the program counter of a single process.
  ///
  /// @param process its name
  /// @param label `procedure.label`
  /// @return whether it is there
  public Bool at(String process, String label) {
    Var counter = specification.counter(process);
    int ordinal = specification.labels(process).ordinal(label);
    return new Bool(
        new Term.Same(new Term.Read(counter), new Term.Literal(counter.sort(), ordinal)));
  }

  /// How the run ended, or that it goes on.
  ///
  /// @param ending the ending's name, or `running`
  /// @return whether that is so
  public Bool ended(String ending) {
    Var variable = specification.variable(Specification.ENDING);
    int ordinal = ((Sort.Enumeration) variable.sort()).ordinal(ending);
    return new Bool(
        new Term.Same(new Term.Read(variable), new Term.Literal(variable.sort(), ordinal)));
  }

  /// Name and claim of a property of a toy.
  ///
  /// @param name the property's name
  /// @return what people would read
  public static Property.About about(String name) {
    return new Property.About(name, "the toy does what it should", "it is a toy", SOURCE);
  }

  @Override
  public String toString() {
    return name;
  }

  /// A toy that is being put together.
  static final class Draft {
    private final String name;
    private final List<Var> variables = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();
    private final List<Procedure> procedures = new ArrayList<>();
    private World world = World.of();

    private Draft(String name) {
      this.name = name;
    }

    Draft field(Field<?> field) {
      variables.add(field.variable());
      return this;
    }

    Draft process(Procedure procedure) {
      return process(procedure.name(), Optional.empty(), false, procedure);
    }

    Draft poller(Procedure procedure) {
      return process(procedure.name(), Optional.empty(), true, procedure);
    }

    Draft each(Sort.Individual sort, int size, Procedure procedure) {
      world = world.with(sort, size);
      return process(sort.name(), Optional.of(sort), false, procedure);
    }

    private Draft process(
        String process, Optional<Sort.Individual> over, boolean polls, Procedure root) {
      processes.add(
          new Process(process, over, List.of(root.name()), Collections.emptySortedMap(), polls));
      procedures.add(root);
      return this;
    }

    Toy build() {
      Map<String, ProcedureText> texts =
          procedures.stream()
              .map(Procedure::text)
              .collect(Collectors.toMap(ProcedureText::name, Function.identity()));
      Protocol protocol = new Protocol(name, variables, processes, texts, Block.EMPTY);
      return new Toy(name, Flattening.of(protocol), world);
    }
  }

  /// Two-phase commit.
  ///
  /// @param managers how many resource managers
  /// @return the toy
  public static Toy twoPhaseCommit(int managers) {
    return new Toy(
        "two-phase commit " + managers,
        TwoPhaseCommit.specification(),
        World.of(TwoPhaseCommit.R.IDS.sort(), managers));
  }

  /// A ticket lock.
  ///
  /// @param tickets how many tickets
  /// @param threads how many threads; more than tickets break it
  /// @return the toy
  public static Toy tickets(int tickets, int threads) {
    return new Toy(
        "ticket lock " + tickets + "/" + threads,
        TicketLock.specification(tickets),
        World.of(TicketLock.T.IDS.sort(), threads));
  }

  /// All toys that are small enough for the naive search.
  ///
  /// @return at least one of each kind
  public static Stream<Toy> all() {
    return Stream.of(
        Counters.of(3, 4),
        Locks.atomic(3).toy(),
        Locks.split(3).toy(),
        LostWakeup.broken().toy(),
        LostWakeup.repaired().toy(),
        Poller.blind().toy(),
        Poller.seeing(3).toy(),
        Kernel.handingOff().toy(),
        Kernel.waiting().toy(),
        Thrower.of(3).toy(),
        twoPhaseCommit(3),
        tickets(3, 3),
        tickets(2, 3),
        new Toy("mailbox 2", Mailbox.specification(), World.of(Mailbox.G.IDS.sort(), 2)));
  }
}
