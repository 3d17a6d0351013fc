package psyscall.spec.process;

import psyscall.spec.term.Sort;

/// A choice that a step leaves open, by name: a search enumerates it, a script or the machine
/// answers it, a solver makes it a constant.
///
/// @param name what is chosen, such as `the idle P`
/// @param sort what the answer is: an id, a set, a value, or an enumeration of named alternatives
public record Choice(String name, Sort sort) {}
