package psyscall.checker.judge;

import java.util.List;
import java.util.OptionalLong;

/// All that was found out about the properties of a search.
///
/// @param findings one for each property, in order
/// @param quietStates how many states are quiet; known if all was explored other than by walks, a
///   property is judged on the graph, and the pass over the graph came to its end
public record Judgement(List<Finding> findings, OptionalLong quietStates) {
  /// Copies the findings.
  public Judgement {
    findings = List.copyOf(findings);
  }
}
