package psyscall.cli.futex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What was seen of one run of a cell, computed or measured.
///
/// @param calls the waits, the first to begin first where that is known
/// @param totalNanos when the last goroutine had its result; empty if the run has no end
record Seen(List<Call> calls, OptionalLong totalNanos) {
  /// Who begins later than this after another did not begin together with it. A thread starts in
  /// far less, and a call that another waits for lasts longer.
  private static final long TOGETHER_NANOS = 2_000_000;

  /// The same where all that is known is what calls took: milliseconds that were rounded, and
  /// signals that a round of sysmon may deliver to one call later than to another.
  private static final long NEARLY_NANOS = 5_000_000;

  private static final double MILLI = 1e6;

  /// One wait.
  ///
  /// @param outcome the name of the error, or `0`
  /// @param beganNanos when the goroutine asked for it, from the start; empty if nobody looked
  /// @param tookNanos until the goroutine did something after it
  record Call(String outcome, OptionalLong beganNanos, long tookNanos) {}

  /// Sorts the calls by when they began.
  Seen {
    List<Call> sorted = new ArrayList<>(calls);
    sorted.sort(Comparator.comparingLong((Call call) -> call.beganNanos().orElse(0)));
    calls = List.copyOf(sorted);
  }

  /// A run without an end: no call is told, since it may be that nobody could.
  static Seen hang() {
    return new Seen(List.of(), OptionalLong.empty());
  }

  /// The outcomes, each with how often it came, such as `3 x ETIMEDOUT`; `hang` without an end.
  String outcomes() {
    if (totalNanos.isEmpty()) {
      return "hang";
    }
    SortedMap<String, Long> counts =
        calls.stream()
            .collect(Collectors.groupingBy(Call::outcome, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(each -> each.getValue() + " x " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  /// How many calls began at a time, such as `2+1`: two together, the third later.
  ///
  /// Where it is not known when calls began it is told from how long they took, for those that
  /// begin one after the other or all at once, or two at a time: all together if the longest took
  /// the whole time and two took nearly the same; one after the other if the longest took the whole
  /// time and no two took the same, since all wait for the last; otherwise in two groups.
  String begins() {
    if (totalNanos.isEmpty()) {
      return "-";
    }
    return calls.stream().allMatch(call -> call.beganNanos().isPresent())
        ? waves(calls.stream().mapToLong(call -> call.beganNanos().orElseThrow()).toArray())
        : told();
  }

  private static String waves(long[] begins) {
    List<Integer> waves = new ArrayList<>();
    int wave = 0;
    for (int at = 0; at < begins.length; at++) {
      if (at > 0 && begins[at] - begins[at - 1] > TOGETHER_NANOS) {
        waves.add(wave);
        wave = 0;
      }
      wave++;
    }
    waves.add(wave);
    return waves.stream().map(String::valueOf).collect(Collectors.joining("+"));
  }

  private String told() {
    long[] took = calls.stream().mapToLong(Call::tookNanos).sorted().toArray();
    long least = Long.MAX_VALUE;
    for (int at = 1; at < took.length; at++) {
      least = Math.min(least, took[at] - took[at - 1]);
    }
    int all = took.length;
    if (totalNanos.orElseThrow() - took[all - 1] > NEARLY_NANOS) {
      return (all - 1) + "+1";
    }
    return least > NEARLY_NANOS ? "1" + "+1".repeat(all - 1) : String.valueOf(all);
  }

  /// The milliseconds of the calls, the shortest first, and of the whole: `10 15 15 / 25`.
  String millis() {
    if (totalNanos.isEmpty()) {
      return "";
    }
    String each =
        calls.stream()
            .map(Call::tookNanos)
            .sorted()
            .map(Seen::millis)
            .collect(Collectors.joining(" "));
    return each + " / " + millis(totalNanos.getAsLong());
  }

  private static String millis(long nanos) {
    return String.valueOf(Math.round(nanos / MILLI));
  }
}
