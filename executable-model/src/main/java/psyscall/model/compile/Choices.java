package psyscall.model.compile;

import java.util.List;
import psyscall.spec.process.Address;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;

/// Where the text of a rule chooses, and where control goes from there.
final class Choices {
  private static final Address NOWHERE = new Address("", "", 0);

  private Choices() {}

  /// Whether control never goes on behind a statement.
  static boolean transfers(Statement statement) {
    return new Block(List.of(new Line(NOWHERE, statement))).transfers();
  }

  /// Whether several ways lead to what follows a choice.
  static boolean areShared(Block block) {
    boolean[] found = {false};
    for (Line line : block.lines()) {
      found[0] |= areMetIn(line.statement()) && !transfers(line.statement());
      Blocks.map(
          line.statement(),
          inner -> {
            found[0] |= areShared(inner);
            return inner;
          });
    }
    return found[0];
  }

  /// Whether a choice is met in a statement.
  static boolean areMetIn(Statement statement) {
    return switch (statement) {
      case Statement.Pick _, Statement.Either _ -> true;
      case Statement other -> {
        boolean[] found = {false};
        Blocks.map(
            other,
            inner -> {
              found[0] |= inner.lines().stream().anyMatch(line -> areMetIn(line.statement()));
              return inner;
            });
        yield found[0];
      }
    };
  }
}
