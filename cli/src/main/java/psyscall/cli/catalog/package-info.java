/// The catalogues of `spec` as tables and JSON arrays: scenarios, properties, bugs, rules, throws.
///
/// Entry type: [psyscall.cli.catalog.Catalogue]. Depends on `psyscall.spec` and
/// `psyscall.cli.output`. Leaves out single entries at length (`psyscall.cli.explain`).
@NullMarked
package psyscall.cli.catalog;

import org.jspecify.annotations.NullMarked;
