package psyscall.cli.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import psyscall.cli.input.Names;
import psyscall.cli.session.WrongUsage;

/// A release of Go as it was asked for, whether or not there is one.
///
/// @param version such as `1.14.15`; empty for the installed one
public record WantedRelease(Optional<String> version) {
  /// The word for the release of the `go` on the path.
  public static final String INSTALLED = "installed";

  /// The last release of each minor one that has a tracer and that we have recorded.
  public static final List<String> KNOWN =
      List.of(
          "1.5.4", "1.6.4", "1.7.6", "1.8.7", "1.9.7", "1.10.8", "1.11.13", "1.12.17", "1.13.15",
          "1.14.15", "1.15.15", "1.16.15", "1.17.13", "1.18.10", "1.19.13", "1.20.14", "1.21.13",
          "1.22.12", "1.23.12", "1.24.12", "1.25.6", "1.26.8");

  private static final Pattern VERSION = Pattern.compile("1\\.(\\d{1,3})(\\.\\d{1,3}|rc\\d{1,2})?");

  /// The first release with a tracer.
  private static final int MINOR_MIN = 5;

  /// Reads words of the command line.
  ///
  /// @param words releases, each also with `go` before it; a minor release such as `1.14` means the
  ///   last one known; `all` means all that are known; joined by commas or not
  /// @return the releases, each once
  /// @throws WrongUsage if a word is no release, or one without a tracer
  public static List<WantedRelease> parse(List<String> words) {
    return words.stream()
        .flatMap(word -> Arrays.stream(word.split(",")))
        .flatMap(word -> word.equals("all") ? KNOWN.stream() : Stream.of(word))
        .map(word -> word.strip().replaceFirst("^go", ""))
        .map(WantedRelease::of)
        .distinct()
        .toList();
  }

  private static WantedRelease of(String word) {
    if (word.equals(INSTALLED)) {
      return new WantedRelease(Optional.empty());
    }
    Matcher parts = VERSION.matcher(word);
    if (!parts.matches()) {
      throw unknown(word);
    }
    if (Integer.parseInt(parts.group(1)) < MINOR_MIN) {
      throw new WrongUsage(
          "release without a tracer: name=%s, first=%s; give a later one"
              .formatted(word, KNOWN.getFirst()));
    }
    if (parts.group(2) != null) {
      return new WantedRelease(Optional.of(word));
    }
    return KNOWN.stream()
        .filter(known -> known.startsWith(word + "."))
        .findFirst()
        .map(known -> new WantedRelease(Optional.of(known)))
        .orElseThrow(() -> unknown(word));
  }

  /// The failure for a release that there is not.
  ///
  /// @param name what was asked for
  /// @return the failure, with the nearest names and all that are known
  static WrongUsage unknown(String name) {
    return Names.unknown(
        "release of Go", name, KNOWN, "give installed, all, or such as " + String.join(" ", KNOWN));
  }
}
