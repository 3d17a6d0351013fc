/// The catalogues of `spec` as tables and JSON arrays: scenarios, properties, bugs, rules, throws,
/// events with what their guards refuse, system calls, citations, and the citations held against
/// Go's source.
///
/// Entry types: [psyscall.cli.catalog.Catalogue], [psyscall.cli.catalog.EventRefusals] and
/// [psyscall.cli.catalog.CitationCheck]. Depends on `psyscall.spec`, `psyscall.checker.search`,
/// `psyscall.reports.goroot` and `psyscall.cli.output`. Leaves out single entries at length
/// (`psyscall.cli.explain`).
@NullMarked
package psyscall.cli.catalog;

import org.jspecify.annotations.NullMarked;
