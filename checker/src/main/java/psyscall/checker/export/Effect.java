package psyscall.checker.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Writes that happen at once, as Promela statements one after the other.
///
/// A write comes before those that change what it reads. Where that cannot be, the value is
/// computed at the start, into a scratch variable that is 0 again at the end: Spin keeps it in
/// every state (its `hidden` variables go with depth-first search only), so it must not tell states
/// apart.
///
/// @param statements the statements, in order
/// @param scratch how many scratch variables they use
record Effect(List<String> statements, int scratch) {
  /// How scratch variables are called, before their number.
  static final String SCRATCH = "scratch_";

  static Effect of(List<Write> writes) {
    List<Write> rest = new ArrayList<>(writes);
    List<String> before = new ArrayList<>();
    List<String> stores = new ArrayList<>();
    while (!rest.isEmpty()) {
      int next =
          IntStream.range(0, rest.size()).filter(at -> isFree(at, rest)).findFirst().orElse(0);
      Write write = rest.remove(next);
      stores.add(write.cell().read().text() + " = " + write.value().text());
      SortedSet<String> written = new TreeSet<>(List.of(write.cell().variable()));
      rest.replaceAll(
          later ->
              new Write(
                  new Cells.Cell(
                      later.cell().variable(),
                      later.cell().index().map(at -> early(at, written, before))),
                  early(later.value(), written, before)));
    }
    int scratch = before.size();
    List<String> all = new ArrayList<>(before);
    all.addAll(stores);
    IntStream.range(0, scratch).forEach(at -> all.add(SCRATCH + at + " = 0"));
    return new Effect(all, scratch);
  }

  /// Whether a write can be the next: nobody else reads what it changes, and it is the first to its
  /// variable.
  private static boolean isFree(int at, List<Write> rest) {
    String variable = rest.get(at).cell().variable();
    return IntStream.range(0, rest.size())
        .filter(other -> other != at)
        .noneMatch(
            other ->
                reads(rest.get(other), variable)
                    || (other < at && rest.get(other).cell().variable().equals(variable)));
  }

  private static boolean reads(Write write, String variable) {
    Optional<Expression> index = write.cell().index();
    return write.value().reads().contains(variable)
        || index.map(at -> at.reads().contains(variable)).orElse(false);
  }

  private static Expression early(
      Expression value, SortedSet<String> written, List<String> before) {
    if (Collections.disjoint(value.reads(), written)) {
      return value;
    }
    Expression scratch = Expression.word(SCRATCH + before.size());
    before.add(scratch.text() + " = " + value.text());
    return scratch;
  }
}
