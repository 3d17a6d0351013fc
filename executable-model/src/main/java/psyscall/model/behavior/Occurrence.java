package psyscall.model.behavior;

import java.util.List;
import java.util.StringJoiner;
import psyscall.spec.process.Event;

/// An observable event that a step emitted.
///
/// @param event its kind
/// @param arguments its arguments in the order of the event's parameters
public record Occurrence(Event event, List<Value> arguments) {
  /// Copies the arguments.
  public Occurrence {
    arguments = List.copyOf(arguments);
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", event.name() + "(", ")");
    for (int at = 0; at < arguments.size(); at++) {
      text.add(arguments.get(at).format(event.parameters().get(at).sort()));
    }
    return text.toString();
  }
}
