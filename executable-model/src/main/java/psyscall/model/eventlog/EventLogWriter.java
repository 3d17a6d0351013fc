package psyscall.model.eventlog;

import java.io.IOException;
import java.util.List;
import psyscall.spec.process.Event;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;

/// Writes a log that [EventLog] reads.
public final class EventLogWriter {
  private final Appendable out;

  /// A log without lines.
  ///
  /// @param out where it goes
  public EventLogWriter(Appendable out) {
    this.out = out;
  }

  /// Writes the first line.
  ///
  /// @param header what it says
  /// @throws IOException if the output fails
  public void header(EventLogHeader header) throws IOException {
    out.append("{\"psyscall\":\"").append(EventLogHeader.WHAT).append("\",\"version\":");
    out.append(String.valueOf(EventLogHeader.VERSION));
    out.append(",\"release\":\"").append(header.release()).append("\"}\n");
  }

  /// Declares a P.
  ///
  /// @param processor its id, 0 or more
  /// @param holder how it is held when the log begins
  /// @param thread by which thread, or [LoggedEvent#NONE]
  /// @throws IOException if the output fails
  public void processor(long processor, Holder holder, long thread) throws IOException {
    status(Vocabulary.PROC_STATUS, IdField.PROCESSOR, processor, Vocabulary.word(holder), thread);
  }

  /// Tells what a goroutine does when the log begins.
  ///
  /// @param goroutine its id, 0 or more
  /// @param status what it does
  /// @param thread on which thread, or [LoggedEvent#NONE]
  /// @throws IOException if the output fails
  public void goroutine(long goroutine, GStatus status, long thread) throws IOException {
    status(Vocabulary.GO_STATUS, IdField.GOROUTINE, goroutine, Vocabulary.word(status), thread);
  }

  private void status(String name, IdField field, long subject, String word, long thread)
      throws IOException {
    out.append("{\"event\":\"").append(name).append('"');
    id(field, subject);
    out.append(",\"status\":\"").append(word).append('"');
    id(IdField.THREAD, thread);
    out.append("}\n");
  }

  /// Writes an event.
  ///
  /// @param event which
  /// @param ids its arguments in the order of its parameters; [LoggedEvent#NONE] where nobody in
  ///   particular is meant
  /// @throws IOException if the output fails
  public void event(Event event, List<Long> ids) throws IOException {
    if (ids.size() != event.parameters().size()) {
      throw new IllegalArgumentException(
          "arguments of an event: event=%s, wanted=%d, given=%d"
              .formatted(event.name(), event.parameters().size(), ids.size()));
    }
    out.append("{\"event\":\"").append(event.name()).append('"');
    for (int at = 0; at < ids.size(); at++) {
      id(IdField.named(event.parameters().get(at).name()).orElseThrow(), ids.get(at));
    }
    out.append("}\n");
  }

  private void id(IdField field, long id) throws IOException {
    if (id != LoggedEvent.NONE) {
      out.append(",\"").append(field.key()).append("\":").append(String.valueOf(id));
    }
  }
}
