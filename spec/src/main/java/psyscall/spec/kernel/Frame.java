package psyscall.spec.kernel;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Register;

/// What the kernel has saved of the user's state, and gives back: Linux's `pt_regs`.
///
/// A signal, a tracer or `rt_sigreturn` may have changed any of it before the return.
///
/// @param general a value for each general register but RSP, 64 bits each
/// @param originalAx RAX as it was at the entry
/// @param ip where the user goes on
/// @param flags the user's RFLAGS
/// @param sp the user's RSP
/// @param cs the user's code selector, 16 bits
/// @param ss the user's stack selector, 16 bits
public record Frame(
    Map<Register, Word> general, Word originalAx, Word ip, Word flags, Word sp, Word cs, Word ss) {
  /// Copies the registers.
  public Frame {
    general = Collections.unmodifiableMap(new EnumMap<>(general));
    for (Register register : Register.values()) {
      if (general.containsKey(register) == (register == Register.RSP)) {
        throw new IllegalArgumentException(
            "frame needs each general register but RSP: register=" + register);
      }
    }
  }

  /// A saved general register.
  ///
  /// @param register any but RSP
  /// @return its value
  public Word get(Register register) {
    Word value = general.get(register);
    if (value == null) {
      throw new IllegalArgumentException("no general register of a frame: register=" + register);
    }
    return value;
  }

  /// The frame with another value of a general register.
  ///
  /// @param register any but RSP
  /// @param value 64 bits
  /// @return the changed frame
  public Frame with(Register register, Word value) {
    Map<Register, Word> changed = new EnumMap<>(general);
    changed.put(register, value);
    return new Frame(changed, originalAx, ip, flags, sp, cs, ss);
  }

  /// The frame with another place to go on at; RCX is kept.
  ///
  /// @param place 64 bits
  /// @return the changed frame
  public Frame at(Word place) {
    return new Frame(general, originalAx, place, flags, sp, cs, ss);
  }
}
