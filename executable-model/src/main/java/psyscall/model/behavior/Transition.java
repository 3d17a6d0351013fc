package psyscall.model.behavior;

/// A step with the state that it leads to.
///
/// @param step the step
/// @param target the state after it
public record Transition(Step step, State target) {}
