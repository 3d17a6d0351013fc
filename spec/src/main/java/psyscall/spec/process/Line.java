package psyscall.spec.process;

/// A statement with its address.
///
/// @param address where it stood before inlining
/// @param statement what it does
public record Line(Address address, Statement statement) {}
