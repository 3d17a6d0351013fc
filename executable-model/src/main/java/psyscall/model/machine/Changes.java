package psyscall.model.machine;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Listing;
import psyscall.spec.machine.Register;

/// What differs between two states, as text.
final class Changes {
  private static final int SMALL_MAX = 4096;

  private Changes() {}

  /// Registers, flags and control registers that changed.
  static List<String> between(ConcreteState before, ConcreteState after) {
    List<String> changes = new ArrayList<>();
    for (Register register : Register.values()) {
      if (before.value(register) != after.value(register)) {
        changes.add(register.plan9() + "=" + number(after.value(register)));
      }
    }
    for (Flag flag : Flag.values()) {
      if (before.value(flag) != after.value(flag)) {
        changes.add((after.value(flag) ? "+" : "-") + flag.name());
      }
    }
    for (Control control : Control.values()) {
      if (before.value(control) != after.value(control)) {
        changes.add(control.name() + "=" + hexadecimal(after.value(control)));
      }
    }
    return changes;
  }

  /// A number: decimal where it can be a small result or an error.
  static String number(long value) {
    return value >= -SMALL_MAX && value < SMALL_MAX ? Long.toString(value) : hexadecimal(value);
  }

  private static String hexadecimal(long value) {
    return "0x" + Long.toHexString(value);
  }

  /// A word that was stored.
  static String stored(Address address, long value) {
    return Listing.of(address) + "=" + number(value);
  }
}
