package psyscall.spec.analysis;

import psyscall.spec.process.Choice;
import psyscall.spec.process.Domain;
import psyscall.spec.term.Bound;

/// The answer to a choice, as a solver sees it: a value that is not known.
///
/// @param choice what is chosen
/// @param bound stands for the answer in the condition and the updates of a [Path]; the paths of
///   one rule that leave the same choice open share it
/// @param domain among what it is chosen, over the state before the step and earlier constants; the
///   path's condition says so too
public record Constant(Choice choice, Bound bound, Domain domain) {}
