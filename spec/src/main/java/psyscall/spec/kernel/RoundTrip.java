package psyscall.spec.kernel;

import psyscall.spec.expr.Word;
import psyscall.spec.kernel.Return.Returned;
import psyscall.spec.kernel.Return.Way;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.SymbolicState;

/// One system call from SYSCALL to the instruction after it, layer by layer: the instruction, the
/// saved frame, the table, the service's result, the way back. No signal is pending.
///
/// @param machine what SYSCALL, SYSRET and IRET do
/// @param dispatcher the table
public record RoundTrip(Meaning machine, Dispatcher dispatcher) {

  /// A completed call.
  ///
  /// @param entry SYSCALL's effect
  /// @param arrived the state at the first instruction of the kernel
  /// @param frame what was saved, with the result in RAX
  /// @param returned the way back
  public record Trip(Effect entry, SymbolicState arrived, Frame frame, Returned returned) {}

  /// The call.
  ///
  /// @param placed SYSCALL at its place
  /// @param before the user's state
  /// @param service what a service would return, 64 bits
  /// @param way how the kernel goes back; Linux chooses by [Return#choosesSysret]
  /// @return the call, stage by stage
  public Trip of(Placed placed, SymbolicState before, Word service, Way way) {
    Effect entry = machine.of(placed, before);
    SymbolicState arrived = before.after(entry);
    Frame saved = Entry.frame(arrived);
    Frame served = saved.with(Register.RAX, dispatcher.result(saved.originalAx(), service));
    return new Trip(entry, arrived, served, new Return(machine).by(way, served, arrived));
  }
}
