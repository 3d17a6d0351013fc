package psyscall.model.run;

import psyscall.model.kernel.KernelResult;

/// What a goroutine has of a call.
///
/// @param result what the call gave back
/// @param nanos from before the call to the first thing the goroutine did after it
public record CallOutcome(KernelResult result, long nanos) {}
