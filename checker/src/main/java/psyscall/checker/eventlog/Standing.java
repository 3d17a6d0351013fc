package psyscall.checker.eventlog;

import java.util.ArrayList;
import java.util.List;
import psyscall.checker.conformance.OpenLifecycle;
import psyscall.model.eventlog.IdField;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.eventlog.Vocabulary;
import psyscall.model.observe.LongIndex;

/// How individuals stand, in words.
///
/// @param automaton where they stand
/// @param individuals their ids
record Standing(OpenLifecycle automaton, Individuals individuals) {

  /// How those of a line stand.
  List<String> of(LoggedEvent line) {
    List<String> words = new ArrayList<>();
    for (IdField field : List.of(IdField.GOROUTINE, IdField.THREAD, IdField.PROCESSOR)) {
      int number = individuals.of(field).of(line.id(field));
      if (line.id(field) != LoggedEvent.NONE && number != LongIndex.NONE) {
        words.add(of(field, number));
      }
    }
    return words;
  }

  private String of(IdField field, int number) {
    String name = name(field, number);
    return switch (field) {
      case GOROUTINE ->
          name + " is " + Vocabulary.word(automaton.status(number)) + on(automaton.thread(number));
      case PROCESSOR ->
          name
              + " is "
              + Vocabulary.word(automaton.holder(number))
              + on(automaton.holderThread(number));
      case THREAD, BY ->
          name
              + " has "
              + named(IdField.GOROUTINE, automaton.goroutineOn(number), "no goroutine")
              + " and "
              + named(IdField.PROCESSOR, automaton.processorOf(number), "no P");
    };
  }

  private String on(int thread) {
    return thread == LongIndex.NONE ? "" : " on " + name(IdField.THREAD, thread);
  }

  private String named(IdField field, int number, String none) {
    return number == LongIndex.NONE ? none : name(field, number);
  }

  private String name(IdField field, int number) {
    return field.key() + individuals.of(field).id(number);
  }
}
