/// Many runs of random programs by the reference implementation, each judged twice: by the log of
/// its events and by the execution trace that is written of it.
///
/// Entry types: [psyscall.benchmarks.soak.Soak], which makes and judges a run, and
/// [psyscall.benchmarks.soak.SoakReport], which `./benchmarks/soak-runs` starts. Depends on
/// `psyscall.checker` and on `psyscall.model`. Leaves out Go's own reader, to which the command
/// gives a sample.
@NullMarked
package psyscall.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
