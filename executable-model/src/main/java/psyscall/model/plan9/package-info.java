/// Go's assembly for amd64 on Linux into instructions.
///
/// Entry type: [psyscall.model.plan9.Plan9File]. A file is taken apart into tokens
/// ([psyscall.model.plan9.Lexer]), macros are replaced ([psyscall.model.plan9.Preprocessor]), and
/// each routine becomes the instructions that Go's assembler makes of it: with the prologue and
/// epilogue of its frame ([psyscall.model.plan9.Frame]), with names relative to FP turned into
/// distances from SP, and with the thread's g at its place in the thread's block.
///
/// The headers that Go's own files include are known here ([psyscall.model.plan9.Headers]); the
/// offsets of Go's fields, which the compiler writes into `go_asm.h`, stay names
/// ([psyscall.model.assembly.Fields]).
///
/// Depends on [psyscall.spec.machine] and [psyscall.model.assembly]. Leaves out vectors, locked
/// operations, and routines that check the size of their stack.
@NullMarked
package psyscall.model.plan9;

import org.jspecify.annotations.NullMarked;
