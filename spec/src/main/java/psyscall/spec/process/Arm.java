package psyscall.spec.process;

import psyscall.spec.citation.Citation;

/// One step that is possible at a label.
///
/// @param name its name, unique in the procedure; the first of a label has the label's name
/// @param kind who is responsible for it
/// @param citation where it comes from
/// @param body what it does
public record Arm(String name, StepKind kind, Citation citation, Block body) {
  /// The same arm with another body.
  ///
  /// @param other the body
  /// @return the changed arm
  public Arm with(Block other) {
    return new Arm(name, kind, citation, other);
  }
}
