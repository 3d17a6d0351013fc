package psyscall.checker.conformance;

import java.util.List;

/// A rule of an event, taken apart.
///
/// @param name the event
/// @param arguments which arguments it needs, as a set of bits: bit 0 is the first
/// @param names what stands for what in guards and effects, before both
/// @param guards what must hold, in the order in which it is asked
/// @param effects what is done then, in order
record EventForm(
    String name, int arguments, List<Name> names, List<Guard> guards, List<Effect> effects) {
  EventForm {
    names = List.copyOf(names);
    guards = List.copyOf(guards);
    effects = List.copyOf(effects);
  }

  /// What must hold.
  ///
  /// @param text how the rule says it
  /// @param claim the condition
  record Guard(String text, Form.Claim claim) {}

  /// What is done.
  sealed interface Effect {}

  /// A slot stands for a value as it is now.
  record Name(int slot, Form.Number value) implements Effect {}

  /// A value goes to a place.
  record Target(Column column, Form.Number index, Form.Number value) {}

  /// Values are computed, then stored.
  record Store(List<Target> targets) implements Effect {
    Store {
      targets = List.copyOf(targets);
    }
  }

  /// The same for each individual of a range that fulfils a claim; each has its own entries only.
  record Each(int slot, Form.Range range, Form.Claim where, Store store) implements Effect {}

  /// One of two.
  record When(Form.Claim condition, List<Effect> then, List<Effect> otherwise) implements Effect {
    When {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }
}
