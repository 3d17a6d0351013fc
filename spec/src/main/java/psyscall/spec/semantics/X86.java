package psyscall.spec.semantics;

import static psyscall.spec.term.WordTerm.WordOperation.Operator.AND;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.OR;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.XOR;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Target;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Effect.Exit;
import psyscall.spec.semantics.Effect.Place;

/// The processor's own meaning of an instruction, in 64-bit mode.
///
/// A flag that the manuals leave undefined is unknown after the instruction. Quotient and remainder
/// of a division are unknown words; those of 32 bits are the right ones by what is assumed, those
/// of 64 bits may be any.
///
/// @param vendor how SYSRET treats an address that is not canonical
public record X86(Vendor vendor) implements Meaning {
  private static final int BITS = 64;
  private static final long STEP = 8;

  /// Who made the processor.
  public enum Vendor {
    /// SYSRET to a non-canonical address faults in ring 0.
    INTEL,
    /// SYSRET to a non-canonical address faults in ring 3.
    AMD
  }

  @Override
  public Effect of(Placed placed, Values before) {
    return switch (placed.instruction()) {
      case Instruction.Move move -> move(move, placed, before);
      case Instruction.Lea(Operand.Reg destination, Address address) -> {
        Outcome outcome = new Outcome();
        Word value = Operands.effective(Operands.flat(address, placed), before);
        Word part = destination.width() == Width.QUAD ? value : cut(value, destination.width());
        Operands.write(outcome, destination, part, placed, before);
        yield outcome.next();
      }
      case Instruction.Binary binary -> binary(binary, placed, before);
      case Instruction.Unary unary -> unary(unary, placed, before);
      case Instruction.Multiply multiply -> multiply(multiply, placed, before);
      case Instruction.MultiplyWide(Operand factor) -> multiplyWide(factor, placed, before);
      case Instruction.DivideWide(Operand divisor) -> Division.of(divisor, placed, before);
      case Instruction.Push(Operand source) ->
          push(new Outcome(), Operands.read(source, Width.QUAD, placed, before), before).next();
      case Instruction.Pop(Operand destination) -> pop(destination, placed, before);
      case Instruction.Call(Target target) ->
          push(new Outcome(), Word.of(placed.end(), BITS), before)
              .to(place(target, placed, before));
      case Instruction.Jump(Target target) -> new Outcome().to(place(target, placed, before));
      case Instruction.JumpIf jump -> {
        Bool taken = Flags.holds(jump.condition(), before);
        yield new Outcome()
            .exits(
                List.of(
                    new Exit(taken, place(jump.target(), placed, before)),
                    new Exit(taken.not(), new Place.Next())));
      }
      case Instruction.Ret _ ->
          new Outcome()
              .set(Register.RSP, moved(before, STEP))
              .to(new Place.Computed(before.load(Address.at(Register.RSP, 0), Width.QUAD)));
      case Instruction.Interrupt _ ->
          new Outcome().to(new Place.Fault(Effect.Exception.SOFTWARE_INTERRUPT));
      case Instruction.Nop _ -> new Outcome().next();
      case Instruction.Syscall _ -> RingCrossing.syscall(placed, before);
      case Instruction.Sysret _ -> RingCrossing.sysret(vendor, before);
      case Instruction.Iret _ -> RingCrossing.iret(before);
    };
  }

  private static Effect move(Instruction.Move move, Placed placed, Values before) {
    Outcome outcome = new Outcome();
    Width width = Operands.placeWidth(move.destination());
    Word source = Operands.read(move.source(), width, placed, before);
    Word value =
        switch (move.extension()) {
          case NONE -> source;
          case ZERO -> source.zeroExtend(width.bits());
          case SIGN -> source.signExtend(width.bits());
        };
    Operands.write(outcome, move.destination(), value, placed, before);
    return outcome.next();
  }

