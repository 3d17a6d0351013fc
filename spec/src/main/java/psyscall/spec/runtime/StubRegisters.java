package psyscall.spec.runtime;

import java.util.EnumSet;
import java.util.Set;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.stub.Linked;
import psyscall.spec.stub.Linked.Step;

/// Which registers and flags of a stub matter: those that one of its instructions reads, or the
/// kernel where it looks whose call it is. RSP is known at each instruction, RBP is the caller's.
final class StubRegisters {
  private StubRegisters() {}

  static Set<Register> kept(Linked text) {
    Set<Register> kept = EnumSet.of(Register.RAX, Register.RDI, Register.RDX);
    for (Step step : text.steps()) {
      switch (step.placed().instruction()) {
        case Instruction.Move(_, Operand.Reg(Register register, _), _) -> kept.add(register);
        case Instruction.Binary(_, Operand.Reg(Register left, _), _) -> kept.add(left);
        case Instruction.Unary(_, Operand.Reg(Register register, _)) -> kept.add(register);
        case Instruction _ -> {}
      }
    }
    kept.remove(Register.RSP);
    kept.remove(Register.RBP);
    return kept;
  }

  static Set<Flag> keptFlags(Linked text) {
    Set<Flag> kept = EnumSet.noneOf(Flag.class);
    for (Step step : text.steps()) {
      if (step.placed().instruction() instanceof Instruction.JumpIf(Condition condition, _)) {
        switch (condition) {
          case B, AE -> kept.add(Flag.CF);
          case E, NE -> kept.add(Flag.ZF);
          case BE, A -> kept.addAll(Set.of(Flag.CF, Flag.ZF));
          case O, NO -> kept.add(Flag.OF);
          case S, NS -> kept.add(Flag.SF);
          case P, NP -> kept.add(Flag.PF);
          case L, GE -> kept.addAll(Set.of(Flag.SF, Flag.OF));
          case LE, G -> kept.addAll(Set.of(Flag.SF, Flag.OF, Flag.ZF));
        }
      }
    }
    return kept;
  }
}
