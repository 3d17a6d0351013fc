package psyscall.spec.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import psyscall.spec.process.Address;
import psyscall.spec.process.Arm;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Ending;
import psyscall.spec.process.LabelText;
import psyscall.spec.process.Line;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.term.IllFormed;

/// Splits an atomic step in two: what follows in the block becomes a step of its own.
///
/// Values that were named before the cut are named again behind it, from the state as it is then.
final class Splitting {
  private final Address at;
  private Optional<Block> rest = Optional.empty();

  private Splitting(Address at) {
    this.at = at;
  }

  static UnaryOperator<Protocol> at(Site site) {
    return protocol -> {
      ProcedureText text = protocol.text(site.procedure());
      return protocol.with(new Splitting(site.in(protocol)).split(text));
    };
  }

  private ProcedureText split(ProcedureText text) {
    List<LabelText> labels = new ArrayList<>();
    for (LabelText label : text.labels()) {
      List<Arm> arms = new ArrayList<>();
      Optional<LabelText> second = Optional.empty();
      for (Arm arm : label.arms()) {
        String next = arm.name() + "Second";
        Block first = cut(arm.body(), List.of(), next);
        arms.add(arm.with(first));
        if (rest.isPresent() && second.isEmpty() && !first.equals(arm.body())) {
          Arm behind = new Arm(next, arm.kind(), arm.citation(), rest.get());
          second = Optional.of(new LabelText(next, List.of(behind)));
        }
      }
      labels.add(new LabelText(label.name(), arms));
      second.ifPresent(labels::add);
    }
    if (rest.isEmpty()) {
      throw new IllFormed("no step to split: address=" + at);
    }
    return text.with(text.opening(), labels);
  }

  private Block cut(Block block, List<Line> named, String next) {
    List<Line> before = new ArrayList<>();
    List<Line> binders = new ArrayList<>(named);
    for (int position = 0; position < block.lines().size(); position++) {
      Line line = block.lines().get(position);
      if (line.address().equals(at)) {
        List<Line> behind = new ArrayList<>(binders);
        behind.addAll(block.lines().subList(position, block.lines().size()));
        Block tail = new Block(behind);
        if (!tail.transfers()) {
          throw new IllFormed("the rest of the block comes back: address=" + at);
        }
        rest = Optional.of(tail);
        Address end = new Address(at.procedure(), next, at.ordinal());
        before.add(new Line(end, new Statement.Goto(next)));
        return new Block(before);
      }
      List<Line> inner = new ArrayList<>(binders);
      switch (line.statement()) {
        case Statement.Let _, Statement.Require _ -> binders.add(line);
        case Statement.IfSome some ->
            inner.add(
                new Line(
                    line.address(),
                    new Statement.Require(some.bound(), some.optional(), Ending.NIL_DEREFERENCE)));
        case Statement _ -> {}
      }
      before.add(new Line(line.address(), Blocks.map(line.statement(), b -> cut(b, inner, next))));
    }
    return new Block(before);
  }
}
