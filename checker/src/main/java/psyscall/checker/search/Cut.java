package psyscall.checker.search;

import java.time.Duration;

/// Why a search ended before all was explored.
public sealed interface Cut {

  /// The cause as people read it.
  ///
  /// @return which limit, with its value
  String text();

  /// There are more states than were allowed.
  ///
  /// @param maxStates the limit
  record StateLimit(int maxStates) implements Cut {
    @Override
    public String text() {
      return "state limit: maxStates=" + maxStates;
    }
  }

  /// The time is up.
  ///
  /// @param maxTime the limit
  record TimeLimit(Duration maxTime) implements Cut {
    @Override
    public String text() {
      return "time limit: maxTime=" + maxTime;
    }
  }

  /// The memory is full.
  ///
  /// @param maxMemoryBytes the limit in force: the one that was asked for or, if that is less, what
  ///   the virtual machine can hold
  record MemoryLimit(long maxMemoryBytes) implements Cut {
    @Override
    public String text() {
      return "memory limit: maxMemoryBytes=" + maxMemoryBytes;
    }
  }

  /// Somebody asked the search to end.
  record Interrupted() implements Cut {
    @Override
    public String text() {
      return "interrupted";
    }
  }

  /// A violation was found, and one was enough.
  ///
  /// @param property the name of the violated property
  record FirstViolation(String property) implements Cut {
    @Override
    public String text() {
      return "stopped at the first violation: property=" + property;
    }
  }
}
