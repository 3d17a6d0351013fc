package psyscall.checker.reduction;

/// The individuals in order, sort by sort, as far as it is known: those of a class are not told
/// apart yet. Classes are only ever divided.
final class Ordering {
  private final Individuals individuals;

  /// The individuals in order.
  final int[] order;

  /// Of each place whether a class begins there.
  private final boolean[] begins;

  /// The colour of each individual; the last one stands for what is nobody's and never matters.
  final long[] colours;

  Ordering(Individuals individuals) {
    this.individuals = individuals;
    this.order = new int[individuals.count()];
    this.begins = new boolean[order.length];
    this.colours = new long[order.length + 1];
  }

  /// Begins anew with one class for each sort.
  void reset() {
    for (int place = 0; place < order.length; place++) {
      order[place] = place;
      begins[place] = false;
    }
    for (int sort = 0; sort < individuals.sorts().size(); sort++) {
      int first = individuals.first(sort);
      if (first < order.length) {
        begins[first] = true;
      }
    }
  }

  void copy(Ordering other) {
    System.arraycopy(other.order, 0, order, 0, order.length);
    System.arraycopy(other.begins, 0, begins, 0, order.length);
    System.arraycopy(other.colours, 0, colours, 0, colours.length);
  }

  /// Makes a member the first of its class, apart from the others.
  ///
  /// @param begin where the class begins
  /// @param place where the member is
  void single(int begin, int place) {
    int individual = order[place];
    order[place] = order[begin];
    order[begin] = individual;
    begins[begin + 1] = true;
    colours[individual] = Hashing.mix(colours[individual], Hashing.SEED);
  }

  /// Divides the classes by colour.
  ///
  /// @return whether there are more of them now
  boolean divide() {
    for (int place = 1; place < order.length; place++) {
      int individual = order[place];
      long colour = colours[individual];
      int to = place;
      while (!begins[to] && colours[order[to - 1]] > colour) {
        order[to] = order[to - 1];
        to--;
      }
      order[to] = individual;
    }
    boolean divided = false;
    for (int place = 1; place < order.length; place++) {
      if (!begins[place] && colours[order[place]] != colours[order[place - 1]]) {
        begins[place] = true;
        divided = true;
      }
    }
    return divided;
  }

  /// Whether nobody changes places.
  boolean isIdentity() {
    for (int place = 0; place < order.length; place++) {
      if (order[place] != place) {
        return false;
      }
    }
    return true;
  }

  /// The first class in which two can be told apart by something else than their colour.
  ///
  /// @return where it begins; −1 if in each class any order gives the same state
  int openClass(Portrait portrait) {
    int begin = 0;
    for (int place = 1; place < order.length; place++) {
      if (begins[place]) {
        begin = place;
      } else if (!portrait.areTwins(order[place - 1], order[place], sortAt(place))) {
        return begin;
      }
    }
    return -1;
  }

  /// Where a class ends.
  int end(int begin) {
    int end = begin + 1;
    while (end < order.length && !begins[end]) {
      end++;
    }
    return end;
  }

  /// The sort of the individual at a place.
  int sortAt(int place) {
    int sort = 0;
    while (individuals.first(sort + 1) <= place) {
      sort++;
    }
    return sort;
  }
}
