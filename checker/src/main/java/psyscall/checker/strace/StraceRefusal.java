package psyscall.checker.strace;

import psyscall.model.strace.StraceRecord;

/// A line that the specification of the kernel does not allow.
///
/// @param at which
/// @param what what the line says, in words
/// @param needs what is not so
/// @param before what the thread did before, in words
public record StraceRefusal(StraceRecord.At at, String what, String needs, String before) {}
