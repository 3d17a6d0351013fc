package psyscall.spec.kernel;

import java.util.EnumMap;
import java.util.Map;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.SymbolicState;

/// The trap handler's first half: saves the user's state.
public final class Entry {
  private static final int BITS = 64;
  private static final int SELECTOR_BITS = 16;

  private Entry() {}

  /// The frame of a system call.
  ///
  /// The selectors are the kernel's constants: SYSCALL keeps none of the user's. RAX in the frame
  /// begins as "no such call", which is what stays if no service runs.
  ///
  /// @param arrived the state behind SYSCALL: RCX is where the user goes on, R11 its flags
  /// @return what is saved
  public static Frame frame(SymbolicState arrived) {
    Map<Register, Word> general = new EnumMap<>(Register.class);
    for (Register register : Register.values()) {
      if (register != Register.RSP) {
        general.put(register, arrived.get(register));
      }
    }
    general.put(Register.RAX, Word.of(-Linux.ENOSYS, BITS));
    return new Frame(
        general,
        arrived.get(Register.RAX),
        arrived.get(Register.RCX),
        arrived.get(Register.R11),
        arrived.get(Register.RSP),
        Word.of(Linux.USER_CS, SELECTOR_BITS),
        Word.of(Linux.USER_DS, SELECTOR_BITS));
  }
}
