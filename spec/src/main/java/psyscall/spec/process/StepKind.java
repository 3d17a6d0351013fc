package psyscall.spec.process;

/// Who is responsible for a step; quiet states and `possible` properties are judged by it.
public enum StepKind {
  /// The system's own step.
  PROTOCOL,
  /// User code starts its next operation, the kernel returns, time runs out: may happen, need not.
  ENVIRONMENT,
  /// A look that may repeat for ever without news: sysmon's rounds, the stopper's repeated request.
  POLLING
}
