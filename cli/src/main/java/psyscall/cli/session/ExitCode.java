package psyscall.cli.session;

import java.util.Collection;
import java.util.Comparator;

/// How a command line ends, for scripts; in the order of precedence: of several results in one run
/// the first that occurs is the exit code.
public enum ExitCode {
  /// A mistake of ours; the stack trace and what reproduces it are printed.
  INTERNAL(255, "internal error"),
  /// The system failed us: disk, memory, output that cannot be written.
  ENVIRONMENT(153, "disk, memory or output failed"),
  /// An input is not what it should be.
  UNREADABLE(150, "unreadable input"),
  /// A safety property is violated.
  SAFETY(12, "safety violated"),
  /// A state without a way on.
  DEADLOCK(11, "deadlock"),
  /// A `possible` property is violated.
  LIVENESS(13, "'possible' violated"),
  /// A trace that the model does not allow, or a citation that Go's source does not bear out.
  NOT_CONFORMING(15, "not conforming"),
  /// A witness was not reached, or nothing was examined.
  VACUOUS(10, "vacuous"),
  /// A limit ended the run before it was decided.
  INCONCLUSIVE(16, "inconclusive: a limit"),
  /// All that was asked holds.
  HOLDS(0, "holds"),
  /// The command line is wrong; never beside another result, since nothing was run.
  USAGE(2, "usage"),
  /// The user ended the run; what was covered is printed, and this code stands whatever was found.
  INTERRUPTED(130, "interrupted");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /// The number that the process ends with.
  ///
  /// @return 0 to 255
  public int code() {
    return code;
  }

  /// What it means, for help texts.
  ///
  /// @return a few words
  public String meaning() {
    return meaning;
  }

  /// The exit code of a run with several results.
  ///
  /// @param results the code of each
  /// @return the first in the order of precedence; `HOLDS` if there are none
  public static ExitCode of(Collection<ExitCode> results) {
    return results.stream().min(Comparator.naturalOrder()).orElse(HOLDS);
  }
}
