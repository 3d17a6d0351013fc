package psyscall.reports.timeline;

import java.util.List;

/// What stands above and below the lanes.
///
/// @param title what is drawn; the number of steps is added
/// @param facts lines below the title, such as `scenario=..., release=...`
/// @param outcome lines below the lanes: what is violated, and how
public record Caption(String title, List<String> facts, List<String> outcome) {
  /// Copies the lists.
  public Caption {
    facts = List.copyOf(facts);
    outcome = List.copyOf(outcome);
  }

  /// The caption of a counterexample to a property.
  ///
  /// @param property the property's name
  /// @param claim the claim as a sentence
  /// @param reason what is wrong in the last state, in one clause; may be empty
  /// @param facts lines that tell what was checked
  /// @return the caption
  public static Caption violated(String property, String claim, String reason, List<String> facts) {
    String last = "violated: " + property + (reason.isEmpty() ? "" : ": " + reason);
    return new Caption(
        "counterexample to " + property, facts, List.of(last, "the claim: " + claim));
  }

  /// The caption of the way to a deadlock.
  ///
  /// @param facts lines that tell what was checked
  /// @return the caption
  public static Caption deadlock(List<String> facts) {
    return new Caption(
        "the way to a deadlock",
        facts,
        List.of("deadlock: no step is possible, and this is no declared end"));
  }
}
