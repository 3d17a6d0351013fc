package psyscall.checker.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import psyscall.model.eventlog.IdField;

/// An event with its arguments.
///
/// @param name the event
/// @param arguments in the order of its parameters
public record PossibleEvent(String name, List<Argument> arguments) {
  /// Copies the arguments.
  public PossibleEvent {
    arguments = List.copyOf(arguments);
  }

  /// An argument.
  ///
  /// @param field which parameter
  /// @param id the individual
  public record Argument(IdField field, Individual id) {}

  /// Who is meant by an argument.
  public sealed interface Individual {
    /// One that the log has named.
    ///
    /// @param id its id
    record Known(long id) implements Individual {}

    /// Any that the log has not named yet.
    record Fresh() implements Individual {}

    /// Nobody in particular.
    record Nobody() implements Individual {}
  }

  /// As a line of a report.
  ///
  /// @return such as `GoStart g=7 m=1 p=0`; nobody is left out, anybody new is `new`
  public String text() {
    List<String> words = new ArrayList<>(List.of(name));
    for (Argument argument : arguments) {
      String key = argument.field().key() + "=";
      switch (argument.id()) {
        case Individual.Known(long id) -> words.add(key + id);
        case Individual.Fresh() -> words.add(key + "new");
        case Individual.Nobody() -> {}
      }
    }
    return String.join(" ", words);
  }

  /// The individual of a field.
  ///
  /// @param field the field
  /// @return its id, if the event has it and the log has named it
  public OptionalLong id(IdField field) {
    for (Argument argument : arguments) {
      if (argument.field() == field && argument.id() instanceof Individual.Known(long id)) {
        return OptionalLong.of(id);
      }
    }
    return OptionalLong.empty();
  }
}
