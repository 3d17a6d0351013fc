package psyscall.spec.kernel;

import static psyscall.spec.term.WordTerm.WordOperation.Operator.AND;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Flags;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.Outcome;
import psyscall.spec.semantics.Values;

/// Instructions as user code sees them: SYSCALL with all that the kernel does is one instruction,
/// the user-visible ABI.
///
/// RAX holds the result, RCX and R11 what [Clobbers] says; all other registers, RSP, and all flags
/// but RF and VM, which are 0, are kept. Memory is kept: what a call writes is for its own contract
/// to say.
///
/// @param machine what the other instructions do
/// @param clobbers what is known of RCX and R11
/// @param service the result
public record UserView(Meaning machine, Clobbers clobbers, Service service) implements Meaning {
  private static final int BITS = 64;

  /// What is known of RCX and R11 after a call.
  public enum Clobbers {
    /// Nothing: they hold any values. What a proof may rely on.
    ANY,
    /// RCX the address of the next instruction, R11 the flags: SYSCALL with SYSRET or IRET.
    CLASSIC,
    /// Their old values: a processor with FRED.
    FRED
  }

  /// Where results come from.
  @FunctionalInterface
  public interface Service {
    /// The result of a call.
    ///
    /// @param before the state at SYSCALL
    /// @param outcome where an unknown can be declared
    /// @return RAX after the call, 64 bits
    Word result(Values before, Outcome outcome);
  }

  /// The view that proofs take: any result, nothing known of RCX and R11.
  ///
  /// @param machine what the other instructions do
  /// @return the view
  public static UserView ofProofs(Meaning machine) {
    return new UserView(machine, Clobbers.ANY, (_, outcome) -> outcome.unknown("result", BITS));
  }

  @Override
  public Effect of(Placed placed, Values before) {
    if (!(placed.instruction() instanceof Instruction.Syscall)) {
      return machine.of(placed, before);
    }
    Outcome outcome = new Outcome();
    outcome.set(Register.RAX, service.result(before, outcome));
    switch (clobbers) {
      case ANY -> {
        outcome.set(Register.RCX, outcome.unknown("rcx", BITS));
        outcome.set(Register.R11, outcome.unknown("r11", BITS));
      }
      case CLASSIC -> {
        outcome.set(Register.RCX, Word.of(placed.end(), BITS));
        outcome.set(Register.R11, Flags.word(before).apply(AND, Word.of(~Flag.RF.mask(), BITS)));
      }
      case FRED -> {}
    }
    return outcome.set(Flag.RF, Bool.FALSE).set(Flag.VM, Bool.FALSE).next();
  }
}
