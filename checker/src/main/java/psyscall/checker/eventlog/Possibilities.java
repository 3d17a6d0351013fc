package psyscall.checker.eventlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import psyscall.checker.conformance.OpenLifecycle;
import psyscall.checker.eventlog.PossibleEvent.Argument;
import psyscall.checker.eventlog.PossibleEvent.Individual;
import psyscall.model.eventlog.IdField;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.observe.LongIndex;
import psyscall.model.observe.TraceFault;
import psyscall.spec.process.Event;

/// Asks the automaton which instances of an event it would allow. It is asked for one after the
/// other: that is right whatever the rules say, and its cost is bounded by the question.
final class Possibilities {
  private static final int NOBODY = LongIndex.NONE;

  private final OpenLifecycle automaton;
  private final Individuals individuals;

  Possibilities(OpenLifecycle automaton, Individuals individuals) {
    this.automaton = automaton;
    this.individuals = individuals;
  }

  /// The instances of an event with any arguments: all individuals that are known, and a goroutine
  /// or thread that is new.
  Allowed of(Event event, Question question) throws TraceFault {
    Map<IdField, int[]> choices = new EnumMap<>(IdField.class);
    for (IdField field : IdField.values()) {
      IntStream ids = has(event, field) ? any(field, question) : IntStream.of(NOBODY);
      choices.put(field, ids.toArray());
    }
    return of(event, choices, question);
  }

  /// The instances of an event for the individuals of a line. A parameter that the line does not
  /// name can be anybody; who does it can be the line's thread or nobody in particular.
  Allowed of(Event event, LoggedEvent line, Question question) throws TraceFault {
    Map<IdField, int[]> choices = new EnumMap<>(IdField.class);
    for (IdField field : IdField.values()) {
      IntStream ids = has(event, field) ? around(line, field, question) : IntStream.of(NOBODY);
      choices.put(field, ids.toArray());
    }
    return of(event, choices, question);
  }

  private static boolean has(Event event, IdField field) {
    return event.parameters().stream().anyMatch(each -> each.name().equals(field.key()));
  }

  private IntStream any(IdField field, Question question) {
    int bound = individuals.of(field).bound();
    IntStream all =
        switch (field) {
          case GOROUTINE, THREAD -> IntStream.rangeClosed(0, bound);
          case PROCESSOR -> IntStream.range(0, bound);
          case BY -> IntStream.range(NOBODY, bound);
        };
    // One more than is asked, so that it shows that not all are.
    return all.limit(question.asked() + 1);
  }

  private IntStream around(LoggedEvent line, IdField field, Question question) {
    IntStream named =
        IntStream.of(
                individuals.of(field).of(line.id(field == IdField.BY ? IdField.THREAD : field)))
            .filter(number -> number != NOBODY);
    return switch (field) {
      case GOROUTINE, THREAD, PROCESSOR -> {
        int[] numbers = named.toArray();
        yield numbers.length > 0 ? Arrays.stream(numbers) : any(field, question);
      }
      case BY -> IntStream.concat(IntStream.of(NOBODY), named);
    };
  }

  private Allowed of(Event event, Map<IdField, int[]> choices, Question question)
      throws TraceFault {
    int number = automaton.event(event.name());
    List<PossibleEvent> some = new ArrayList<>();
    long count = 0;
    long asked = 0;
    for (int p : of(choices, IdField.PROCESSOR)) {
      for (int m : of(choices, IdField.THREAD)) {
        for (int by : of(choices, IdField.BY)) {
          for (int g : of(choices, IdField.GOROUTINE)) {
            if (asked++ == question.asked()) {
              return new Allowed(event.name(), count, some, false);
            }
            if (automaton.allows(number, g, m, p, by) && count++ < question.shown()) {
              some.add(instance(event, g, m, p, by));
            }
          }
        }
      }
    }
    return new Allowed(event.name(), count, some, true);
  }

  private static int[] of(Map<IdField, int[]> choices, IdField field) {
    return choices.getOrDefault(field, new int[0]);
  }

  private PossibleEvent instance(Event event, int g, int m, int p, int by) {
    List<Argument> arguments = new ArrayList<>();
    event
        .parameters()
        .forEach(
            parameter -> {
              IdField field = IdField.named(parameter.name()).orElseThrow();
              int number =
                  switch (field) {
                    case GOROUTINE -> g;
                    case THREAD -> m;
                    case PROCESSOR -> p;
                    case BY -> by;
                  };
              arguments.add(new Argument(field, individual(field, number)));
            });
    return new PossibleEvent(event.name(), arguments);
  }

  private Individual individual(IdField field, int number) {
    LongIndex known = individuals.of(field);
    if (number == NOBODY) {
      return new Individual.Nobody();
    }
    return number < known.bound() ? new Individual.Known(known.id(number)) : new Individual.Fresh();
  }
}
