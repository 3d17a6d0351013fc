package psyscall.spec.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Line;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The three forms in which a rule is used: it refuses (as written), it waits, or it only tells.
final class Forms {
  private Forms() {}

  /// An event that is not allowed does not happen.
  static ProcedureText awaited(ProcedureText text) {
    return text.with(awaited(text.opening()), text.labels());
  }

  private static Block awaited(Block block) {
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      Statement statement =
          line.statement() instanceof Statement.Assert guard
              ? new Statement.Await(guard.condition())
              : Blocks.map(line.statement(), Forms::awaited);
      lines.add(new Line(line.address(), statement));
    }
    return new Block(lines);
  }

  /// Whatever happens is allowed; only some variables are kept.
  static ProcedureText told(ProcedureText text, Set<Var> kept) {
    return text.with(told(text.opening(), kept), text.labels());
  }

  static Block told(Block block, Set<Var> kept) {
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      boolean tells =
          switch (line.statement()) {
            case Statement.Assert _ -> false;
            case Statement.Assign s -> kept.contains(root(s.place()));
            case Statement.Bulk s -> kept.contains(root(s.place()));
            case Statement _ -> true;
          };
      if (tells) {
        lines.add(line);
      }
    }
    return new Block(lines);
  }

  private static Var root(Term place) {
    return switch (place) {
      case Term.Read read -> read.variable();
      case Term.Select select -> root(select.array());
      case Term.FieldOf field -> root(field.struct());
      case Term other -> throw new IllegalStateException("not a place: term=" + other);
    };
  }
}
