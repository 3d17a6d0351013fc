package psyscall.model.schedule;

import psyscall.spec.process.Choice;

/// Decides what a run leaves open: who moves next, which candidate a choice takes, how long a step
/// lasts.
///
/// What it answers depends on its own past and on what it is asked, on nothing else, so that a run
/// can be had again.
public interface Scheduler {

  /// Who moves next.
  ///
  /// @param ready how many could, the one that has been ready the longest first; at least 1
  /// @return the position of one of them
  int next(int ready);

  /// What a choice takes.
  ///
  /// @param choice which
  /// @param candidates how many there are, at least 1
  /// @return the position of one of them
  int choose(Choice choice, int candidates);

  /// How long the next step lasts.
  ///
  /// @return nanoseconds, at least 1
  long stepNanos();

  /// From what others draw that belong to the same run: how long the kernel works.
  ///
  /// @return a seed; 0 if there is none
  default long seed() {
    return 0;
  }
}
