package psyscall.cli.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fields of an object, each asked for by what it must hold; whoever is done says so, and what
/// was never asked for is refused.
final class Fields {
  private static final Pattern TIME = Pattern.compile("0*(\\d+)(ns|us|ms|s)");
  private static final Pattern FRACTION = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
  private static final Map<String, Long> NANOS =
      Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L);

  private static final int DIGITS_MAX = 18;

  /// Long enough for any program, and no sum of times comes near the end of the numbers.
  private static final long TIME_NANOS_MAX = 1_000_000L * 1_000_000_000L;

  private final Located whole;
  private final Map<String, Located> members;
  private final Set<String> asked = new TreeSet<>();

  /// The fields of a value.
  ///
  /// @param whole the value
  /// @throws WorkloadFault if it is no object
  Fields(Located whole) throws WorkloadFault {
    this.whole = whole;
    if (!(whole.content() instanceof Located.Members(Map<String, Located> fields))) {
      throw new WorkloadFault(whole, "not an object; give fields in braces");
    }
    members = fields;
  }

  private Optional<Located> found(String name) {
    asked.add(name);
    return Optional.ofNullable(members.get(name));
  }

  private Located needed(String name) throws WorkloadFault {
    Optional<Located> field = found(name);
    if (field.isEmpty()) {
      throw new WorkloadFault(whole, "field missing: name=" + name);
    }
    return field.get();
  }

  /// Whether a field is there.
  boolean has(String name) {
    return found(name).isPresent();
  }

  /// Several of a few words.
  List<String> words(String name, List<String> choices) throws WorkloadFault {
    List<String> words = new ArrayList<>();
    for (Located element : elements(name, choices.size())) {
      words.add(word(element, choices));
    }
    return words;
  }

  /// A text that must be there.
  String text(String name) throws WorkloadFault {
    return text(needed(name));
  }

  private static String text(Located value) throws WorkloadFault {
    if (value.content() instanceof Located.Text(String text)) {
      return text;
    }
    throw new WorkloadFault(value, "not a text; put it into quotes");
  }

  /// One of a few words.
  String word(String name, List<String> choices) throws WorkloadFault {
    return word(needed(name), choices);
  }

  private static String word(Located value, List<String> choices) throws WorkloadFault {
    String word = text(value);
    if (!choices.contains(word)) {
      throw new WorkloadFault(value, "unknown word: value=" + word + ", choices=" + choices);
    }
    return word;
  }

  /// One of a few words, or what stands for none.
  String word(String name, List<String> choices, String usual) throws WorkloadFault {
    return found(name).isEmpty() ? usual : word(name, choices);
  }

  /// A number within limits.
  long number(String name, long min, long max) throws WorkloadFault {
    return number(needed(name), min, max);
  }

  /// A number within limits.
  ///
  /// @param value where it is
  static long number(Located value, long min, long max) throws WorkloadFault {
    if (value.content() instanceof Located.Whole(long number) && number >= min && number <= max) {
      return number;
    }
    throw new WorkloadFault(value, "not a whole number within limit=%d..%d".formatted(min, max));
  }

  /// A number within limits, or what stands for none.
  long number(String name, long min, long max, long usual) throws WorkloadFault {
    return found(name).isEmpty() ? usual : number(name, min, max);
  }

  /// A time that must be there, in nanoseconds.
  long nanos(String name) throws WorkloadFault {
    Located value = needed(name);
    Matcher matcher = TIME.matcher(text(value));
    if (!matcher.matches()) {
      throw new WorkloadFault(
          value, "not a time: value=" + text(value) + "; give a number with ns, us, ms or s");
    }
    long unit = NANOS.getOrDefault(matcher.group(2), 1L);
    String digits = matcher.group(1);
    long number = digits.length() > DIGITS_MAX ? Long.MAX_VALUE : Long.parseLong(digits);
    if (number > TIME_NANOS_MAX / unit) {
      throw new WorkloadFault(
          value, "time out of range: value=" + text(value) + ", limit=1000000s");
    }
    return number * unit;
  }

  /// A time, if it is there, in nanoseconds.
  OptionalLong nanosIfGiven(String name) throws WorkloadFault {
    return found(name).isEmpty() ? OptionalLong.empty() : OptionalLong.of(nanos(name));
  }

  /// An array that must be there and have elements.
  List<Located> elements(String name, int max) throws WorkloadFault {
    Located value = needed(name);
    if (!(value.content() instanceof Located.Elements(List<Located> elements))) {
      throw new WorkloadFault(value, "not an array; give values in brackets");
    }
    if (elements.size() > max) {
      throw new WorkloadFault(
          value, "too many elements: given=%d, limit=%d".formatted(elements.size(), max));
    }
    return elements;
  }

  /// Different texts; none without the field.
  List<String> texts(String name, int max) throws WorkloadFault {
    List<String> texts = new ArrayList<>();
    if (found(name).isPresent()) {
      for (Located element : elements(name, max)) {
        String text = text(element);
        if (texts.contains(text)) {
          throw new WorkloadFault(element, "given twice: value=" + text);
        }
        texts.add(text);
      }
    }
    return texts;
  }

  /// A number between 0, which is too small, and a limit; a fraction or a whole one.
  double fraction(String name, double max) throws WorkloadFault {
    Located value = needed(name);
    String written =
        switch (value.content()) {
          case Located.Whole(long number) -> Long.toString(number);
          case Located.Other(String word) -> word;
          case Located.Content _ -> "";
        };
    if (FRACTION.matcher(written).matches()) {
      double number = Double.parseDouble(written);
      if (number > 0 && number <= max) {
        return number;
      }
    }
    throw new WorkloadFault(value, "not a number within limit=0..%s".formatted(max));
  }

  /// An object that must be there.
  Fields object(String name) throws WorkloadFault {
    return new Fields(needed(name));
  }

  /// An object, if it is there.
  Optional<Fields> objectIfGiven(String name) throws WorkloadFault {
    return found(name).isEmpty() ? Optional.empty() : Optional.of(object(name));
  }

  /// The name of the one field that there is.
  String only(List<String> choices) throws WorkloadFault {
    if (members.size() != 1 || !choices.containsAll(members.keySet())) {
      throw new WorkloadFault(
          whole, "not one of several: given=" + members.keySet() + ", choices=" + choices);
    }
    return members.keySet().iterator().next();
  }

  /// An object, or one without fields.
  Map<String, Located> members(String name) throws WorkloadFault {
    Optional<Located> value = found(name);
    return value.isEmpty() ? Map.of() : new Fields(value.get()).members;
  }

  /// The fault of a field that is there.
  WorkloadFault fault(String name, String what) {
    return new WorkloadFault(members.getOrDefault(name, whole), what);
  }

  /// No other field is known.
  void done() throws WorkloadFault {
    for (Map.Entry<String, Located> member : members.entrySet()) {
      if (!asked.contains(member.getKey())) {
        throw new WorkloadFault(member.getValue(), "unknown field; choices=" + asked);
      }
    }
  }
}
