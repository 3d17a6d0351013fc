package psyscall.spec.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Changes of a protocol, statement by statement. Each names its statement by a [Site] and fails if
/// there is none, so an edit that changes nothing cannot pass unnoticed.
public final class Edits {
  private Edits() {}

  /// Several edits one after the other.
  ///
  /// @param edits in order
  /// @return their composition
  @SafeVarargs
  public static UnaryOperator<Protocol> all(UnaryOperator<Protocol>... edits) {
    return protocol -> {
      Protocol result = protocol;
      for (UnaryOperator<Protocol> edit : edits) {
        result = edit.apply(result);
      }
      return result;
    };
  }

  /// Leaves a statement out.
  ///
  /// @param at which
  /// @return the edit
  public static UnaryOperator<Protocol> drop(Site at) {
    return lines(at, _ -> List.of());
  }

  /// Leaves a test out: the branch is always taken.
  ///
  /// @param at a branch
  /// @return the edit
  public static UnaryOperator<Protocol> always(Site at) {
    return condition(at, _ -> new Term.Literal(Sort.TRUTH, 1));
  }

  /// Leaves a branch out: it is never taken.
  ///
  /// @param at a branch
  /// @return the edit
  public static UnaryOperator<Protocol> never(Site at) {
    return condition(at, _ -> new Term.Literal(Sort.TRUTH, 0));
  }

  /// Changes the condition of an `if`.
  ///
  /// @param at which
  /// @param change the new condition of the old one
  /// @return the edit
  public static UnaryOperator<Protocol> condition(Site at, UnaryOperator<Term> change) {
    return statement(
        at,
        old -> {
          if (old instanceof Statement.If branch) {
            return new Statement.If(
                change.apply(branch.condition()), branch.then(), branch.otherwise());
          }
          throw new IllFormed("not a branch: wanted=" + at.what());
        });
  }

  /// Replaces a statement.
  ///
  /// @param at which
  /// @param change the new statement of the old one
  /// @return the edit
  public static UnaryOperator<Protocol> statement(Site at, UnaryOperator<Statement> change) {
    return lines(at, line -> List.of(new Line(line.address(), change.apply(line.statement()))));
  }

  /// Replaces one variable by another of the same sort, in every procedure.
  ///
  /// @param from the name of the variable that is no longer used
  /// @param to the name of the one that takes its place
  /// @return the edit
  public static UnaryOperator<Protocol> substitute(String from, String to) {
    return protocol -> {
      Var old = variable(protocol, from);
      Term replacement = new Term.Read(variable(protocol, to));
      UnaryOperator<Term> rewrite =
          term ->
              Traversal.rewrite(
                  term,
                  part ->
                      part instanceof Term.Read read && read.variable().equals(old)
                          ? replacement
                          : part);
      Map<String, ProcedureText> texts = new TreeMap<>();
      protocol
          .procedures()
          .forEach((name, text) -> texts.put(name, map(text, block -> terms(block, rewrite))));
      return new Protocol(
          protocol.name(), protocol.variables(), protocol.processes(), texts, protocol.initial());
    };
  }

  private static Var variable(Protocol protocol, String name) {
    return protocol.variables().stream()
        .filter(v -> v.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllFormed("unknown variable: name=" + name));
  }

  private static Block terms(Block block, UnaryOperator<Term> rewrite) {
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      Statement inner = Blocks.map(line.statement(), b -> terms(b, rewrite));
      lines.add(new Line(line.address(), Blocks.mapTerms(inner, rewrite)));
    }
    return new Block(lines);
  }

  /// Splits an atomic step: what begins at the statement becomes a step of its own.
  ///
  /// @param at a statement of the step, not the first; the rest of its block must jump
  /// @return the edit
  public static UnaryOperator<Protocol> split(Site at) {
    return Splitting.at(at);
  }

  /// Moves a statement behind a later one of its block.
  ///
  /// @param at which
  /// @param behind the statement that it comes after
  /// @return the edit
  public static UnaryOperator<Protocol> later(Site at, Site behind) {
    return protocol -> {
      Statement[] moved = new Statement[1];
      Protocol without =
          lines(
                  at,
                  line -> {
                    moved[0] = line.statement();
                    return List.of();
                  })
              .apply(protocol);
      Address from = at.in(protocol);
      return lines(behind, line -> List.of(line, new Line(from, moved[0]))).apply(without);
    };
  }

  /// Replaces a line by others.
  ///
  /// @param at which
  /// @param change the new lines
  /// @return the edit
  public static UnaryOperator<Protocol> lines(Site at, Function<Line, List<Line>> change) {
    return protocol -> {
      Address address = at.in(protocol);
      ProcedureText text = protocol.text(at.procedure());
      return protocol.with(map(text, block -> replace(block, address, change)));
    };
  }

  private static Block replace(Block block, Address at, Function<Line, List<Line>> change) {
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      if (line.address().equals(at)) {
        lines.addAll(change.apply(line));
      } else {
        Statement inner = Blocks.map(line.statement(), b -> replace(b, at, change));
        lines.add(new Line(line.address(), inner));
      }
    }
    return new Block(lines);
  }

  private static ProcedureText map(ProcedureText text, UnaryOperator<Block> change) {
    List<LabelText> labels = new ArrayList<>();
    for (LabelText label : text.labels()) {
      List<Arm> arms = new ArrayList<>();
      label.arms().forEach(arm -> arms.add(arm.with(change.apply(arm.body()))));
      labels.add(new LabelText(label.name(), arms));
    }
    return text.with(change.apply(text.opening()), labels);
  }
}
