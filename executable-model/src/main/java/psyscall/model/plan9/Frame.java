package psyscall.model.plan9;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Binary;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;

/// What the assembler adds to a routine for its frame.
///
/// @param style how the release does it
/// @param local bytes of local variables
/// @param savesBp whether the caller's BP is saved above them
record Frame(FrameStyle style, long local, boolean savesBp) {
  private static final int WORD = 8;
  private static final long SHORT_EXCEPTION = 0x80;

  /// The frame of a routine.
  ///
  /// @param style how the release does it
  /// @param header what its TEXT says
  /// @param calls whether it has a CALL
  static Frame of(FrameStyle style, TextHeader header, boolean calls) {
    long local = Math.max(0, header.frame());
    boolean saves =
        switch (style) {
          case STORES -> local != 0 || (!header.noSplit() && calls);
          case PUSHES -> local != 0 || calls;
        };
    return new Frame(style, local, saves && !header.noFrame());
  }

  /// How far SP lies below its value at entry, between prologue and epilogue.
  long size() {
    return local + (savesBp ? WORD : 0);
  }

  List<Instruction> prologue() {
    List<Instruction> code = new ArrayList<>();
    switch (style) {
      case STORES -> {
        adjust(code, size());
        if (savesBp) {
          code.add(move(top().quad(), Register.RBP.quad()));
          code.add(new Instruction.Lea(Register.RBP.quad(), top()));
        }
      }
      case PUSHES -> {
        if (savesBp) {
          code.add(new Instruction.Push(Register.RBP.quad()));
          code.add(move(Register.RBP.quad(), Register.RSP.quad()));
        }
        adjust(code, local);
      }
    }
    return code;
  }

  /// Undoes the frame and returns.
  List<Instruction> epilogue() {
    List<Instruction> code = new ArrayList<>();
    switch (style) {
      case STORES -> {
        if (savesBp) {
          code.add(move(Register.RBP.quad(), top().quad()));
        }
        adjust(code, -size());
      }
      case PUSHES -> {
        adjust(code, -local);
        if (savesBp) {
          code.add(new Instruction.Pop(Register.RBP.quad()));
        }
      }
    }
    code.add(new Instruction.Ret());
    return code;
  }

  /// Moves SP down, or up if negative, as ADJSP does: the constant is positive, but for 128, whose
  /// negative is shorter.
  ///
  /// @param code receives the instruction, if there is one
  /// @param bytes how far down
  static void adjust(List<Instruction> code, long bytes) {
    if (bytes == 0) {
      return;
    }
    boolean add = bytes == SHORT_EXCEPTION || (bytes < 0 && bytes != -SHORT_EXCEPTION);
    code.add(
        new Binary(
            add ? Binary.Operator.ADD : Binary.Operator.SUB,
            Register.RSP.quad(),
            new Operand.Imm(add ? -bytes : bytes)));
  }

  private Address top() {
    return Address.at(Register.RSP, local);
  }

  private static Instruction move(Operand to, Operand from) {
    return new Instruction.Move(to, from, Instruction.Move.Extension.NONE);
  }
}
