package psyscall.model.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import psyscall.model.eventlog.FlatObject.Rejected;
import psyscall.model.observe.LineInput;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;
import psyscall.spec.process.Event;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.term.Sort;

/// Reads a log line by line, also one that is still being written: a line is told when its end has
/// come. Whether an event is allowed is not asked here.
///
/// Memory: one line. Everything else is wrong input: a [TraceFault] with the line and the byte.
public final class EventLog {
  private static final String EVENT = "event";
  private static final String STATUS = "status";

  private final LineInput input;
  private final Vocabulary vocabulary;
  private final EventLogHeader header;
  private final HeaderFields fields = new HeaderFields();
  private boolean hasBegun;

  private EventLog(LineInput input) throws IOException, TraceFault {
    this.input = input;
    this.header = readHeader();
    this.vocabulary = Vocabulary.of(header.lifecycle());
  }

  /// Opens a log and reads its header; waits for the first line if it has not come yet.
  ///
  /// @param in the log; the caller closes it
  /// @param memory what may be allocated
  /// @return the log, before its first event
  /// @throws TraceFault if it is no log of a version that is known, or memory is short
  /// @throws IOException if the stream fails
  public static EventLog open(InputStream in, MemoryAllowance memory)
      throws IOException, TraceFault {
    return new EventLog(new LineInput(in, memory));
  }

  /// The first line.
  ///
  /// @return what it says
  public EventLogHeader header() {
    return header;
  }

  /// How far it is.
  ///
  /// @return bytes that are done with
  public long bytesDone() {
    return input.bytesDone();
  }

  /// Goes to the next status line or event; waits for it if it has not come yet.
  ///
  /// @param event filled with it
  /// @return whether there was one
  /// @throws TraceFault if a line is not understood, or the log ends inside of one
  /// @throws IOException if the stream fails
  public boolean next(LoggedEvent event) throws IOException, TraceFault {
    if (!nextLine()) {
      return false;
    }
    event.begin(input.line(), input.position());
    read(new EventFields(event));
    check(event);
    hasBegun |= !event.isStatus();
    return true;
  }

  private EventLogHeader readHeader() throws IOException, TraceFault {
    if (!nextLine()) {
      throw fault(Trouble.NOT_A_TRACE, "the log is empty; its first line is a header");
    }
    read(fields);
    if (!fields.what.equals(EventLogHeader.WHAT)) {
      throw fault(
          Trouble.NOT_A_TRACE,
          "not an event log: line=%d, wanted={\"psyscall\":\"events\",\"version\":1}"
              .formatted(input.line()));
    }
    if (fields.version != EventLogHeader.VERSION) {
      throw fault(
          Trouble.NOT_A_TRACE,
          "unknown version of an event log: line=%d, version=%d, known=%d"
              .formatted(input.line(), fields.version, EventLogHeader.VERSION));
    }
    return fields.release.isEmpty()
        ? EventLogHeader.DEFAULT
        : EventLogHeader.naming(fields.release)
            .orElseThrow(
                () ->
                    fault(
                        Trouble.NOT_A_TRACE,
                        "unknown release: line=%d, release=%s, choices=1.%d to 1.%d"
                            .formatted(
                                input.line(),
                                shown(fields.release),
                                EventLogHeader.MINOR_MIN,
                                EventLogHeader.MINOR_MAX)));
  }

