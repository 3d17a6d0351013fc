package psyscall.spec.machine;

/// A named part of the machine's state apart from memory: a register, a flag, a control register.
public sealed interface Cell permits Register, Flag, Control {
  /// Its name.
  ///
  /// @return the name of the constant
  String name();
}
