package psyscall.cli.eventlog;

import psyscall.cli.session.ExitCode;
import psyscall.model.observe.TraceFault;

/// Why a log cannot be read on, as a verdict.
final class Trouble {
  private Trouble() {}

  static String verdict(TraceFault fault) {
    return switch (fault.trouble()) {
      case NOT_A_TRACE, NO_ORDER -> "not an event log";
      case CUT_OFF -> "cut off";
      case MEMORY -> "inconclusive";
    };
  }

  static ExitCode exit(TraceFault fault) {
    return switch (fault.trouble()) {
      case NOT_A_TRACE, NO_ORDER -> ExitCode.UNREADABLE;
      case CUT_OFF, MEMORY -> ExitCode.INCONCLUSIVE;
    };
  }

  static String why(TraceFault fault) {
    return String.valueOf(fault.getMessage());
  }
}
