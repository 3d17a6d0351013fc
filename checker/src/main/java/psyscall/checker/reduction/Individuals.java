package psyscall.checker.reduction;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;

/// The individuals of all id sorts in one numbering; those of a sort are consecutive.
final class Individuals {
  private final List<Sort.Individual> sorts;

  /// Where each sort begins; one more entry for the end of the last.
  private final int[] first;

  Individuals(World world) {
    sorts = new ArrayList<>(world.sizes().keySet());
    first = new int[sorts.size() + 1];
    for (int sort = 0; sort < sorts.size(); sort++) {
      first[sort + 1] = first[sort] + world.size(sorts.get(sort));
    }
  }

  List<Sort.Individual> sorts() {
    return sorts;
  }

  /// How many there are of all sorts.
  int count() {
    return first[sorts.size()];
  }

  /// Whether there is a sort with two that can be exchanged.
  boolean canBeExchanged() {
    return sorts.stream().anyMatch(sort -> size(sort) > 1);
  }

  /// How many there are of a sort.
  int size(Sort.Individual sort) {
    int number = number(sort);
    return first[number + 1] - first[number];
  }

  /// The number of a sort.
  int number(Sort.Individual sort) {
    int number = sorts.indexOf(sort);
    if (number < 0) {
      throw new IllegalArgumentException("unknown sort: name=" + sort.name());
    }
    return number;
  }

  /// The number of a sort's individual 0.
  int first(Sort.Individual sort) {
    return first[number(sort)];
  }

  /// Where the sort of a number begins.
  int first(int sort) {
    return first[sort];
  }
}
