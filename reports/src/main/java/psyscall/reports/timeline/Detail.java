package psyscall.reports.timeline;

/// How much of what a step changed is told.
public enum Detail {
  /// The fields of the modelled system; the default.
  FIELDS,
  /// Also locals and ghosts, and the events that the step emits.
  EVERYTHING
}
