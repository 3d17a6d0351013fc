package psyscall.model.interpret;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.term.WordTerm.WordOperation.Operator;
import psyscall.spec.toy.Checksum;
import psyscall.spec.toy.Ledger;
import psyscall.spec.toy.Mailbox;
import psyscall.spec.toy.TicketLock;
import psyscall.spec.toy.TinyMachine;
import psyscall.spec.toy.TinyMachine.Condition;
import psyscall.spec.toy.TinyMachine.Instruction;
import psyscall.spec.toy.TinyMachine.Size;
import psyscall.spec.toy.TinyScheduler;
import psyscall.spec.toy.TwoPhaseCommit;

/// A toy in a world small enough to look at each of its states.
///
/// @param specification the toy
/// @param world the sizes
/// @param states how many states are reachable
/// @param transitions how many steps are possible in them
public record ToyWorld(Specification specification, World world, int states, int transitions) {
  /// Shifts a bit through a register until its lower half is empty.
  private static final List<Instruction> COUNTDOWN =
      List.of(
          new Instruction.Immediate(0, -1),
          new Instruction.Immediate(1, 2),
          new Instruction.Operate(Operator.MUL, Size.FULL, 0, 1),
          new Instruction.Store(4, 1, 0),
          new Instruction.Load(2, 3, 1),
          new Instruction.Operate(Operator.SHIFT_RIGHT, Size.HALF, 3, 1),
          new Instruction.Jump(Condition.LESS, Size.HALF, 0, 4, 2));

  /// All toys.
  public static Stream<ToyWorld> all() {
    return Stream.of(
        new ToyWorld(
            TwoPhaseCommit.specification(), World.of(TwoPhaseCommit.R.IDS.sort(), 3), 288, 1145),
        new ToyWorld(TicketLock.specification(3), World.of(TicketLock.T.IDS.sort(), 3), 93, 171),
        new ToyWorld(TicketLock.specification(1), World.of(TicketLock.T.IDS.sort(), 2), 10, 18),
        new ToyWorld(Mailbox.specification(), World.of(Mailbox.G.IDS.sort(), 3), 2862, 4152),
        new ToyWorld(Ledger.specification(), World.of(Ledger.A.IDS.sort(), 2), 1440, 4562),
        new ToyWorld(Checksum.specification(), World.of(Checksum.T.IDS.sort(), 1), 566, 752),
        new ToyWorld(TinyMachine.of(COUNTDOWN), World.of(), 164, 163),
        new ToyWorld(
            TinyScheduler.specification(),
            World.of(TinyScheduler.M.IDS.sort(), 2, TinyScheduler.P.IDS.sort(), 2),
            4495,
            20694));
  }

  /// Small scenarios of the runtime; their counts are pinned where they are checked.
  public static Stream<ToyWorld> runtime() {
    return Stream.of("one-call-sysmon", "hand-off", "stop-first")
        .map(name -> Scenarios.named(name).orElseThrow())
        .map(
            scenario ->
                new ToyWorld(
                    Flattening.of(scenario.protocol()), new World(scenario.sizes()), 0, 0));
  }

  /// A fresh interpreter of the toy in its world.
  public Interpreter interpreter() {
    return new Interpreter(specification, world);
  }

  /// All reachable states, breadth first.
  public static Set<State> reachable(Interpreter interpreter) {
    Set<State> found = new LinkedHashSet<>();
    Deque<State> open = new ArrayDeque<>();
    found.add(interpreter.initial());
    open.add(interpreter.initial());
    while (!open.isEmpty()) {
      for (Transition transition : interpreter.successors(open.remove())) {
        if (found.add(transition.target())) {
          open.add(transition.target());
        }
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return specification.name() + " " + world.sizes().values();
  }
}
