package psyscall.model.eventlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.process.Event;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.term.Sort;

/// The words of a log: the events of a lifecycle, and what a status line can say.
public final class Vocabulary {
  /// The line that tells what a goroutine does when the log begins.
  public static final String GO_STATUS = "GoStatus";

  /// The line that declares a P and tells who holds it when the log begins.
  public static final String PROC_STATUS = "ProcStatus";

  private final Map<String, Event> events = new LinkedHashMap<>();

  private Vocabulary() {}

  /// The words of a lifecycle.
  ///
  /// @param lifecycle that of a release, as traces tell it
  /// @return the events in the order of its rules
  public static Vocabulary of(Lifecycle lifecycle) {
    Vocabulary vocabulary = new Vocabulary();
    for (EventRule rule : lifecycle.traced()) {
      vocabulary.events.put(rule.event().name(), rule.event());
    }
    return vocabulary;
  }

  /// An event.
  ///
  /// @param name its name
  /// @return the event, if there is one of that name
  public Optional<Event> event(String name) {
    return Optional.ofNullable(events.get(name));
  }

  /// All events.
  ///
  /// @return in the order of the rules
  public List<Event> events() {
    return List.copyOf(events.values());
  }

  /// What can stand in the field `event`.
  ///
  /// @return the two status lines, then the events
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(PROC_STATUS, GO_STATUS));
    names.addAll(events.keySet());
    return names;
  }

  /// Whether a line of an event has to name an individual.
  ///
  /// @param parameter a parameter of the event
  /// @return false where nobody in particular can be meant
  public static boolean isNeeded(Sort.Field parameter) {
    return parameter.sort() instanceof Sort.Individual;
  }

  /// What a goroutine does, as a word.
  ///
  /// @param status the status
  /// @return in lower case
  public static String word(GStatus status) {
    return switch (status) {
      case Grunnable -> "runnable";
      case Grunning -> "running";
      case Gsyscall -> "syscall";
      case Gwaiting -> "waiting";
      case Gdead -> "dead";
    };
  }

  /// Who holds a P, as a word.
  ///
  /// @param holder the way in which it is held
  /// @return in lower case
  public static String word(Holder holder) {
    return switch (holder) {
      case Running -> "running";
      case Syscall -> "syscall";
      case IdleList -> "idle";
      case Transit -> "held";
      case NextOf -> "left";
      case Stopped -> "stopped";
    };
  }

  /// The words for what a goroutine does.
  ///
  /// @return in the order of the statuses
  static List<String> statuses() {
    return Stream.of(GStatus.values()).map(Vocabulary::word).toList();
  }

  /// The words for how a P is held.
  ///
  /// @return in the order of the ways
  static List<String> holders() {
    return Stream.of(Holder.values()).map(Vocabulary::word).toList();
  }

  /// What a word says of a goroutine.
  ///
  /// @param word as in a log
  /// @return the status, if the word is one
  public static Optional<GStatus> goroutineStatus(String word) {
    return Stream.of(GStatus.values()).filter(status -> word(status).equals(word)).findFirst();
  }

  /// What a word says of a P.
  ///
  /// @param word as in a log
  /// @return the way in which it is held, if the word is one
  public static Optional<Holder> holder(String word) {
    return Stream.of(Holder.values()).filter(holder -> word(holder).equals(word)).findFirst();
  }
}
