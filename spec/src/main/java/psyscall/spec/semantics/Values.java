package psyscall.spec.semantics;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;

/// A state of the machine as whoever folds the semantics sees it: constants, unknowns, or variables
/// of a protocol.
public interface Values {
  /// A register.
  ///
  /// @param register which
  /// @return all its 64 bits
  Word get(Register register);

  /// A flag.
  ///
  /// @param flag which
  /// @return whether it is set
  Bool get(Flag flag);

  /// A control register.
  ///
  /// @param control which
  /// @return its bits, as many as [Control#width] says
  Word get(Control control);

  /// A word in memory.
  ///
  /// @param address where; never relative to RIP
  /// @param width its size
  /// @return the word
  Word load(Address address, Width width);

  /// The address of a symbol.
  ///
  /// @param symbol its name
  /// @return 64 bits
  Word addressOf(String symbol);
}
