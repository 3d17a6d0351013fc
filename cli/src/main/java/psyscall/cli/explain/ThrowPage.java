package psyscall.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import psyscall.cli.catalog.ThrowEntry;
import psyscall.cli.output.Words;
import psyscall.spec.process.Ending;
import psyscall.spec.release.Release;

/// A throw that the model checks.
final class ThrowPage {
  private ThrowPage() {}

  /// The throws of Go that are checked, and the checks that the model makes of itself.
  static List<Explanation> all(Release release) {
    Stream<Explanation> checked =
        ThrowEntry.all(release).stream()
            .flatMap(
                entry ->
                    entry.row().ending().stream()
                        .map(ending -> Explanation.of(ending.name(), () -> lines(entry, ending))));
    Stream<Explanation> own =
        Stream.of(Ending.OUT_OF_RANGE, Ending.NIL_DEREFERENCE, Ending.QUEUE_FULL)
            .map(ending -> Explanation.of(ending.name(), () -> own(ending)));
    return Stream.concat(checked, own).toList();
  }

  private static List<String> lines(ThrowEntry entry, Ending ending) {
    List<String> lines = new ArrayList<>();
    lines.addAll(Words.labelled("throw", ending.name() + ": " + ending.text()));
    lines.addAll(
        Words.labelled("source", "runtime/" + entry.place() + " " + entry.row().procedure()));
    lines.addAll(Words.labelled("unless", entry.row().condition()));
    if (!entry.row().reason().isEmpty()) {
      lines.addAll(Words.labelled("note", entry.row().reason()));
    }
    lines.addAll(Words.labelled("fired by", Words.list(entry.mutants())));
    return lines;
  }

  private static List<String> own(Ending ending) {
    List<String> lines = new ArrayList<>();
    lines.addAll(Words.labelled("throw", ending.name() + ": " + ending.text()));
    lines.addAll(Words.labelled("source", "none in Go: a check that the model makes of itself"));
    return lines;
  }
}
