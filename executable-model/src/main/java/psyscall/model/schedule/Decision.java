package psyscall.model.schedule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One thing that a scheduler decided.
public sealed interface Decision {

  /// Who moved next.
  ///
  /// @param position which of those who could, from 0
  /// @param ready how many could
  record Next(int position, int ready) implements Decision {
    @Override
    public String text() {
      return "next %d of %d".formatted(position, ready);
    }
  }

  /// What a choice took.
  ///
  /// @param position which of the candidates, from 0
  /// @param candidates how many there were
  /// @param choice the name of the choice
  record Chosen(int position, int candidates, String choice) implements Decision {
    @Override
    public String text() {
      return "choose %d of %d: %s".formatted(position, candidates, choice);
    }
  }

  /// How long a step lasted.
  ///
  /// @param nanos nanoseconds, at least 1
  record Lasted(long nanos) implements Decision {
    @Override
    public String text() {
      return "lasts " + nanos + "ns";
    }
  }

  /// The decision as a line.
  ///
  /// @return such as `next 1 of 3`, `choose 0 of 2: the idle P`, `lasts 100ns`
  String text();

  /// Reads a line.
  ///
  /// @param line as [#text] writes it
  /// @return the decision; empty if it is none, or none that can be
  static Optional<Decision> parse(String line) {
    Matcher matcher = Form.LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group("nanos") != null) {
      long nanos = Long.parseLong(matcher.group("nanos"));
      return nanos == 0 ? Optional.empty() : Optional.of(new Lasted(nanos));
    }
    boolean isNext = matcher.group("ready") != null;
    int position = Integer.parseInt(matcher.group(isNext ? "next" : "chosen"));
    int count = Integer.parseInt(matcher.group(isNext ? "ready" : "candidates"));
    if (position >= count) {
      return Optional.empty();
    }
    return isNext
        ? Optional.of(new Next(position, count))
        : Optional.of(new Chosen(position, count, matcher.group("choice")));
  }

  /// How lines are read.
  final class Form {
    private static final Pattern LINE =
        Pattern.compile(
            "lasts (?<nanos>\\d{1,15})ns"
                + "|next (?<next>\\d{1,8}) of (?<ready>\\d{1,8})"
                + "|choose (?<chosen>\\d{1,8}) of (?<candidates>\\d{1,8}): (?<choice>.+)");

    private Form() {}
  }
}
