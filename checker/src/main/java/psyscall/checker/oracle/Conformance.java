package psyscall.checker.oracle;

import java.util.List;

/// What the oracle answers about one run.
public sealed interface Conformance {
  /// How much was read.
  ///
  /// @return counts of what was read and judged up to where the answer was clear
  Counts counts();

  /// How much of a run was read.
  ///
  /// @param events that were read and, if they say something about goroutines, Ps or threads,
  ///   explained: the longest explained prefix
  /// @param judged how many of these say something about goroutines, Ps or threads
  record Counts(long events, long judged) {}

  /// An event of a run.
  ///
  /// @param number its place in the order of the run, from 1
  /// @param position its first byte in the file
  /// @param text what it says, in one line
  record Event(long number, long position, String text) {}

  /// What is not so although the event needs it.
  ///
  /// @param claim what the event needs, as a clause
  /// @param rule which event of the lifecycle needs it; empty if the order of one thread, one P or
  ///   the world does
  /// @param guard which of its guards, from 1, or 0
  record Reason(String claim, String rule, int guard) {}

  /// A thread, or in the first format a P: what it has done and what it does next.
  ///
  /// @param name such as `thread 12`
  /// @param consumed how many of its events were explained
  /// @param next its next event, or that there is none
  record Stream(String name, long consumed, String next) {}

  /// Every event is explained.
  ///
  /// @param counts how many there are
  /// @param warnings what was odd but does not matter, one line each
  record Explained(Counts counts, List<String> warnings) implements Conformance {
    /// Copies the warnings.
    public Explained {
      warnings = List.copyOf(warnings);
    }
  }

  /// An event is not explained.
  ///
  /// @param counts what was explained before it
  /// @param event which
  /// @param reason what it lacks
  /// @param states what the goroutines, Ps and threads that it names did then, one line each
  /// @param allowed what the lifecycle allowed these to do then; names with their individuals
  /// @param streams the threads or Ps, bounded
  record NotExplained(
      Counts counts,
      Event event,
      Reason reason,
      List<String> states,
      List<String> allowed,
      List<Stream> streams)
      implements Conformance {
    /// Copies the lists.
    public NotExplained {
      states = List.copyOf(states);
      allowed = List.copyOf(allowed);
      streams = List.copyOf(streams);
    }
  }

  /// An event is not explained, and it is known that this release's tracer leaves something out.
  ///
  /// @param fault what is known
  /// @param symptom what is not explained
  record KnownTracerFault(TracerFault fault, NotExplained symptom) implements Conformance {
    @Override
    public Counts counts() {
      return symptom.counts();
    }
  }

  /// All is explained as far as the file goes, but it ends inside of the trace.
  ///
  /// @param counts what was explained
  /// @param position the byte up to which it could be read
  /// @param why what is missing
  record CutOff(Counts counts, long position, String why) implements Conformance {}

  /// The bytes are no trace, or cease to be one.
  ///
  /// @param counts what was explained before
  /// @param position the byte where they do
  /// @param why what is wrong
  record NotATrace(Counts counts, long position, String why) implements Conformance {}

  /// A limit ended it.
  ///
  /// @param counts what was explained before
  /// @param why which limit
  record Limit(Counts counts, String why) implements Conformance {}

  /// Nothing in it says anything about goroutines, Ps or threads.
  ///
  /// @param counts what was read
  record NothingChecked(Counts counts) implements Conformance {}
}
