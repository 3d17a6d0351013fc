/// What all verbs share: the streams of one command line, its exit codes, its failures, its
/// interruption, files that are written whole or not at all.
///
/// Entry type: [psyscall.cli.session.Session]. Depends on `psyscall.checker.search` for the figures
/// of an interrupted search and on `psyscall.reports.timeline` for how counterexamples look. Leaves
/// out what a verb does.
@NullMarked
package psyscall.cli.session;

import org.jspecify.annotations.NullMarked;
