/// The catalogue of Go's runtime against its pinned figures: scenarios, mutants, coverage.
@NullMarked
package psyscall.checker.catalog;

import org.jspecify.annotations.NullMarked;
