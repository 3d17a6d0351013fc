package psyscall.spec.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Word;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;
import psyscall.spec.term.WordTerm.WordOperation.Operator;

/// A machine of 24 registers of 64 bits, a memory and five instructions: a specification that has
/// nothing to do with Go.
///
/// A 32-bit result is written with zeros above, as on x86-64. The program is data and becomes the
/// text of the one process: a label for each instruction.
public final class TinyMachine {
  /// How many registers there are.
  public static final int REGISTERS = 24;

  /// How a program ends when it runs past its last instruction.
  public static final Ending DONE = new Ending("done", Ending.Kind.FINAL, "the program is over");

  private static final Citation SOURCE = new Citation("", List.of(), "", "");

  private final Bytes memory;
  private final List<Word> registers;

  private TinyMachine() {
    memory = Bytes.TYPE.of(new Term.Read(memory()));
    registers =
        IntStream.range(0, REGISTERS)
            .mapToObj(at -> Word.bits(64).of(new Term.Read(register(at))))
            .toList();
  }

  /// Half of a register, or all of it.
  public enum Size {
    /// 32 bits; a result has zeros above.
    HALF(32),
    /// 64 bits.
    FULL(64);

    private final int bits;

    Size(int bits) {
      this.bits = bits;
    }
  }

  /// When a jump is taken.
  public enum Condition {
    /// The left is less, both taken as unsigned.
    BELOW,
    /// The left is less, both taken as signed.
    LESS,
    /// The two are equal.
    EQUAL
  }

  /// What the machine can do; registers are numbers from 0 to 23.
  public sealed interface Instruction {

    /// Loads a constant.
    record Immediate(int to, long value) implements Instruction {}

    /// Replaces the left operand by the result.
    record Operate(Operator operator, Size size, int to, int from) implements Instruction {}

    /// Loads 1, 2, 4 or 8 bytes from the address in a register, with zeros above.
    record Load(int bytes, int to, int address) implements Instruction {}

    /// Stores the low 1, 2, 4 or 8 bytes of a register at the address in another.
    record Store(int bytes, int address, int from) implements Instruction {}

    /// Jumps to an instruction, counted from 0, if a comparison holds.
    record Jump(Condition condition, Size size, int left, int right, int target)
        implements Instruction {}
  }

  /// The variable of a register.
  ///
  /// @param number from 0 to 23
  /// @return `r0` to `r23`
  public static Var register(int number) {
    return new Var("r" + number, Word.bits(64).sort(), Var.Role.FIELD);
  }

  /// The variable of the memory.
  ///
  /// @return `memory`
  public static Var memory() {
    return new Var("memory", Bytes.TYPE.sort(), Var.Role.FIELD);
  }

  /// The machine with a program in it; registers and memory are zero at the start.
  ///
  /// @param program its instructions; it ends behind the last one
  /// @return the specification
  public static Specification of(List<Instruction> program) {
    TinyMachine machine = new TinyMachine();
    Program procedure = machine.new Program(program);
    List<Var> variables = new ArrayList<>();
    variables.add(memory());
    IntStream.range(0, REGISTERS).mapToObj(TinyMachine::register).forEach(variables::add);
    return Flattening.of(
        new Protocol(
            "tiny machine",
            variables,
            List.of(Process.of("cpu", Optional.empty(), List.of(procedure.name()))),
            Map.of(procedure.name(), procedure.text()),
            Block.EMPTY));
  }

  private final class Program extends Procedure {
    private final List<Instruction> instructions;

    Program(List<Instruction> instructions) {
      super("program", "the instructions, a label each", SOURCE);
      this.instructions = instructions;
    }

    @Override
    protected void body() {
      for (int at = 0; at < instructions.size(); at++) {
        label("at" + at, "");
        record(instructions.get(at));
      }
      label("at" + instructions.size(), "");
      halt(DONE);
    }

    private void record(Instruction instruction) {
      switch (instruction) {
        case Instruction.Immediate i -> set(registers.get(i.to()), Word.of(i.value(), 64));
        case Instruction.Operate i -> {
          Word result = part(i.to(), i.size()).apply(i.operator(), part(i.from(), i.size()));
          set(registers.get(i.to()), result.zeroExtend(64));
        }
        case Instruction.Load i ->
            set(
                registers.get(i.to()),
                memory.load(registers.get(i.address()), i.bytes()).zeroExtend(64));
        case Instruction.Store i -> {
          Word low = registers.get(i.from()).extract(0, 8 * i.bytes());
          set(memory, memory.store(registers.get(i.address()), low));
        }
        case Instruction.Jump i -> when(holds(i), () -> goTo("at" + i.target()));
      }
    }

    private Bool holds(Instruction.Jump jump) {
      Word left = part(jump.left(), jump.size());
      Word right = part(jump.right(), jump.size());
      return switch (jump.condition()) {
        case BELOW -> left.below(right);
        case LESS -> left.lessThan(right);
        case EQUAL -> left.is(right);
      };
    }

    private Word part(int register, Size size) {
      return registers.get(register).extract(0, size.bits);
    }
  }
}
