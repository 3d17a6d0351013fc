package psyscall.spec.analysis;

import psyscall.spec.process.Ending;

/// How a path through a rule ends.
public sealed interface End {

  /// The process goes on.
  ///
  /// @param label the full name of the label at which its next step begins
  record Jump(String label) implements End {}

  /// The run is over; the program counter stays where it is. The locals of the process get their
  /// defaults, which the updates of the path leave out: nobody reads them any more.
  ///
  /// @param ending how
  record Stop(Ending ending) implements End {}
}
