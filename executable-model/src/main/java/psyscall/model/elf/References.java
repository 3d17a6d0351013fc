package psyscall.model.elf;

import java.util.Set;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Target;

/// Gives names to the addresses that an instruction speaks of, where the file has names for them.
///
/// @param names the names
record References(SymbolNames names) {

  /// Collects the addresses that an instruction speaks of.
  ///
  /// @param placed the instruction
  /// @param addresses receives them
  static void collect(Placed placed, Set<Long> addresses) {
    new Operands(
            address -> {
              if (address instanceof Address.RipRelative(long distance)) {
                addresses.add(placed.end() + distance);
              }
              return address;
            },
            target -> {
              if (target instanceof Target.Absolute(long address)) {
                addresses.add(address);
              }
              return target;
            })
        .of(placed.instruction());
  }

  /// The instruction with names.
  ///
  /// @param placed the instruction
  /// @return the same, with a name for each address that has one
  Placed name(Placed placed) {
    Instruction named =
        new Operands(address -> named(address, placed.end()), this::named).of(placed.instruction());
    return new Placed(placed.address(), placed.length(), named);
  }

  private Address named(Address address, long end) {
    return switch (address) {
      case Address.RipRelative(long distance) ->
          names.at(end + distance).<Address>map(n -> new Address.Symbol(n, 0)).orElse(address);
      case Address other -> other;
    };
  }

  private Target named(Target target) {
    return switch (target) {
      case Target.Absolute(long address) ->
          names.at(address).<Target>map(Target.Symbol::new).orElse(target);
      case Target other -> other;
    };
  }
}
