package psyscall.spec.process;

import java.util.List;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// A kind of observable event.
///
/// @param name its name in the vocabulary
/// @param parameters the names and sorts of its arguments, in order
public record Event(String name, List<Sort.Field> parameters) {
  /// Copies the parameters.
  public Event {
    parameters = List.copyOf(parameters);
  }

  void check(List<Term> arguments) {
    if (arguments.size() != parameters.size()) {
      throw new IllFormed("arguments of an event: event=" + name + ", given=" + arguments.size());
    }
    for (int at = 0; at < arguments.size(); at++) {
      Sort.Field parameter = parameters.get(at);
      if (!Sort.fits(parameter.sort(), arguments.get(at).sort())) {
        throw new IllFormed(
            "wrong sort: event="
                + name
                + ", argument="
                + parameter.name()
                + ", wanted="
                + parameter.sort()
                + ", given="
                + arguments.get(at).sort());
      }
    }
  }
}
