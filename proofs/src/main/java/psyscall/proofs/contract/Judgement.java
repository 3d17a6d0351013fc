package psyscall.proofs.contract;

import java.time.Duration;

/// A routine, its contract, and what came of it.
///
/// @param routine its name
/// @param contract what it was held against
/// @param finding what came of it
/// @param time how long that took
public record Judgement(String routine, ContractKind contract, Finding finding, Duration time) {}