  private static Effect binary(Instruction.Binary binary, Placed placed, Values before) {
    Outcome outcome = new Outcome();
    Width width = Operands.width(binary.destination()).orElse(Width.QUAD);
    Word left = Operands.read(binary.destination(), width, placed, before);
    Word right = Operands.read(binary.source(), width, placed, before);
    Word result =
        switch (binary.operator()) {
          case ADD -> Flags.ofSum(outcome, left, right);
          case SUB, CMP -> Flags.ofDifference(outcome, left, right);
          case AND, TEST -> logic(outcome, left.apply(AND, right));
          case OR -> logic(outcome, left.apply(OR, right));
          case XOR -> logic(outcome, left.apply(XOR, right));
        };
    switch (binary.operator()) {
      case ADD, SUB, AND, OR, XOR ->
          Operands.write(outcome, binary.destination(), result, placed, before);
      case CMP, TEST -> {}
    }
    return outcome.next();
  }

  private static Word logic(Outcome outcome, Word result) {
    Flags.ofLogic(outcome, result);
    return result;
  }

  private static Effect unary(Instruction.Unary unary, Placed placed, Values before) {
    Outcome outcome = new Outcome();
    Width width = Operands.placeWidth(unary.operand());
    Word old = Operands.read(unary.operand(), width, placed, before);
    Word zero = Word.of(0, width.bits());
    Word one = Word.of(1, width.bits());
    Word result =
        switch (unary.operator()) {
          case NOT -> old.apply(XOR, Word.of(-1, width.bits()));
          case NEG -> Flags.ofDifference(outcome, zero, old);
          case INC -> Flags.ofSum(outcome, old, one);
          case DEC -> Flags.ofDifference(outcome, old, one);
        };
    switch (unary.operator()) {
      case INC, DEC -> outcome.set(Flag.CF, before.get(Flag.CF));
      case NOT, NEG -> {}
    }
    Operands.write(outcome, unary.operand(), result, placed, before);
    return outcome.next();
  }

  private static Effect multiply(Instruction.Multiply multiply, Placed placed, Values before) {
    Outcome outcome = new Outcome();
    Width width = multiply.destination().width();
    Word left = Operands.read(multiply.left(), width, placed, before);
    Word right = Operands.read(multiply.right(), width, placed, before);
    Flags.ofProduct(outcome, Products.isCutSigned(left, right));
    Operands.write(outcome, multiply.destination(), Products.low(left, right), placed, before);
    return outcome.next();
  }

  private static Effect multiplyWide(Operand factor, Placed placed, Values before) {
    Outcome outcome = new Outcome();
    Width width = Operands.placeWidth(factor);
    Operand.Reg low = new Operand.Reg(Register.RAX, width);
    Operand.Reg high = new Operand.Reg(Register.RDX, width);
    Word left = Operands.read(low, width, placed, before);
    Word right = Operands.read(factor, width, placed, before);
    Word upper = Products.high(left, right);
    Flags.ofProduct(outcome, upper.is(Word.of(0, width.bits())).not());
    Operands.write(outcome, low, Products.low(left, right), placed, before);
    Operands.write(outcome, high, upper, placed, before);
    return outcome.next();
  }

  private static Outcome push(Outcome outcome, Word value, Values before) {
    return outcome
        .store(Address.at(Register.RSP, -STEP), value)
        .set(Register.RSP, moved(before, -STEP));
  }

  private static Effect pop(Operand destination, Placed placed, Values before) {
    Outcome outcome = new Outcome().set(Register.RSP, moved(before, STEP));
    Word value = before.load(Address.at(Register.RSP, 0), Width.QUAD);
    Operands.write(outcome, destination, value, placed, before);
    return outcome.next();
  }

  private static Word moved(Values before, long by) {
    return before.get(Register.RSP).plus(Word.of(by, BITS));
  }

  private static Word cut(Word value, Width width) {
    return value.extract(0, width.bits());
  }

  private static Place place(Target target, Placed placed, Values before) {
    return switch (target) {
      case Target.Indirect(Operand operand) ->
          new Place.Computed(Operands.read(operand, Width.QUAD, placed, before));
      case Target.Inside _, Target.Symbol _, Target.Absolute _ -> new Place.At(target);
    };
  }
}
