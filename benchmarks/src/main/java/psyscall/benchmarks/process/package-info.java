/// Work in a virtual machine of its own, and the figures that come back from it.
///
/// Entry type: [psyscall.benchmarks.process.FreshJvm]. Depends on nothing. It leaves out what the
/// figures mean.
@NullMarked
package psyscall.benchmarks.process;

import org.jspecify.annotations.NullMarked;
