package psyscall.model.run;

import java.util.List;
import psyscall.model.behavior.Behavior;
import psyscall.spec.property.Property;

/// What a listener has against a step: a claim that does not hold of it, or of the state after it.
///
/// @param property the claim
/// @param last the last steps, up to the one that is objected to, with the state before them
/// @param moments when each of them began, in nanoseconds from the start of the run
public record Objection(Property property, Behavior last, List<Long> moments) {
  /// Copies the moments.
  ///
  /// @throws IllegalArgumentException if there is not one for each step
  public Objection {
    moments = List.copyOf(moments);
    if (moments.size() != last.length()) {
      throw new IllegalArgumentException(
          "moments of steps: wanted=" + last.length() + ", given=" + moments.size());
    }
  }
}
