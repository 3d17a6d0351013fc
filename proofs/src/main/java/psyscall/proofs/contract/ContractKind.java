package psyscall.proofs.contract;

import java.util.Arrays;
import java.util.Optional;
import psyscall.model.assembly.Reading;
import psyscall.spec.machine.Convention;

/// What a routine is held against.
public enum ContractKind {
  /// A stub of Go that is known by its name and convention: arguments placed, results mapped, an
  /// error from -4094 on.
  GO_STUB("go-stub"),
  /// C's `syscall`: arguments placed, an error from -4095 on, its number stored.
  C_SYSCALL("c-syscall"),
  /// Any routine with SYSCALL: RCX and R11 are not read after SYSCALL before they are written, the
  /// number is written, stack pointer and callee-saved registers are kept.
  BARE("bare");

  private final String word;

  ContractKind(String word) {
    this.word = word;
  }

  /// Its name on the command line.
  ///
  /// @return lower case words joined by hyphens
  public String word() {
    return word;
  }

  /// The contract of a name.
  ///
  /// @param word its name on the command line
  /// @return the contract, if there is one
  public static Optional<ContractKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /// The contract that a routine has by its name and convention.
  ///
  /// @param reading the routine
  /// @return what it is held against if nothing else is asked for
  public static ContractKind of(Reading reading) {
    if (!KnownStubs.of(reading).isEmpty()) {
      return GO_STUB;
    }
    boolean isSyscall =
        reading.convention() == Convention.C && reading.written().contains("syscall");
    return isSyscall ? C_SYSCALL : BARE;
  }
}
