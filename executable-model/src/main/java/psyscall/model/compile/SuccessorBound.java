package psyscall.model.compile;

import java.util.List;
import java.util.Map;
import psyscall.model.behavior.World;
import psyscall.spec.process.Block;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Line;
import psyscall.spec.process.Process;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;

/// An upper bound of the number of steps out of a state, from the text alone: how much room a
/// buffer of successors needs.
final class SuccessorBound {
  private static final long LIMIT = 1 << 20;

  private final World world;

  private SuccessorBound(World world) {
    this.world = world;
  }

  /// The bound of a specification in a world.
  ///
  /// @throws IllegalArgumentException if it is beyond a million
  static int of(Specification specification, World world) {
    SuccessorBound bound = new SuccessorBound(world);
    long sum = 0;
    for (Process process : specification.processes()) {
      long most = 0;
      Map<String, List<Rule>> byLabel = specification.rulesByLabel(process.name());
      for (List<Rule> rules : byLabel.values()) {
        most = Math.max(most, rules.stream().mapToLong(r -> bound.of(r.body())).sum());
      }
      sum += most * process.over().map(world::size).orElse(1);
    }
    if (sum > LIMIT) {
      throw new IllegalArgumentException(
          "steps out of one state: bound=" + sum + ", limit=" + LIMIT);
    }
    return (int) sum;
  }

  private long of(Block block) {
    long product = 1;
    for (Line line : block.lines()) {
      product = Math.min(LIMIT + 1, product * of(line.statement()));
    }
    return product;
  }

  private long of(Statement statement) {
    return switch (statement) {
      case Statement.If s -> Math.max(of(s.then()), of(s.otherwise()));
      case Statement.IfSome s -> Math.max(of(s.some()), of(s.none()));
      case Statement.Section s -> of(s.body());
      // One without alternatives is a way less, but not for those that ended before they met it.
      case Statement.Either s ->
          Math.max(
              1, s.alternatives().stream().mapToLong(alternative -> of(alternative.body())).sum());
      case Statement.Pick s ->
          Math.min(LIMIT + 1, Math.max(candidates(s.domain()) * of(s.some()), of(s.none())));
      case Statement.Assign _,
          Statement.Let _,
          Statement.Require _,
          Statement.Await _,
          Statement.Bulk _,
          Statement.Assert _,
          Statement.Halt _,
          Statement.Goto _,
          Statement.Become _,
          Statement.Call _,
          Statement.Return _,
          Statement.Emit _,
          Statement.Say _ ->
          1;
    };
  }

  private long candidates(Domain domain) {
    return switch (domain) {
      case Domain.ElementOf d -> size(d.set().sort());
      case Domain.SubsetOf d -> 1L << Math.min(size(d.set().sort()), 30);
      case Domain.OneOf d -> d.values().size();
    };
  }

  private int size(Sort set) {
    return world.size(((Sort.SetOf) set).of());
  }
}
