package psyscall.checker.plain.graph;

/// What an edge of the explored graph is to quiet states and to `possible` properties.
public enum EdgeKind {
  /// The system's own step.
  PROTOCOL,
  /// A step that may happen and need not.
  ENVIRONMENT,
  /// A polling step that changes polling variables at most.
  POLLING,
  /// A polling step that changes a variable that is not declared as polling.
  NEWS
}
