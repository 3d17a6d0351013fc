package psyscall.checker.oracle;

import java.lang.foreign.MemorySegment;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.Header;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.trace1.ProcessorTrace;
import psyscall.model.trace2.TextTrace;
import psyscall.model.trace2.ThreadTrace;

/// A recorded run that can be read from its beginning as often as wanted: once to judge it, and
/// again to tell what each thread had done when an event was refused.
@FunctionalInterface
public interface Run {
  /// Begins to read it.
  ///
  /// @param memory what the reader may allocate
  /// @return its events
  /// @throws TraceFault if it is no trace
  EventSource open(MemoryAllowance memory) throws TraceFault;

  /// An execution trace of Go, of either format; of the second one also its text form.
  ///
  /// @param bytes the file
  /// @return the run
  static Run ofGo(MemorySegment bytes) {
    return memory -> {
      if (TextTrace.isText(bytes)) {
        return ThreadTrace.open(TextTrace.parse(bytes, memory).bytes(), memory);
      }
      return switch (Header.of(bytes).orElseThrow(() -> Header.refused(bytes)).family()) {
        case GO_BY_PROCESSOR -> ProcessorTrace.open(bytes, memory);
        case GO_BY_THREAD -> ThreadTrace.open(bytes, memory);
        case EVENT_LOG -> throw Header.refused(bytes);
      };
    };
  }
}
