/// Writes runs of the reference implementation as execution traces of Go, in the format of Go 1.22:
/// streams of threads, in generations.
///
/// Entry types: [psyscall.model.tracewriter.GoTraceRecorder], which listens to a run, and
/// [psyscall.model.tracewriter.GenerationLimits], which says when it begins another generation. One
/// generation is held at a time, and of each thread one batch.
///
/// Depends on [psyscall.model.run] and [psyscall.model.workload]. Leaves out what the format has no
/// word for: that a P is up for grabs or taken back, who holds an idle one, raw calls and safe
/// points. Leaves out stacks, but for one frame that names the goroutine, samples of the processor,
/// and everything about the heap.
@NullMarked
package psyscall.model.tracewriter;

import org.jspecify.annotations.NullMarked;
