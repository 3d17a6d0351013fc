package psyscall.cli.futex;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import psyscall.cli.input.Counts;
import psyscall.cli.session.WrongUsage;
import psyscall.model.workload.Operation.Way;

/// Reads what a cell does from words such as `waits=6,wait=5ms,call=syscall`, those of the program
/// that measures.
final class WaitsReader {
  /// The words, as help and complaints tell them.
  static final List<String> WORDS =
      List.of("waits", "wait", "call", "kind", "change", "wake", "word");

  /// With who creates them and who changes the word, all goroutines that the model has room for.
  private static final int COUNT_MAX = 60;

  private static final int USUAL_COUNT = 3;

  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(us|ms|s)");
  private static final Map<String, Long> NANOS =
      Map.of("us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L);

  private final Map<String, String> words;

  private WaitsReader(Map<String, String> words) {
    this.words = words;
  }

  /// Reads words joined by commas.
  ///
  /// @param text what was written
  /// @return the waits
  /// @throws WrongUsage if that describes none
  static Waits read(String text) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : text.split(",", -1)) {
      String[] parts = word.strip().split("=", 2);
      if (parts.length < 2 || words.put(parts[0], parts[1]) != null) {
        throw new WrongUsage("not understood: cell=" + word + "; give each word once, name=value");
      }
    }
    return read(words);
  }

  /// Reads words.
  ///
  /// @param words by name
  /// @return the waits
  /// @throws WrongUsage if they describe none
  static Waits read(Map<String, String> words) {
    for (String name : words.keySet()) {
      if (!WORDS.contains(name)) {
        throw new WrongUsage("unknown word: cell=" + name + ", choices=" + WORDS);
      }
    }
    return new WaitsReader(words).waits();
  }

  private Waits waits() {
    Way way = oneOf("call", "raw", "syscall") ? Way.RAW_SYSCALL : Way.SYSCALL;
    Waits.Kind kind = oneOf("kind", "futex", "nanosleep") ? Waits.Kind.FUTEX : Waits.Kind.NANOSLEEP;
    OptionalLong limit = nanos("wait");
    if (kind == Waits.Kind.NANOSLEEP && limit.isEmpty()) {
      throw new WrongUsage("a sleep without its length: kind=nanosleep; give wait too");
    }
    int count =
        word("waits")
            .map(text -> Counts.one("waits", text, "number of waits", 1, COUNT_MAX))
            .orElse(USUAL_COUNT);
    return new Waits(count, way, kind, limit, meanwhile());
  }

  private Meanwhile meanwhile() {
    OptionalLong change = nanos("change");
    OptionalLong wake = nanos("wake");
    long held =
        word("word")
            .map(text -> Counts.one("word", text, "what the word holds", 0, Integer.MAX_VALUE))
            .orElse((int) Waits.HELD);
    boolean isWrong = held != Waits.HELD;
    if (change.isPresent() ? wake.isPresent() || isWrong : wake.isPresent() && isWrong) {
      throw new WrongUsage("two things happen to the word: cell=" + words + "; give one");
    }
    if (change.isPresent()) {
      return new Meanwhile.Change(change.getAsLong());
    }
    if (wake.isPresent()) {
      return new Meanwhile.Wake(wake.getAsLong());
    }
    return isWrong ? new Meanwhile.Wrong(held) : new Meanwhile.Nothing();
  }

  private Optional<String> word(String name) {
    return Optional.ofNullable(words.get(name));
  }

  /// Whether a word is the first of two, which stands for none too.
  private boolean oneOf(String name, String first, String second) {
    String word = word(name).orElse(first);
    if (!word.equals(first) && !word.equals(second)) {
      throw new WrongUsage(
          "unknown word: %s=%s, choices=%s".formatted(name, word, List.of(first, second)));
    }
    return word.equals(first);
  }

  private OptionalLong nanos(String name) {
    Optional<String> text = word(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    Matcher time = TIME.matcher(text.get());
    if (!time.matches() || Long.parseLong(time.group(1)) == 0) {
      throw new WrongUsage(
          "not a time: %s=%s; give a number from 1 with us, ms or s".formatted(name, text.get()));
    }
    long unit = NANOS.getOrDefault(time.group(2), 1L);
    return OptionalLong.of(Long.parseLong(time.group(1)) * unit);
  }
}
