package psyscall.checker.eventlog;

import psyscall.model.eventlog.IdField;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.observe.LongIndex;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// The individuals that a log has named, and their numbers in the automaton.
final class Individuals {
  private final LongIndex goroutines;
  private final LongIndex threads;
  private final LongIndex processors;

  Individuals(MemoryAllowance memory) {
    goroutines = new LongIndex(memory);
    threads = new LongIndex(memory);
    processors = new LongIndex(memory);
  }

  /// Those of a field.
  LongIndex of(IdField field) {
    return switch (field) {
      case GOROUTINE -> goroutines;
      case THREAD, BY -> threads;
      case PROCESSOR -> processors;
    };
  }

  /// The number of an individual of an event; a new one gets one.
  ///
  /// @return [LongIndex#NONE] if the event names none
  int number(LoggedEvent event, IdField field) throws TraceFault {
    long id = event.id(field);
    return id == LoggedEvent.NONE ? LongIndex.NONE : of(field).add(id, event.position());
  }
}
