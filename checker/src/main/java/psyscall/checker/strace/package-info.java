/// Judges logs of strace by the specification of the kernel: what a signal makes of a restart code,
/// which results are errors, which calls nobody comes back from; and, thread by thread, that a call
/// ends before the next begins.
///
/// Entry type: [psyscall.checker.strace.StraceJudge]. Depends on `psyscall.model.strace`, which
/// reads, and on `psyscall.spec.kernel`, whose terms are evaluated: nothing of them is written
/// again. Leaves out what services do, whether a handler is installed and with which flags (a raw
/// log does not tell), and ids that the kernel gives to threads.
@NullMarked
package psyscall.checker.strace;

import org.jspecify.annotations.NullMarked;
