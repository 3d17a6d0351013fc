package psyscall.checker.reduction;

import psyscall.model.layout.Slot;

/// A part of a state that refers to individuals.
///
/// @param slot its bits
/// @param meaning whom the bits refer to
/// @param source the number of the individual whose it is; [#NOBODY] if it is shared
/// @param step how far in the table the same part of the next individual is
/// @param salt tells it from other parts
record Link(Slot slot, Meaning meaning, int source, int step, long salt) {
  /// The source of what is shared.
  static final int NOBODY = -1;
}
