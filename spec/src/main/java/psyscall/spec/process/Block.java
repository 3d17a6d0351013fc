package psyscall.spec.process;

import java.util.List;
import psyscall.spec.term.Term;

/// Statements in order.
///
/// @param lines the statements with their addresses
public record Block(List<Line> lines) {
  /// No statements.
  public static final Block EMPTY = new Block(List.of());

  /// Copies the lines.
  public Block {
    lines = List.copyOf(lines);
  }

  /// Whether control never comes out at the end: each path jumps, returns, ends the run or waits
  /// for what never holds.
  ///
  /// @return whether the block always transfers control
  public boolean transfers() {
    return lines.stream().anyMatch(line -> transfers(line.statement()));
  }

  private static boolean transfers(Statement statement) {
    return switch (statement) {
      case Statement.Goto _, Statement.Become _, Statement.Return _, Statement.Halt _ -> true;
      case Statement.Call call -> call.leaves();
      case Statement.Await await ->
          await.condition() instanceof Term.Literal never && never.value() == 0;
      case Statement.If s -> s.then().transfers() && s.otherwise().transfers();
      case Statement.IfSome s -> s.some().transfers() && s.none().transfers();
      case Statement.Pick s ->
          s.some().transfers() && (!s.domain().canBeEmpty() || s.none().transfers());
      case Statement.Either s -> s.alternatives().stream().allMatch(a -> a.body().transfers());
      case Statement.Section s -> s.body().transfers();
      case Statement.Assign _,
          Statement.Let _,
          Statement.Require _,
          Statement.Bulk _,
          Statement.Assert _,
          Statement.Emit _,
          Statement.Say _ ->
          false;
    };
  }
}
