package psyscall.spec.kernel;

import static psyscall.spec.term.WordTerm.WordOperation.Operator.AND;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.OR;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.XOR;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.Values;

/// A wrong meaning of one instruction: what proofs and the live comparison must notice.
///
/// Each wraps a right meaning and edits the effect of the instruction that it is about, so that it
/// works on the processor's own meaning and on the user's view alike.
public enum SemanticMutant {
  /// SYSCALL sets PF: seen in a published model, which took "bit 1" for "value 1".
  SYSCALL_SETS_PF("after a system call PF is set"),
  /// R11 comes back with TF: seen in a published model, and in a debugger.
  R11_HAS_TF("after a system call R11 has TF set"),
  /// RCX holds the address of SYSCALL itself.
  RCX_IS_SYSCALL("after a system call RCX is the address of SYSCALL, not of what follows"),
  /// The kernel loses RDX, where Go's second result is read.
  RDX_IS_LOST("after a system call RDX is 0"),
  /// The direction flag does not survive a call.
  DF_IS_CLEARED("after a system call DF is clear"),
  /// A move of 32 bits keeps the upper half of the register.
  MOVL_KEEPS_UPPER("a move of 32 bits into a register keeps its upper half"),
  /// "Lower or same" reads CF only.
  BE_IS_B("the condition lower-or-same reads CF only"),
  /// The two's complement is taken for the one's.
  NEG_IS_NOT("NEG inverts the bits and adds nothing"),
  /// INC writes CF; no stub has a jump on CF behind an INC.
  INC_WRITES_CF("INC writes CF");

  private static final int BITS = 64;

  private final String claim;

  SemanticMutant(String claim) {
    this.claim = claim;
  }

  /// Its name for people.
  ///
  /// @return lower case words joined by hyphens
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Why no proof about Go's stubs can notice it.
  ///
  /// @return a clause; empty if a proof must
  public Optional<String> whyNotProved() {
    return switch (this) {
      case INC_WRITES_CF -> Optional.of("no stub reads CF behind an INC");
      case SYSCALL_SETS_PF,
          R11_HAS_TF,
          RCX_IS_SYSCALL,
          RDX_IS_LOST,
          DF_IS_CLEARED,
          MOVL_KEEPS_UPPER,
          BE_IS_B,
          NEG_IS_NOT ->
          Optional.empty();
    };
  }

  /// What is wrong, as a sentence about the mutant.
  ///
  /// @return the claim
  public String claim() {
    return claim;
  }

  /// The wrong meaning.
  ///
  /// @param right the right one
  /// @return the same but for one instruction
  public Meaning of(Meaning right) {
    return (placed, before) -> edited(placed, before, right.of(placed, before));
  }

  private Effect edited(Placed placed, Values before, Effect effect) {
    boolean isCall = placed.instruction() instanceof Instruction.Syscall;
    return switch (this) {
      case SYSCALL_SETS_PF -> isCall ? effect.with(Flag.PF, Bool.TRUE) : effect;
      case R11_HAS_TF -> isCall ? effect.with(Register.R11, withTf(before, effect)) : effect;
      case RCX_IS_SYSCALL ->
          isCall ? effect.with(Register.RCX, Word.of(placed.address(), BITS)) : effect;
      case RDX_IS_LOST -> isCall ? effect.with(Register.RDX, Word.of(0, BITS)) : effect;
      case DF_IS_CLEARED -> isCall ? effect.with(Flag.DF, Bool.FALSE) : effect;
      case MOVL_KEEPS_UPPER -> keepingUpper(placed, before, effect);
      case BE_IS_B -> readingCarry(placed, before, effect);
      case NEG_IS_NOT -> inverting(placed, before, effect);
      case INC_WRITES_CF -> carrying(placed, before, effect);
    };
  }

  private static Word withTf(Values before, Effect effect) {
    Word r11 = effect.registers().getOrDefault(Register.R11, before.get(Register.R11));
    return r11.apply(OR, Word.of(Flag.TF.mask(), BITS));
  }

  private static Effect keepingUpper(Placed placed, Values before, Effect effect) {
    if (placed.instruction()
            instanceof Instruction.Move(Operand.Reg(Register to, Width width), _, _)
        && width == Width.DOUBLE) {
      Word upper = before.get(to).apply(AND, Word.of(-1L << Width.DOUBLE.bits(), BITS));
      Word moved = effect.registers().getOrDefault(to, before.get(to));
      return effect.with(to, upper.apply(OR, moved));
    }
    return effect;
  }

  private static Effect readingCarry(Placed placed, Values before, Effect effect) {
    if (placed.instruction() instanceof Instruction.JumpIf jump
        && jump.condition() == Condition.BE) {
      Bool carry = before.get(Flag.CF);
      Effect.Place taken = effect.exits().getFirst().place();
      return effect.with(
          List.of(
              new Effect.Exit(carry, taken),
              new Effect.Exit(carry.not(), new Effect.Place.Next())));
    }
    return effect;
  }

  private static Effect inverting(Placed placed, Values before, Effect effect) {
    if (placed.instruction()
            instanceof
            Instruction.Unary(
                Instruction.Unary.Operator operator,
                Operand.Reg(Register register, Width width))
        && operator == Instruction.Unary.Operator.NEG
        && width == Width.QUAD) {
      return effect.with(register, before.get(register).apply(XOR, Word.of(-1, BITS)));
    }
    return effect;
  }

  private static Effect carrying(Placed placed, Values before, Effect effect) {
    if (placed.instruction()
            instanceof
            Instruction.Unary(
                Instruction.Unary.Operator operator,
                Operand.Reg(Register register, Width width))
        && operator == Instruction.Unary.Operator.INC
        && width == Width.QUAD) {
      return effect.with(Flag.CF, before.get(register).is(Word.of(-1, BITS)));
    }
    return effect;
  }
}
