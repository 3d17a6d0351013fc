package psyscall.checker.strace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.strace.StraceRecord;

/// How waits on a futex ended, counted.
public final class FutexWaits {
  private static final String CALL = "futex";
  private static final int COMMAND_MASK = 0x7f;
  private static final int WAIT = 0;
  private static final int WAIT_BITSET = 9;
  private static final int ARGUMENTS_MIN = 4;
  private static final long BYTES_OF_A_KIND = 256;
  private static final int LINES_MAX = 20;

  private final MemoryAllowance memory;
  private final Map<Kind, Long> counts = new TreeMap<>();

  FutexWaits(MemoryAllowance memory) {
    this.memory = memory;
  }

  /// How a wait ended.
  public enum Outcome {
    /// Somebody woke it.
    WOKEN("0: woken"),
    /// The word held another value when it began.
    DIFFERED("EAGAIN: the word held another value"),
    /// The word held another value when it was made again.
    CHANGED("EAGAIN: made again after a signal, it found another value"),
    /// The time was over.
    TIMED_OUT("ETIMEDOUT: the time was over"),
    /// A signal's handler ran, and the kernel made EINTR of the restart code.
    INTERRUPTED("EINTR: a handler ran, and its restart code does not begin it again"),
    /// Another error.
    FAILED("another error"),
    /// The thread ended in it.
    NEVER("the thread ended in it");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    /// In words.
    ///
    /// @return a clause
    public String text() {
      return text;
    }
  }

  /// Waits that are alike.
  ///
  /// @param value the value that the word should hold
  /// @param isTimed whether the wait has a time-out
  /// @param outcome how it ended
  public record Kind(long value, boolean isTimed, Outcome outcome) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int byValue = Long.compareUnsigned(value, other.value);
      if (byValue != 0) {
        return byValue;
      }
      int byTime = Boolean.compare(isTimed, other.isTimed);
      return byTime != 0 ? byTime : outcome.compareTo(other.outcome);
    }
  }

  /// A wait that is under way.
  ///
  /// @param value the value that the word should hold
  /// @param isTimed whether it has a time-out
  record Wait(long value, boolean isTimed) {}

  /// The wait that a call asks for, if it is one.
  static Optional<Wait> of(StraceRecord.Asked asked) {
    if (!asked.name().equals(CALL)) {
      return Optional.empty();
    }
    List<String> arguments = List.of(asked.arguments().split(", ", ARGUMENTS_MIN + 1));
    if (arguments.size() < ARGUMENTS_MIN) {
      return Optional.empty();
    }
    Optional<Long> operation = number(arguments.get(1));
    Optional<Long> value = number(arguments.get(2));
    Optional<Long> timeout = number(arguments.get(ARGUMENTS_MIN - 1));
    if (operation.isEmpty() || value.isEmpty() || timeout.isEmpty()) {
      return Optional.empty();
    }
    long command = operation.get() & COMMAND_MASK;
    return command == WAIT || command == WAIT_BITSET
        ? Optional.of(new Wait(value.get(), timeout.get() != 0))
        : Optional.empty();
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(
          text.startsWith("0x")
              ? Long.parseUnsignedLong(text.substring(2), 16)
              : Long.parseLong(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  void add(Wait wait, Outcome outcome, long position) throws TraceFault {
    Kind kind = new Kind(wait.value(), wait.isTimed(), outcome);
    if (!counts.containsKey(kind)) {
      memory.take(BYTES_OF_A_KIND, position);
    }
    counts.merge(kind, 1L, Long::sum);
  }

  /// How often each.
  ///
  /// @return by value, time-out and outcome
  public Map<Kind, Long> counts() {
    return new TreeMap<>(counts);
  }

  /// The counts in words, not more than twenty lines.
  ///
  /// @return such as `futex waits for the value 0x1 with a time-out: 3 x 0: woken`
  public List<String> lines() {
    return counts.entrySet().stream()
        .limit(LINES_MAX)
        .map(
            entry ->
                "futex waits for the value 0x%x with%s a time-out: %d x %s"
                    .formatted(
                        entry.getKey().value(),
                        entry.getKey().isTimed() ? "" : "out",
                        entry.getValue(),
                        entry.getKey().outcome().text()))
        .toList();
  }
}
