package psyscall.proofs.smt;

/// Something that has a value once its unknowns have: a truth, a word, or a memory of bytes.
///
/// Formulas are immutable. Those that are combined come from the same [Smt].
public sealed interface Formula permits Truth, Word, Bytes {}
