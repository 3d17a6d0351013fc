package psyscall.model.interpret;

import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.spec.process.Ending;
import psyscall.spec.term.Sort;

/// Whether a value fits into the place that it is stored in: the bounds of numbers and the capacity
/// of queues, also inside records and arrays.
final class Limits {
  private Limits() {}

  /// The limit that a value breaks.
  ///
  /// @return how the run ends if the value is stored; the first broken limit from the left counts
  static Optional<Ending> broken(Sort place, Value value) {
    return switch (place) {
      case Sort.Range range -> {
        long number = value.scalar();
        boolean inside = number >= range.low() && number <= range.high();
        yield inside ? Optional.empty() : Optional.of(Ending.OUT_OF_RANGE);
      }
      case Sort.Queue queue -> {
        boolean fits = ((Queue) value).size() <= queue.capacity();
        yield fits ? Optional.empty() : Optional.of(Ending.QUEUE_FULL);
      }
      case Sort.Struct struct -> broken(struct, ((Struct) value).fields());
      case Sort.ArrayOf array -> broken(array.element(), (Array) value);
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Bits _,
          Sort.Memory _ ->
          Optional.empty();
    };
  }

  private static Optional<Ending> broken(Sort.Struct struct, List<Value> fields) {
    Optional<Ending> broken = Optional.empty();
    for (int at = 0; at < fields.size() && broken.isEmpty(); at++) {
      broken = broken(struct.fields().get(at).sort(), fields.get(at));
    }
    return broken;
  }

  private static Optional<Ending> broken(Sort element, Array array) {
    Optional<Ending> broken = Optional.empty();
    for (int at = 0; at < array.size() && broken.isEmpty(); at++) {
      broken = broken(element, array.at(at));
    }
    return broken;
  }
}
