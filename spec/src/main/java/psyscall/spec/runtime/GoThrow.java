package psyscall.spec.runtime;

import java.util.Optional;
import psyscall.spec.process.Ending;

/// A throw of a Go release on the modelled paths, and what became of it in the model.
///
/// @param procedure the Go function that throws, or several, joined by commas; each of them throws
///   on one of the lines
/// @param file the file below `src/runtime`
/// @param lines the lines of the throws in that file, such as `141–177, 511`
/// @param condition what must hold so that it does not fire
/// @param treatment what became of it
/// @param reason why it needs no check, or what its check needs that is not modelled yet
/// @param ending the check in the model, where there is one
public record GoThrow(
    String procedure,
    String file,
    String lines,
    String condition,
    Treatment treatment,
    String reason,
    Optional<Ending> ending) {

  /// What became of a throw.
  public enum Treatment {
    /// The model checks it.
    CHECKED,
    /// It follows from where the program counter is, or from constants.
    TAUTOLOGY,
    /// It speaks of stacks and registers.
    MACHINE,
    /// What it speaks of is not part of the model.
    OUT_OF_SCOPE,
    /// Its part of Go comes with a later issue.
    LATER
  }
}
