package psyscall.spec.stub;

import java.util.Optional;
import psyscall.spec.citation.Citation;
import psyscall.spec.machine.Routine;
import psyscall.spec.release.Release;

/// A routine of Go that makes a system call.
///
/// @param release the release of Go
/// @param routine its instructions
/// @param source where they are written
/// @param signature where arguments and results are at its entry and return
/// @param vdso what it calls of the vDSO, if anything
public record Stub(
    Release release,
    Routine routine,
    Citation source,
    Signature signature,
    Optional<VdsoCall> vdso) {

  /// A call of a function that the kernel maps into every process.
  ///
  /// @param symbol the variable that holds its address
  /// @param ifAbsent what the variable holds where the kernel has none: the address in the old
  ///   vsyscall page, or 0 for "make a system call"
  public record VdsoCall(String symbol, long ifAbsent) {}

  /// Its name without its package.
  ///
  /// @return such as `RawSyscall6`
  public String shortName() {
    String name = routine.name();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
