package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.toy.TinyMachine.Condition.BELOW;
import static psyscall.spec.toy.TinyMachine.Condition.EQUAL;
import static psyscall.spec.toy.TinyMachine.Condition.LESS;
import static psyscall.spec.toy.TinyMachine.Size.FULL;
import static psyscall.spec.toy.TinyMachine.Size.HALF;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.spec.term.WordTerm.WordOperation.Operator;
import psyscall.spec.toy.TinyMachine;
import psyscall.spec.toy.TinyMachine.Instruction;

/// Small programs, run by the tiny machine and by plain Java.
class TinyMachineProperties {
  /// Data from here on is not aligned and reaches over the end of the address space.
  private static final long BASE = 0xffff_ffff_ffff_fff3L;

  private static final long RESULT = 0x1000;

  /// A hash of the bytes from r0 to r1, stored at r6; r2 is the hash, r3 its factor, r5 one.
  private static final List<Instruction> HASH =
      List.of(
          new Instruction.Immediate(2, 0xffff_ffff_811c_9dc5L),
          new Instruction.Immediate(3, 0x0100_0193),
          new Instruction.Immediate(5, 1),
          new Instruction.Jump(EQUAL, FULL, 0, 1, 9),
          new Instruction.Load(1, 4, 0),
          new Instruction.Operate(Operator.XOR, HALF, 2, 4),
          new Instruction.Operate(Operator.MUL, HALF, 2, 3),
          new Instruction.Operate(Operator.ADD, FULL, 0, 5),
          new Instruction.Jump(EQUAL, FULL, 5, 5, 3),
          new Instruction.Store(8, 6, 2));

  /// Of the words from r0 to r1 the least as signed in r2 and the greatest as unsigned in r3.
  private static final List<Instruction> EXTREMES =
      List.of(
          new Instruction.Immediate(5, 8),
          new Instruction.Immediate(2, Long.MAX_VALUE),
          new Instruction.Jump(EQUAL, FULL, 0, 1, 14),
          new Instruction.Load(8, 4, 0),
          new Instruction.Operate(Operator.ADD, FULL, 0, 5),
          new Instruction.Jump(LESS, FULL, 4, 2, 7),
          new Instruction.Jump(EQUAL, FULL, 5, 5, 9),
          new Instruction.Operate(Operator.XOR, FULL, 2, 2),
          new Instruction.Operate(Operator.XOR, FULL, 2, 4),
          new Instruction.Jump(BELOW, FULL, 3, 4, 11),
          new Instruction.Jump(EQUAL, FULL, 5, 5, 2),
          new Instruction.Operate(Operator.XOR, FULL, 3, 3),
          new Instruction.Operate(Operator.XOR, FULL, 3, 4),
          new Instruction.Jump(EQUAL, FULL, 5, 5, 2));

  private final Interpreter hash = new Interpreter(TinyMachine.of(HASH), World.of());
  private final Interpreter extremes = new Interpreter(TinyMachine.of(EXTREMES), World.of());

  private static State start(Interpreter machine, Memory memory, long bytes) {
    return machine
        .initial()
        .with(TinyMachine.memory(), memory)
        .with(TinyMachine.register(0), Scalar.of(BASE))
        .with(TinyMachine.register(1), Scalar.of(BASE + bytes))
        .with(TinyMachine.register(6), Scalar.of(RESULT));
  }

  private static State end(Interpreter machine, State start) {
    State state = start;
    for (List<Transition> steps = machine.successors(state);
        !steps.isEmpty();
        steps = machine.successors(state)) {
      assertThat(steps).hasSize(1);
      state = steps.getFirst().target();
    }
    assertThat(Sketch.text(state, "ending")).isEqualTo("done");
    return state;
  }

  private static long register(State state, int number) {
    return state.value(TinyMachine.register(number)).scalar();
  }

  @Property(tries = 200)
  void hashIsThatOfPlainJava(@ForAll @Size(max = 40) byte[] bytes) {
    Memory memory = Memory.ZERO;
    int wanted = 0x811c9dc5;
    for (int at = 0; at < bytes.length; at++) {
      memory = memory.store(BASE + at, 1, bytes[at]);
      wanted = (wanted ^ (bytes[at] & 0xff)) * 0x01000193;
    }
    // Only the first 32-bit result clears the upper half of the constant.
    long whole = bytes.length == 0 ? wanted : Integer.toUnsignedLong(wanted);

    State end = end(hash, start(hash, memory, bytes.length));

    assertThat(register(end, 2)).isEqualTo(whole);
    assertThat(end.value(TinyMachine.memory())).isEqualTo(memory.store(RESULT, 8, whole));
    assertThat(register(end, 0)).isEqualTo(BASE + bytes.length);
  }

  @Property(tries = 200)
  void comparisonsAreThoseOfPlainJava(@ForAll @Size(max = 12) long[] words) {
    Memory memory = Memory.ZERO;
    long least = Long.MAX_VALUE;
    long greatest = 0;
    for (int at = 0; at < words.length; at++) {
      memory = memory.store(BASE + 8L * at, 8, words[at]);
      least = Math.min(least, words[at]);
      greatest = Long.compareUnsigned(greatest, words[at]) < 0 ? words[at] : greatest;
    }

    State end = end(extremes, start(extremes, memory, 8L * words.length));

    assertThat(register(end, 2)).isEqualTo(least);
    assertThat(register(end, 3)).isEqualTo(greatest);
  }
}
