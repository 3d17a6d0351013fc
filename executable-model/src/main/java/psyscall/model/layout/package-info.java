/// States packed in a few longs.
///
/// Entry type: [psyscall.model.layout.Layout], which gives every scalar part of every variable its
/// bits, packs states and takes them apart again. What a value's bits mean is said in
/// [psyscall.model.layout.Coding]. Three ideas make a packed state small and quick to work with:
///
/// - All parts that belong to one individual form its *record*, and the records of a sort's
///   individuals are alike, so that permuting individuals moves whole stretches of bits
///   ([psyscall.model.layout.RecordSegment]).
/// - A local variable has bits only at the labels of its process where it can be other than its
///   default; locals that are never needed together share their bits.
/// - Nothing crosses a word.
///
/// Depends on `psyscall.spec` and [psyscall.model.behavior]. Leaves out what a step does to the
/// words (the package `psyscall.model.compile`), and where packed states are kept.
@NullMarked
package psyscall.model.layout;

import org.jspecify.annotations.NullMarked;
