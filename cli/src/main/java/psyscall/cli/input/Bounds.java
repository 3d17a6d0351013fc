package psyscall.cli.input;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import psyscall.checker.search.Limits;
import psyscall.cli.session.WrongUsage;

/// What a search may cost, as it was asked for.
///
/// @param maxStates the greatest number of states; empty without such a limit
/// @param maxTime the longest time; empty without such a limit
/// @param maxMemoryBytes the most memory; empty without such a limit
public record Bounds(
    Optional<Integer> maxStates, Optional<Duration> maxTime, Optional<Long> maxMemoryBytes) {
  /// Below this the virtual machine itself hardly fits.
  private static final long MEMORY_MIN_BYTES = 64L << 20;

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,19})([A-Za-z]*)");

  private static final Map<String, Long> SIZE_UNITS =
      Map.of("MB", 1L << 20, "GB", 1L << 30, "TB", 1L << 40);

  private static final Map<String, Long> TIME_UNITS =
      Map.of("MS", 1L, "S", 1_000L, "M", 60_000L, "H", 3_600_000L);

  /// The limits of some option values.
  ///
  /// @param maxStates a number such as `100000`, if given
  /// @param maxTime a time such as `30s`, `5m` or `2h`, if given
  /// @param maxMemory a size such as `512MB` or `4GB`, if given
  /// @return the limits
  /// @throws WrongUsage if one is not understood, below its minimum or above its maximum
  public static Bounds parse(
      Optional<String> maxStates, Optional<String> maxTime, Optional<String> maxMemory) {
    return new Bounds(
        maxStates.map(Bounds::states), maxTime.map(Bounds::time), maxMemory.map(Bounds::memory));
  }

  private static Integer states(String text) {
    long states = amount("max-states", text, Map.of("", 1L), "a number such as 100000");
    if (states < 1 || states > Limits.STATES_MAX) {
      throw new WrongUsage(
          "state limit out of range: max-states=%s, minimum=1, maximum=%d"
              .formatted(text, Limits.STATES_MAX));
    }
    return (int) states;
  }

  private static Duration time(String text) {
    long millis = amount("max-time", text, TIME_UNITS, "a time such as 30s, 5m or 2h");
    if (millis < 1 || millis > Duration.ofDays(365).toMillis()) {
      throw new WrongUsage(
          "time limit out of range: max-time=" + text + ", minimum=1ms, maximum=8760h");
    }
    return Duration.ofMillis(millis);
  }

  private static Long memory(String text) {
    long bytes = amount("max-memory", text, SIZE_UNITS, "a size such as 512MB or 4GB");
    if (bytes < MEMORY_MIN_BYTES) {
      throw new WrongUsage("memory limit below the minimum: max-memory=" + text + ", minimum=64MB");
    }
    return bytes;
  }

  private static long amount(String option, String text, Map<String, Long> units, String form) {
    Matcher matcher = AMOUNT.matcher(text);
    Long unit = matcher.matches() ? units.get(matcher.group(2).toUpperCase(Locale.ROOT)) : null;
    if (unit == null) {
      throw new WrongUsage("not understood: " + option + "=" + text + "; give " + form);
    }
    BigInteger amount = new BigInteger(matcher.group(1)).multiply(BigInteger.valueOf(unit));
    return amount.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }

  /// The limits for a search.
  ///
  /// @return with no limit where none was asked for
  public Limits limits() {
    return new Limits(
        maxStates.orElse(Limits.NONE.maxStates()),
        maxTime.orElse(Limits.NONE.maxTime()),
        maxMemoryBytes.orElse(Limits.NONE.maxMemoryBytes()));
  }

  /// The limits as the options that set them.
  ///
  /// @return such as `--max-states=1000 --max-time=30s`; `none` without limits
  public String text() {
    List<String> options = new ArrayList<>();
    maxStates.ifPresent(states -> options.add("--max-states=" + states));
    maxTime.ifPresent(time -> options.add("--max-time=" + text(time)));
    maxMemoryBytes.ifPresent(bytes -> options.add("--max-memory=" + (bytes >> 20) + "MB"));
    return options.isEmpty() ? "none" : String.join(" ", options);
  }

  private static String text(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }
}
