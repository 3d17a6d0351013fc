package psyscall.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import psyscall.cli.output.Words;
import psyscall.spec.bug.Bug;
import psyscall.spec.bug.Presence;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// A bug of Go over its releases.
final class GoBugPage {
  private GoBugPage() {}

  static List<String> lines(Bug bug) {
    List<String> lines = new ArrayList<>();
    lines.addAll(Words.labelled("bug", bug.name() + ": " + bug.summary()));
    lines.addAll(Words.labelled("history", bug.history()));
    lines.addAll(releases(bug));
    if (!bug.scenario().isEmpty()) {
      lines.addAll(Words.labelled("scenario", bug.scenario()));
      lines.addAll(Words.labelled("breaks", bug.property()));
      lines.addAll(Words.labelled("repair", repair(bug)));
      lines.addAll(Words.labelled("find it", "psyscall check --bugs=" + bug.name()));
      Release.all().stream()
          .filter(bug::isNativeIn)
          .findFirst()
          .map(release -> "psyscall check --bugs=" + bug.name() + " --release=" + release.name())
          .ifPresent(command -> lines.addAll(Words.labelled("see it", command)));
    }
    return lines;
  }

  private static String repair(Bug bug) {
    return bug.repair().isEmpty()
        ? "none that would be a change of a modelled release"
        : bug.repair().stream().map(Change::summary).collect(Collectors.joining("; "));
  }

  /// What is known of it release by release.
  static List<String> releases(Bug bug) {
    List<String> lines = new ArrayList<>();
    lines.addAll(Words.labelled("catalogue", bug.catalogue()));
    lines.addAll(
        Words.labelled(
            "releases",
            Release.all().stream()
                .map(release -> release.name() + ": " + text(bug.in(release)))
                .collect(Collectors.joining("; "))));
    return lines;
  }

  private static String text(Presence presence) {
    return switch (presence) {
      case Presence.Native of -> "%s, found after %d steps".formatted(of.text(), of.steps());
      case Presence.PutBack of -> "%s, found after %d steps".formatted(of.text(), of.steps());
      case Presence.Absent of -> of.text();
      case Presence.NotJudged of -> of.text();
    };
  }
}