  /// Goes to the next line that is neither blank nor a comment.
  private boolean nextLine() throws IOException, TraceFault {
    while (input.next()) {
      int at = input.begin();
      while (at < input.end() && isBlank(input.bytes()[at])) {
        at++;
      }
      if (at < input.end() && input.bytes()[at] != '#') {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\r';
  }

  private void read(FlatObject.Fields into) throws TraceFault {
    try {
      new FlatObject(input.bytes(), input.begin(), input.end(), input.line(), input.position())
          .read(into);
    } catch (TraceFault e) {
      if (input.isWhole() || e.trouble() != Trouble.NOT_A_TRACE) {
        throw e;
      }
      throw fault(Trouble.CUT_OFF, "the log ends inside of a line: line=" + input.line());
    }
  }

  private void check(LoggedEvent event) throws TraceFault {
    switch (event.name()) {
      case "" -> throw fault(Trouble.NOT_A_TRACE, "no field 'event': line=" + event.line());
      case Vocabulary.PROC_STATUS -> {
        needs(event, IdField.PROCESSOR);
        Holder holder =
            Vocabulary.holder(event.status())
                .orElseThrow(() -> unknown(event, Vocabulary.holders()));
        thread(event, holder == Holder.Running || holder == Holder.NextOf);
        initial(event);
      }
      case Vocabulary.GO_STATUS -> {
        needs(event, IdField.GOROUTINE);
        GStatus status =
            Vocabulary.goroutineStatus(event.status())
                .orElseThrow(() -> unknown(event, Vocabulary.statuses()));
        thread(event, status == GStatus.Grunning || status == GStatus.Gsyscall);
        initial(event);
      }
      case String name -> {
        Event of = vocabulary.event(name).orElseThrow(() -> unknown(event));
        for (Sort.Field parameter : of.parameters()) {
          if (Vocabulary.isNeeded(parameter)) {
            needs(event, IdField.named(parameter.name()).orElseThrow());
          }
        }
      }
    }
  }

  private void thread(LoggedEvent event, boolean isNeeded) throws TraceFault {
    if (isNeeded) {
      needs(event, IdField.THREAD);
    }
  }

  private void needs(LoggedEvent event, IdField field) throws TraceFault {
    if (event.id(field) == LoggedEvent.NONE) {
      throw fault(
          Trouble.NOT_A_TRACE,
          "missing field: line=%d, event=%s, field=%s"
              .formatted(event.line(), event.name(), field.key()));
    }
  }

  private void initial(LoggedEvent event) throws TraceFault {
    if (hasBegun) {
      throw fault(
          Trouble.NOT_A_TRACE,
          "status behind the first event: line=%d, event=%s; all status lines come first"
              .formatted(event.line(), event.name()));
    }
  }

  private TraceFault unknown(LoggedEvent event) {
    return fault(
        Trouble.NOT_A_TRACE,
        "unknown event: line=%d, event=%s, choices=%s"
            .formatted(event.line(), shown(event.name()), vocabulary.names()));
  }

  private TraceFault unknown(LoggedEvent event, List<String> choices) {
    return fault(
        Trouble.NOT_A_TRACE,
        "unknown status: line=%d, event=%s, status=%s, choices=%s"
            .formatted(event.line(), event.name(), shown(event.status()), choices));
  }

  private TraceFault fault(Trouble trouble, String what) {
    return new TraceFault(trouble, input.position(), what);
  }

  /// A text of a stranger: short, and nothing in it that a terminal would obey.
  private static String shown(String text) {
    int most = 40;
    String safe = text.replaceAll("[^\\x20-\\x7e]", "?");
    return safe.length() <= most ? safe : safe.substring(0, most) + "...";
  }

  /// The fields of an event or a status line. Fields without a meaning here are passed over.
  private static final class EventFields implements FlatObject.Fields {
    private final LoggedEvent event;
    private final Set<String> seen = new HashSet<>();

    EventFields(LoggedEvent event) {
      this.event = event;
    }

    @Override
    public void number(String name, long value) throws Rejected {
      notText(name);
      Optional<IdField> id = IdField.named(name);
      if (id.isPresent()) {
        once(name);
        if (value < 0) {
          throw new Rejected("an id below 0: field=" + name);
        }
        event.id(id.get(), value);
      }
    }

    @Override
    public void text(String name, String value) throws Rejected {
      notId(name);
      if (name.equals(EVENT)) {
        once(name);
        event.name(value);
      } else if (name.equals(STATUS)) {
        once(name);
        event.status(value);
      }
    }

    @Override
    public void nothing(String name) throws Rejected {
      notText(name);
      if (IdField.named(name).isPresent()) {
        once(name);
      }
    }

    @Override
    public void other(String name) throws Rejected {
      notText(name);
      notId(name);
    }

    private void once(String name) throws Rejected {
      if (!seen.add(name)) {
        throw new Rejected("a field twice: field=" + name);
      }
    }

    private static void notText(String name) throws Rejected {
      if (name.equals(EVENT) || name.equals(STATUS)) {
        throw new Rejected("not a text: field=" + name);
      }
    }

    private static void notId(String name) throws Rejected {
      if (IdField.named(name).isPresent()) {
        throw new Rejected("not a whole number from 0 to 2^63-1: field=" + name);
      }
    }
  }

  /// The fields of the header.
  private static final class HeaderFields implements FlatObject.Fields {
    private String what = "";
    private long version;
    private String release = "";

    @Override
    public void number(String name, long value) {
      if (name.equals("version")) {
        version = value;
      }
    }

    @Override
    public void text(String name, String value) {
      switch (name) {
        case "psyscall" -> what = value;
        case "release" -> release = value;
        case String _ -> {}
      }
    }

    @Override
    public void nothing(String name) {}

    @Override
    public void other(String name) {}
  }
}
