package psyscall.spec.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import psyscall.spec.term.IllFormed;

/// Writes out where control goes at the end of a step: falling through to the next label, and
/// coming back from a call to the next label.
final class Completion {
  private final Line next;

  private Completion(Line next) {
    this.next = next;
  }

  /// The block with every open end going on at `next`.
  ///
  /// @param block the statements of a step
  /// @param next a jump or a return, with an address
  /// @return a block that always transfers control
  static Block complete(Block block, Line next) {
    return new Completion(next).ended(block);
  }

  /// The block with the addresses of its statements, which are provisional until the step is
  /// complete.
  ///
  /// @param block all statements under a label
  /// @param procedure the procedure's name
  /// @param label the label's or the arm's name; empty for the part before the first label
  /// @return the same statements with addresses that are unique and without gaps
  static Block numbered(Block block, String procedure, String label) {
    return new Numbering(procedure, label).numbered(block);
  }

  private Block ended(Block block) {
    Block returning = returning(block, true);
    if (returning.transfers()) {
      return returning;
    }
    List<Line> lines = new ArrayList<>(returning.lines());
    lines.add(next);
    return new Block(lines);
  }

  private Block returning(Block block, boolean tail) {
    List<Line> lines = new ArrayList<>();
    for (int at = 0; at < block.lines().size(); at++) {
      Line line = block.lines().get(at);
      boolean last = tail && at == block.lines().size() - 1;
      lines.add(new Line(line.address(), returning(line.statement(), last)));
    }
    return new Block(lines);
  }

  private Statement returning(Statement statement, boolean tail) {
    if (statement instanceof Statement.Call call && call.leaves()) {
      Map<String, Block> continuations = new LinkedHashMap<>();
      call.continuations()
          .forEach((exit, body) -> continuations.put(exit, resumed(call, body, tail)));
      return new Statement.Call(call.procedure(), call.arguments(), continuations, true);
    }
    return Blocks.map(statement, block -> returning(block, tail));
  }

  private Block resumed(Statement.Call call, Block body, boolean tail) {
    if (!body.transfers() && !tail) {
      throw new IllFormed("a label is needed after the call: callee=" + call.procedure());
    }
    return ended(body);
  }

  /// Counts statements from 0 in the order of the text, each before those in it.
  private static final class Numbering {
    private final String procedure;
    private final String label;
    private int next;

    private Numbering(String procedure, String label) {
      this.procedure = procedure;
      this.label = label;
    }

    private Block numbered(Block block) {
      List<Line> lines = new ArrayList<>();
      for (Line line : block.lines()) {
        Address address = new Address(procedure, label, next++);
        lines.add(new Line(address, Blocks.map(line.statement(), this::numbered)));
      }
      return new Block(lines);
    }
  }
}
