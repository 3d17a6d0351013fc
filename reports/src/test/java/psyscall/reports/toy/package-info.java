/// Toy specifications for the tests of reports, each small enough to know by heart.
///
/// Entry types: [psyscall.reports.toy.Calls], which has lanes and bands, and
/// [psyscall.reports.toy.Shelf], which has a variable of every sort.
@NullMarked
package psyscall.reports.toy;

import org.jspecify.annotations.NullMarked;
