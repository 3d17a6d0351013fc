package psyscall.model.run;

/// How far a run goes at most.
///
/// @param nanos of virtual time, at least 1
/// @param steps at least 1
public record RunLimits(long nanos, long steps) {
  /// As long as one waits for a program that hangs, and more steps than that time has.
  public static final RunLimits USUAL = new RunLimits(5_000_000_000L, 10_000_000);
}
