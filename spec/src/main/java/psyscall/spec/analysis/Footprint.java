package psyscall.spec.analysis;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import psyscall.spec.process.Choice;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;

/// What a rule reads, writes and leaves open, on any of its paths.
///
/// A step of the rule reads nothing else to find out whether it is possible, which answers it has
/// and what it stores. A place that is stored to in part (a field of a record) is read too. The
/// program counter of the process and the ending are read by every rule. That a step which ends the
/// run resets the locals of its process is left out: nobody reads them any more.
///
/// @param reads the places that are read, in the order of the text
/// @param writes the places that are stored to, in the order of the text
/// @param choices the choices, in the order of the text
public record Footprint(Set<Place> reads, Set<Place> writes, Set<Choice> choices) {
  /// Copies the sets.
  public Footprint {
    reads = Collections.unmodifiableSet(new LinkedHashSet<>(reads));
    writes = Collections.unmodifiableSet(new LinkedHashSet<>(writes));
    choices = Collections.unmodifiableSet(new LinkedHashSet<>(choices));
  }

  /// The footprint of a rule.
  ///
  /// @param rule one of the specification's rules
  /// @param specification where it comes from
  /// @return all places, locals and program counters included
  public static Footprint of(Rule rule, Specification specification) {
    return FootprintCollector.collect(rule, specification);
  }

  /// What decides whether a step of a rule is possible: as long as none of these places is stored
  /// to, an actor for whom it is not possible waits on.
  ///
  /// What is read behind the last statement that can wait is left out, and so is what only the
  /// answers of choices decide.
  ///
  /// @param rule one of the specification's rules
  /// @param specification where it comes from
  /// @return all places, locals and program counters included, in the order of the text
  public static Set<Place> enabling(Rule rule, Specification specification) {
    return FootprintCollector.enabling(rule, specification);
  }

  /// The part of it that other processes can see.
  ///
  /// @return the same without locals and program counters
  public Footprint shared() {
    return new Footprint(shared(reads), shared(writes), choices);
  }

  private static Set<Place> shared(Set<Place> places) {
    return places.stream()
        .filter(Predicate.not(Place::isPrivate))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
