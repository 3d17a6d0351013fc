package psyscall.proofs.obligation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// An obligation with what came of it: one printed line.
///
/// @param name its name, such as `ownership/Handoffp`
/// @param claim what it claims, in one clause
/// @param verdict what came of it
/// @param time how long that took
public record Discharge(String name, String claim, Verdict verdict, Duration time) {

  /// The line.
  ///
  /// @return verdict, name, claim, what was asked and how long it took in seconds
  public String line() {
    String seconds = String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
    return switch (verdict) {
      case Verdict.Proved(int questions) ->
          "proved        %s: %s; questions=%d, %s".formatted(name, claim, questions, seconds);
      case Verdict.RefutedAsStated(List<String> lines) ->
          "refuted       %s: %s; as stated, %s, %s"
              .formatted(name, claim, String.join(" ", lines), seconds);
      case Verdict.Refuted _ -> "REFUTED       %s: %s; %s".formatted(name, claim, seconds);
      case Verdict.Inconclusive(String why) ->
          "inconclusive  %s: %s; %s, %s".formatted(name, claim, why, seconds);
    };
  }

  /// Whether it came out as was stated.
  ///
  /// @return false where it is refuted or not decided
  public boolean succeeded() {
    return switch (verdict) {
      case Verdict.Proved _, Verdict.RefutedAsStated _ -> true;
      case Verdict.Refuted _, Verdict.Inconclusive _ -> false;
    };
  }
}
