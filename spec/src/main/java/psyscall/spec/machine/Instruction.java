package psyscall.spec.machine;

/// An instruction of the subset that routines with SYSCALL consist of.
///
/// The width of an operation is that of its destination. Two operations that only differ in their
/// encoding are the same instruction.
public sealed interface Instruction {

  /// Copies a value; flags are kept.
  ///
  /// @param destination a register or a place in memory
  /// @param source what is copied, as wide as the destination unless it is extended
  /// @param extension how a narrower source is made as wide
  record Move(Operand destination, Operand source, Extension extension) implements Instruction {
    /// How a narrower source becomes as wide as the destination.
    public enum Extension {
      /// The widths are equal.
      NONE,
      /// By zeros.
      ZERO,
      /// By copies of the sign bit: MOVSLQ, movslq.
      SIGN
    }
  }

  /// Puts an address, not what lies there, into a register; flags are kept, the base of a segment
  /// does not count.
  ///
  /// @param destination a register
  /// @param address the address
  record Lea(Operand.Reg destination, Address address) implements Instruction {}

  /// An operation on two operands; CMP and TEST write flags only.
  ///
  /// @param operator which
  /// @param destination the left operand, and where the result goes. Go's `CMPQ a, b` has `a` here,
  ///   as Intel's `cmp a, b` has
  /// @param source the right operand
  record Binary(Binary.Operator operator, Operand destination, Operand source) implements Instruction {
    /// Operations on two operands.
    public enum Operator {
      ADD,
      SUB,
      CMP,
      AND,
      TEST,
      OR,
      XOR
    }
  }

  /// An operation on one operand.
  ///
  /// @param operator which
  /// @param operand what is read and written
  record Unary(Unary.Operator operator, Operand operand) implements Instruction {
    /// Operations on one operand.
    public enum Operator {
      NOT,
      NEG,
      INC,
      DEC
    }
  }

  /// The signed product cut to the destination's width: IMUL with two or three operands.
  ///
  /// @param destination where it goes
  /// @param left a factor; the destination itself in the form with two operands
  /// @param right a factor
  record Multiply(Operand.Reg destination, Operand left, Operand right) implements Instruction {}

  /// The unsigned product of RAX and an operand, with its upper half in RDX: MUL.
  ///
  /// @param factor the operand, 32 or 64 bits
  record MultiplyWide(Operand factor) implements Instruction {}

  /// RDX and RAX together divided by an operand, unsigned: DIV.
  ///
  /// @param divisor the operand, 32 or 64 bits
  record DivideWide(Operand divisor) implements Instruction {}

  /// Stores 64 bits below the stack pointer.
  ///
  /// @param source what is stored
  record Push(Operand source) implements Instruction {}

  /// Loads 64 bits from the top of the stack.
  ///
  /// @param destination where they go
  record Pop(Operand destination) implements Instruction {}

  /// Pushes the address of the next instruction and goes elsewhere.
  ///
  /// @param target where
  record Call(Target target) implements Instruction {}

  /// Goes elsewhere.
  ///
  /// @param target where
  record Jump(Target target) implements Instruction {}

  /// Goes elsewhere if the flags say so.
  ///
  /// @param condition what they are asked
  /// @param target where
  record JumpIf(Condition condition, Target target) implements Instruction {}

  /// Goes to the address on top of the stack: RET without an operand.
  record Ret() implements Instruction {}

  /// A software interrupt; number 3 is Go's deliberate crash.
  ///
  /// @param vector its number, 0 to 255
  record Interrupt(int vector) implements Instruction {}

  /// Enters the kernel.
  record Syscall() implements Instruction {}

  /// Goes back to ring 3 with 64-bit operands: SYSRET with REX.W.
  record Sysret() implements Instruction {}

  /// Goes back by the frame of five words on the stack: IRET with REX.W.
  record Iret() implements Instruction {}

  /// Does nothing: NOP of any length, ENDBR64, Go's `NOP SP`.
  record Nop() implements Instruction {}
}
