/// File formats of traces, written and read.
///
/// Entry types: [psyscall.reports.formats.ItfWriter] writes a behaviour in the Informal Trace
/// Format of Apalache (ADR 015 of that project), [psyscall.reports.formats.ItfTrace] reads one
/// back, and [psyscall.reports.formats.TraceReplay] runs it again step by step. A file is input
/// from outside: whatever is wrong with it ends in one
/// [psyscall.reports.formats.TraceFormatException].
///
/// Depends on `psyscall.spec`, `psyscall.model` and Jackson. Leaves out how a trace is drawn
/// ([psyscall.reports.timeline]) and which specification a scenario's name stands for.
@NullMarked
package psyscall.reports.formats;

import org.jspecify.annotations.NullMarked;
