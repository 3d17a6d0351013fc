package psyscall.checker.conformance;

import psyscall.spec.term.Sort;

/// One number for each individual of a sort: a state variable, or a field of one that is a record.
///
/// @param at its position
/// @param name the variable's name, with the field's
/// @param kind the number of the sort of its individuals, −1 for a variable that is no array
/// @param values the number of the sort whose ids it holds, −1 if it holds no ids
/// @param sort what it holds
record Column(int at, String name, int kind, int values, Sort sort) {}
