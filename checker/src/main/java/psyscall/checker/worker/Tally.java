package psyscall.checker.worker;

/// How much has been done.
///
/// @param states how many states were added
/// @param expanded how many states had all their steps taken
/// @param transitions how many steps those were
public record Tally(long states, long expanded, long transitions) {}
