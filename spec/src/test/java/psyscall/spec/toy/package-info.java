/// Toy specifications for the tests of this and the later modules: small systems that have nothing
/// to do with Go, each of which uses a part of the language that the runtime's specification does
/// not.
///
/// Depends on the language only. Leaves out execution; these are data.
@NullMarked
package psyscall.spec.toy;

import org.jspecify.annotations.NullMarked;
