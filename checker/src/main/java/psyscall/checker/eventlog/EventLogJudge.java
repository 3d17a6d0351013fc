package psyscall.checker.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import psyscall.checker.conformance.OpenLifecycle;
import psyscall.model.eventlog.IdField;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.eventlog.Vocabulary;
import psyscall.model.observe.LongIndex;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.process.Event;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;

/// Follows a log through the lifecycle: explains each event, or refuses it and stays where it is.
///
/// The first lines tell where the log begins. A P that no status line declares is not there, a
/// goroutine without one is not yet created. Individuals are never forgotten: the memory grows with
/// how many different ones the log names.
public final class EventLogJudge {
  private static final String UNDECLARED = "a line ProcStatus has declared the P";
  private static final int ALLOWED_MAX = 12;

  private final OpenLifecycle automaton;
  private final Individuals individuals;
  private final Possibilities possibilities;
  private final Vocabulary vocabulary;
  private final Map<String, Integer> numbers = new HashMap<>();
  private long explained;
  private long refused;

  /// Before the first line.
  ///
  /// @param lifecycle that of a release, as traces tell it
  /// @param memory what may be allocated
  public EventLogJudge(Lifecycle lifecycle, MemoryAllowance memory) {
    automaton = OpenLifecycle.of(lifecycle, memory);
    individuals = new Individuals(memory);
    possibilities = new Possibilities(automaton, individuals);
    vocabulary = Vocabulary.of(lifecycle);
    for (Event event : vocabulary.events()) {
      numbers.put(event.name(), automaton.event(event.name()));
    }
  }

  /// Judges the next line.
  ///
  /// @param line as the reader tells it
  /// @return what is said of it
  /// @throws TraceFault if a status line contradicts another, or memory is short
  public Answer judge(LoggedEvent line) throws TraceFault {
    automaton.at(line.position());
    return switch (line.name()) {
      case Vocabulary.PROC_STATUS -> declare(line);
      case Vocabulary.GO_STATUS -> place(line);
      case String _ -> offer(line);
    };
  }

  private Answer declare(LoggedEvent line) throws TraceFault {
    if (isKnown(line, IdField.PROCESSOR)) {
      throw contradiction(line, "the P has a status already");
    }
    Holder holder = Vocabulary.holder(line.status()).orElseThrow();
    int thread = individuals.number(line, IdField.THREAD);
    if (holder == Holder.Running && automaton.processorOf(thread) != LongIndex.NONE) {
      throw contradiction(line, "the thread has another P");
    }
    automaton.assumeProcessor(individuals.number(line, IdField.PROCESSOR), holder, thread);
    return new Answer.Noted();
  }

  private Answer place(LoggedEvent line) throws TraceFault {
    if (isKnown(line, IdField.GOROUTINE)) {
      throw contradiction(line, "the goroutine has a status already");
    }
    GStatus status = Vocabulary.goroutineStatus(line.status()).orElseThrow();
    boolean isOnThread = status == GStatus.Grunning || status == GStatus.Gsyscall;
    int thread = isOnThread ? individuals.number(line, IdField.THREAD) : LongIndex.NONE;
    if (isOnThread && automaton.goroutineOn(thread) != LongIndex.NONE) {
      throw contradiction(line, "the thread has another goroutine");
    }
    automaton.assumeGoroutine(individuals.number(line, IdField.GOROUTINE), status, thread);
    return new Answer.Noted();
  }

  private boolean isKnown(LoggedEvent line, IdField field) {
    return individuals.of(field).of(line.id(field)) != LongIndex.NONE;
  }

  private static TraceFault contradiction(LoggedEvent line, String what) {
    return new TraceFault(
        TraceFault.Trouble.NOT_A_TRACE,
        line.position(),
        "status lines contradict each other: line=%d, %s".formatted(line.line(), what));
  }

  private Answer offer(LoggedEvent line) throws TraceFault {
    Integer event = numbers.get(line.name());
    if (event == null) {
      throw new IllegalArgumentException("not in the vocabulary: event=" + line.name());
    }
    boolean isDeclared =
        line.id(IdField.PROCESSOR) == LoggedEvent.NONE || isKnown(line, IdField.PROCESSOR);
    if (!isDeclared) {
      return refusal(line, UNDECLARED);
    }
    int guard =
        automaton.offer(
            event,
            individuals.number(line, IdField.GOROUTINE),
            individuals.number(line, IdField.THREAD),
            individuals.number(line, IdField.PROCESSOR),
            individuals.number(line, IdField.BY));
    if (guard == 0) {
      explained++;
      return new Answer.Explained();
    }
    return refusal(line, automaton.guard(event, guard));
  }

  private Answer refusal(LoggedEvent line, String needs) throws TraceFault {
    refused++;
    List<PossibleEvent> allowed = new ArrayList<>();
    for (Event event : vocabulary.events()) {
      if (allowed.size() < ALLOWED_MAX && isAbout(event, line)) {
        allowed.addAll(possibilities.of(event, line, Question.OF_A_REFUSAL).some());
      }
    }
    if (allowed.isEmpty()) {
      // Others have to move before those of the line can.
      for (Event event : vocabulary.events()) {
        if (allowed.size() < ALLOWED_MAX) {
          allowed.addAll(possibilities.of(event, Question.OF_A_REFUSAL).some());
        }
      }
    }
    return new Answer.Refused(
        needs,
        new Standing(automaton, individuals).of(line),
        allowed.subList(0, Math.min(ALLOWED_MAX, allowed.size())));
  }

  /// Whether an event has a parameter that the line names.
  private static boolean isAbout(Event event, LoggedEvent line) {
    return event.parameters().stream()
        .flatMap(parameter -> IdField.named(parameter.name()).stream())
        .anyMatch(field -> line.id(field) != LoggedEvent.NONE);
  }

  /// What would be allowed next, event by event.
  ///
  /// @param question how much is asked
  /// @return in the order of the rules; events that are not allowed now are left out
  /// @throws TraceFault if memory is short
  public List<Allowed> allowed(Question question) throws TraceFault {
    List<Allowed> allowed = new ArrayList<>();
    for (Event event : vocabulary.events()) {
      Allowed instances = possibilities.of(event, question);
      if (instances.count() > 0 || !instances.isWhole()) {
        allowed.add(instances);
      }
    }
    return allowed;
  }

  /// The words that a log may use.
  ///
  /// @return those of the lifecycle
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /// How many events were explained.
  ///
  /// @return 0 or more
  public long explained() {
    return explained;
  }

  /// How many events were refused.
  ///
  /// @return 0 or more
  public long refused() {
    return refused;
  }

  /// How many individuals the log has named.
  ///
  /// @param field of which kind
  /// @return 0 or more
  public int count(IdField field) {
    return individuals.of(field).size();
  }
}
