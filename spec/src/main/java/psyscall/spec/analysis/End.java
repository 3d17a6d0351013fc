package psyscall.spec.analysis;

import psyscall.spec.process.Ending;

/// How a path through a rule ends.
public sealed interface End {

  /// The process goes on.
  ///
  /// @param label the full name of the label at which its next step begins
  record Jump(String label) implements End {}

  /// The run is over; the program counter stays where it is.
  ///
  /// @param ending how
  record Stop(Ending ending) implements End {}
}
