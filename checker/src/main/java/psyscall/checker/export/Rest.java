package psyscall.checker.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.spec.analysis.End;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// A claim about states in which nobody moves, for Spin.
///
/// Spin knows only the rest that nothing can end. A claim about quiet states allows the environment
/// to move and does not wait for it, so from a state in which the claim is false the monitor may
/// hold the environment: one more step, after which only protocol and polling go on. Where nothing
/// goes on then, the claim is asserted. Polling steps that change nothing are left out, for they
/// would go on for ever; they lead to no other state. Polling that goes round by several steps, as
/// sysmon's, is watched instead ([Rounds]), or not seen where that is too much.
///
/// Of a claim of possibility this is what its rests show: something has begun and nobody goes on
/// with it. The run may come to that rest some steps after the end got out of reach.
///
/// @param name the property's name
/// @param condition what is true at rest, and in every ended run
/// @param environment whether it moves
/// @param delay whether a rest shows a violation where it happens
/// @param rounds the polling that is watched
record Rest(
    String name, Term condition, Environment environment, Delay delay, Optional<Rounds> rounds) {
  /// The variable that says that the environment is held.
  static final String HELD = "held";

  /// What the environment may do in a rest.
  enum Environment {
    /// Nothing: a rest is one that it could end.
    HELD,
    /// What it can: a rest is one that it cannot end either.
    FREE
  }

  /// When a rest shows a violation.
  enum Delay {
    /// Where it happens, for that is the rest.
    NONE,
    /// Perhaps later.
    SOME
  }

  /// The claim of a property.
  ///
  /// @return empty if it is about other than rests
  static Optional<Rest> of(Property property, Specification specification) {
    return switch (property) {
      case Property.Quiet p -> {
        Term condition = unlessEnded(p.condition(), specification);
        yield Optional.of(of(p.name(), condition, Environment.HELD, Delay.NONE));
      }
      case Property.Possible p -> {
        Term lost = new Term.And(List.of(p.from(), new Term.Not(p.reached())));
        Term condition = unlessEnded(new Term.Not(lost), specification);
        yield Optional.of(of(p.name(), condition, Environment.HELD, Delay.SOME));
      }
      case Property.DeadlockFree p -> {
        Term condition = unlessEnded(p.declared(), specification);
        yield Optional.of(of(p.name(), condition, Environment.FREE, Delay.NONE));
      }
      case Property.Always _, Property.OnStep _, Property.Sometimes _ -> Optional.empty();
    };
  }

  private static Rest of(String name, Term condition, Environment environment, Delay delay) {
    return new Rest(name, condition, environment, delay, Optional.empty());
  }

  /// The same claim, with polling that is watched.
  Rest watching(Optional<Rounds> polling) {
    return new Rest(name, condition, environment, delay, polling);
  }

  /// The declaration of what the monitor keeps.
  String declaration() {
    if (rounds.isPresent()) {
      return "byte %s = 0;\n".formatted(Rounds.TURN);
    }
    return switch (environment) {
      case HELD -> "bool %s = 0;\n".formatted(HELD);
      case FREE -> "";
    };
  }

  private static Term unlessEnded(Term condition, Specification specification) {
    Var ending = specification.variable(Specification.ENDING);
    Term running = new Term.Same(new Term.Read(ending), new Term.Literal(ending.sort(), 0));
    return new Term.Or(List.of(new Term.Not(running), condition));
  }

  /// When a way can be gone.
  ///
  /// @param label where the process is
  /// @param guard when the text allows it
  /// @param writes what it does
  Expression guard(Way way, String label, Expression guard, List<Write> writes) {
    return switch (way.kind()) {
      case PROTOCOL -> guard;
      case ENVIRONMENT -> Expression.and(List.of(environmentMoves(), guard));
      case POLLING -> goesOn(way, label) ? guard : Expression.and(List.of(guard, changes(writes)));
    };
  }

  private Expression environmentMoves() {
    return switch (environment) {
      case HELD -> rounds.isPresent() ? Rounds.unwatched() : Expression.word("!" + HELD);
      case FREE -> rounds.isPresent() ? Rounds.unbegun() : Expression.TRUE;
    };
  }

  /// Whether it is a step of polling to another label.
  static boolean roams(Way way, String label) {
    return way.kind() == StepKind.POLLING && goesOn(way, label);
  }

  private static boolean goesOn(Way way, String label) {
    return switch (way.path().end()) {
      case End.Jump jump -> !jump.label().equals(label);
      case End.Stop _ -> true;
    };
  }

  /// Whether one of the cells gets another value.
  static Expression changes(List<Write> writes) {
    return Expression.or(
        writes.stream().map(write -> write.value().same(write.cell().read()).not()).toList());
  }

  /// The monitor's part, of options.
  ///
  /// @param claim the name of the condition
  String options(String claim) {
    if (rounds.isPresent()) {
      return rounds.get().options(claim);
    }
    return switch (environment) {
      case HELD ->
          "  :: d_step { (!%s && !(%s)) -> %s = 1 }\n".formatted(HELD, claim, HELD)
              + "  :: d_step { (timeout && %s && !(%s)) -> assert(%s) }\n"
                  .formatted(HELD, claim, claim);
      case FREE -> "  :: d_step { (timeout && !(%s)) -> assert(%s) }\n".formatted(claim, claim);
    };
  }

  /// What a reader is told.
  ///
  /// @param roaming whether polling goes round by several steps and is not watched
  List<String> comment(boolean roaming) {
    List<String> lines = new ArrayList<>();
    lines.add("asserted at rest: " + name);
    rounds.ifPresent(watched -> lines.addAll(watched.comment()));
    if (environment == Environment.HELD && rounds.isEmpty()) {
      lines.add("one step more: the environment is held");
    }
    if (delay == Delay.SOME) {
      lines.add("perhaps some steps more: the rest comes later than the violation");
    }
    if (roaming) {
      lines.add("left out: rests in which polling goes round by several steps");
    }
    return lines;
  }
}
