package psyscall.checker.oracle;

import java.util.LinkedHashSet;
import java.util.Set;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceEvent;

/// An event that is kept, and can be changed.
record Told(
    Kind kind,
    long position,
    long generation,
    long thread,
    long processor,
    long goroutine,
    long subject,
    long value,
    long other) {
  private static final long NONE = TraceEvent.NONE;

  static Told of(TraceEvent event) {
    return new Told(
        event.kind(),
        event.position(),
        event.generation(),
        event.thread(),
        event.processor(),
        event.goroutine(),
        event.subject(),
        event.value(),
        event.other());
  }

  /// An event of nobody.
  static Told of(Kind kind) {
    return new Told(kind, 0, 1, NONE, NONE, NONE, NONE, NONE, NONE);
  }

  Told by(long newThread, long newProcessor, long newGoroutine) {
    return new Told(
        kind, position, generation, newThread, newProcessor, newGoroutine, subject, value, other);
  }

  Told about(long newSubject) {
    return new Told(
        kind, position, generation, thread, processor, goroutine, newSubject, value, other);
  }

  Told value(long newValue) {
    return new Told(
        kind, position, generation, thread, processor, goroutine, subject, newValue, other);
  }

  Told other(long newOther) {
    return new Told(
        kind, position, generation, thread, processor, goroutine, subject, value, newOther);
  }

  Told as(Kind newKind) {
    return new Told(
        newKind, position, generation, thread, processor, goroutine, subject, value, other);
  }

  Told in(long newGeneration) {
    return new Told(
        kind, position, newGeneration, thread, processor, goroutine, subject, value, other);
  }

  void fill(TraceEvent event, long number) {
    event.at(number, position, number, generation);
    event.by(thread, processor, goroutine);
    event.about(kind, subject, value, other);
  }

  boolean isAboutProcessor() {
    return kind.isAboutProcessor();
  }

  /// Whom it names, such as `P1`.
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    add(names, "M", thread);
    add(names, "P", processor);
    add(names, "G", goroutine);
    add(names, isAboutProcessor() ? "P" : "G", subject);
    if (kind == Kind.PROC_START || kind == Kind.PROC_STEAL) {
      add(names, "M", value);
    }
    if (kind == Kind.GO_STATUS) {
      add(names, "M", other);
    }
    return names;
  }

  private static void add(Set<String> names, String sort, long id) {
    if (id != NONE) {
      names.add(sort + id);
    }
  }
}
