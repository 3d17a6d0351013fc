package psyscall.cli.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.cli.output.Json;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.cli.session.ExitCode;
import psyscall.reports.goroot.GoFunction;
import psyscall.reports.goroot.GoTree;
import psyscall.reports.goroot.GoTreeException;
import psyscall.reports.goroot.Lines;
import psyscall.reports.goroot.Resolution;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.release.Release;

/// The citations held against the source of a Go release.
///
/// @param release the release whose citations they are
/// @param root the folder of that source
/// @param version what its file `VERSION` says
/// @param checked each citation with what the source says to it
/// @param procedures the procedures of the model, by name
public record CitationCheck(
    Release release,
    Path root,
    Optional<String> version,
    List<Checked> checked,
    Map<String, ProcedureText> procedures) {
  /// A citation with what the source says to it.
  ///
  /// @param entry the citation
  /// @param resolution what the source says
  public record Checked(CitationEntry entry, Resolution resolution) {
    private boolean isMissing() {
      return resolution instanceof Resolution.Missing;
    }

    /// What is cited, and where it was found.
    private String place() {
      return switch (resolution) {
        case Resolution.Own _ -> entry.cited();
        case Resolution.OfAnotherRelease _ ->
            entry.cited() + ", in go" + String.join(", go", entry.releases());
        case Resolution.Found found -> entry.cited(lines(found));
        case Resolution.Missing _ -> entry.cited();
      };
    }

    private String why() {
      return resolution instanceof Resolution.Missing missing ? missing.why() : "";
    }

    /// Those that are cited; where none are, those of the functions.
    private List<Lines> lines(Resolution.Found found) {
      List<Lines> cited = entry.place().throwsAt();
      return cited.isEmpty() ? found.functions().stream().map(GoFunction::lines).toList() : cited;
    }
  }

  /// Copies the list; the map keeps its order.
  public CitationCheck {
    checked = List.copyOf(checked);
  }

  /// Checks all citations of a release.
  ///
  /// @param release the release
  /// @param root the folder of the source
  /// @return what came of it
  /// @throws GoTreeException if that is not a readable source tree of Go
  public static CitationCheck of(Release release, Path root) throws GoTreeException {
    WholeProtocol whole = WholeProtocol.build(release);
    return of(release, root, CitationEntry.all(whole), CitedProcedures.of(whole));
  }

  /// Checks some citations.
  ///
  /// @param release the release whose citations they are
  /// @param root the folder of the source
  /// @param entries the citations
  /// @param procedures the procedures among those that cite, by name
  /// @return what came of it
  /// @throws GoTreeException if that is not a readable source tree of Go
  static CitationCheck of(
      Release release,
      Path root,
      List<CitationEntry> entries,
      Map<String, ProcedureText> procedures)
      throws GoTreeException {
    GoTree tree = GoTree.open(root);
    List<Checked> checked = new ArrayList<>();
    for (CitationEntry entry : entries) {
      checked.add(
          new Checked(
              entry,
              isAsked(release, entry, tree)
                  ? tree.resolve(entry.place())
                  : new Resolution.OfAnotherRelease()));
    }
    return new CitationCheck(release, root, tree.version(), checked, procedures);
  }

  /// What was read in the release, or is told of all releases as of 1.10.8, is asked of every tree,
  /// what was read in another release of that one alone.
  private static boolean isAsked(Release release, CitationEntry entry, GoTree tree) {
    return entry.releases().contains(release.name())
        || entry.releases().contains(Release.GO_1_10_8.name())
        || entry.releases().stream().anyMatch(read -> tree.version().equals(version(read)));
  }

  /// As the file `VERSION` gives it.
  private static Optional<String> version(String release) {
    return Optional.of("go" + release);
  }

  /// What the user should know before the result is believed.
  ///
  /// @return that the source is of another release than the one that was read
  public Optional<String> warning() {
    Optional<String> wanted = version(release.name());
    return version.equals(wanted)
        ? Optional.empty()
        : Optional.of(
            "another release: goroot=%s, VERSION=%s, wanted=%s; functions and lines may differ"
                .formatted(root, version.orElse("none"), wanted.orElseThrow()));
  }

  /// How the process ends.
  ///
  /// @return that all holds, or that the model does not conform to this source
  public ExitCode exit() {
    return checked.stream().anyMatch(Checked::isMissing) ? ExitCode.NOT_CONFORMING : ExitCode.HOLDS;
  }

  /// Each procedure's labels beside Go's calls, then the citations, then what does not resolve.
  ///
  /// @return lines of at most 100 columns but for single words
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Checked each : checked) {
      if (each.entry().kind() == CitationEntry.Kind.PROCEDURE) {
        lines.addAll(sheet(each).lines());
        lines.add("");
      }
    }
    Table table = new Table("kind", "cited by", "step", "source");
    for (Checked each : checked) {
      CitationEntry entry = each.entry();
      String answer = each.place() + (each.isMissing() ? ", not resolved" : "");
      table.row(entry.kind().word(), entry.by(), entry.step(), answer);
    }
    lines.addAll(table.lines());
    lines.add("");
    for (Checked each : checked) {
      if (each.isMissing()) {
        String name = each.entry().kind().word() + " " + each.entry().by();
        String why = each.entry().cited() + ": " + each.why();
        lines.addAll(Words.labelled("not resolved", name + ", " + why));
      }
    }
    lines.add(verdict());
    return lines;
  }

  private String verdict() {
    long found = count(Resolution.Found.class);
    long missing = count(Resolution.Missing.class);
    return "%s: %s of %s in %s; not asked: %s of other releases, %s of the model's own"
        .formatted(
            missing == 0 ? "resolved" : "not resolved",
            Words.number(missing == 0 ? found : missing),
            Words.count(found + missing, "citation"),
            version.orElse("a tree without VERSION"),
            Words.number(count(Resolution.OfAnotherRelease.class)),
            Words.number(count(Resolution.Own.class)));
  }

  private long count(Class<? extends Resolution> kind) {
    return checked.stream().filter(each -> kind.isInstance(each.resolution())).count();
  }

  /// For programs.
  ///
  /// @return an array with an object for each citation
  public ArrayNode document() {
    ArrayNode array = Json.array();
    for (Checked each : checked) {
      ObjectNode json = Citations.json(each.entry());
      switch (each.resolution()) {
        case Resolution.Own _ -> unasked(json, "the model's own");
        case Resolution.OfAnotherRelease _ -> unasked(json, "of another release");
        case Resolution.Found found -> {
          ArrayNode at = json.put("resolves", true).putNull("why").putArray("at");
          found.functions().forEach(function -> at.add(json(function)));
        }
        case Resolution.Missing missing ->
            json.put("resolves", false).put("why", missing.why()).putArray("at");
      }
      if (each.entry().kind() == CitationEntry.Kind.PROCEDURE) {
        sheet(each).put(json);
      }
      array.add(json);
    }
    return array;
  }

  private static void unasked(ObjectNode json, String why) {
    json.putNull("resolves").put("why", why).putArray("at");
  }

  private static ObjectNode json(GoFunction function) {
    return Json.object()
        .put("function", function.name())
        .put("first", function.lines().first())
        .put("last", function.lines().last());
  }

  private ProcedureSheet sheet(Checked each) {
    ProcedureText text = procedures.get(each.entry().by());
    if (text == null) {
      throw new IllegalStateException("no such procedure: name=" + each.entry().by());
    }
    return new ProcedureSheet(text, each.place(), each.resolution());
  }
}
