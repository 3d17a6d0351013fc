package psyscall.cli.diff;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// What differs in the texts of two releases, change by change.
///
/// The changes are made one after the other, in the order of their declaration, from the older
/// release to the newer one: each is shown on top of those before it, so that all of them together
/// are the whole difference.
///
/// @param from the release on the left
/// @param to the release on the right
/// @param changes in the order of their declaration
public record TextDiff(Release from, Release to, List<ChangeDiff> changes) {
  /// Copies the list.
  public TextDiff {
    changes = List.copyOf(changes);
  }

  /// Compares two releases.
  ///
  /// @param from the release on the left
  /// @param to another one
  /// @return the difference
  public static TextDiff of(Release from, Release to) {
    boolean isForward = Release.all().indexOf(from) < Release.all().indexOf(to);
    Release older = isForward ? from : to;
    Release newer = isForward ? to : from;
    List<ChangeDiff> changes = new ArrayList<>();
    Release reached = older;
    for (Change change : Change.values()) {
      if (older.has(change) == newer.has(change)) {
        continue;
      }
      Release next = newer.has(change) ? reached.plus(change) : reached.minus(change);
      changes.add(
          isForward ? ChangeDiff.of(change, reached, next) : ChangeDiff.of(change, next, reached));
      reached = next;
    }
    return new TextDiff(from, to, changes);
  }
}
