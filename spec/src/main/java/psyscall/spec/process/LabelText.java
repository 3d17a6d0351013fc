package psyscall.spec.process;

import java.util.List;

/// A label of a procedure with the steps that are possible there.
///
/// @param name its name, unique in the procedure
/// @param arms one or more
public record LabelText(String name, List<Arm> arms) {
  /// Copies the arms.
  public LabelText {
    arms = List.copyOf(arms);
  }
}
