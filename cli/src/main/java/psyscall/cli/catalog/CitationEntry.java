package psyscall.cli.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import psyscall.reports.goroot.Lines;
import psyscall.reports.goroot.Place;
import psyscall.spec.citation.Citation;
import psyscall.spec.kernel.table.SystemCall;
import psyscall.spec.kernel.table.SystemCalls;
import psyscall.spec.process.Arm;
import psyscall.spec.process.LabelText;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.property.Property;
import psyscall.spec.release.Release;

/// A part of the specification with the place in Go's source that it cites.
///
/// @param kind what cites
/// @param by its name; of a throw the name of its check, or why it has none
/// @param step the step of the fact sheet; empty for a whole procedure and for a throw
/// @param releases the releases in which it was read
/// @param place what it cites
public record CitationEntry(Kind kind, String by, String step, List<String> releases, Place place) {

  /// What cites Go.
  public enum Kind {
    /// A procedure as a whole.
    PROCEDURE,
    /// A step that is possible at a label.
    LABEL,
    /// A row of the table of throws.
    THROW,
    /// A claim.
    PROPERTY,
    /// A place that makes a system call.
    SYSCALL;

    /// The kind as a word.
    ///
    /// @return in lower case
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Copies the releases.
  public CitationEntry {
    releases = List.copyOf(releases);
  }

  /// All citations: procedures with their labels, throws, properties, the table of system calls.
  ///
  /// @param whole the protocol with every feature
  /// @return in the order of the text, procedures by name
  public static List<CitationEntry> all(WholeProtocol whole) {
    List<CitationEntry> all = new ArrayList<>();
    for (ProcedureText procedure : CitedProcedures.of(whole).values()) {
      all.add(of(Kind.PROCEDURE, procedure.name(), procedure.source()));
      for (LabelText label : procedure.labels()) {
        for (Arm arm : label.arms()) {
          all.add(of(Kind.LABEL, procedure.name() + "." + arm.name(), arm.citation()));
        }
      }
    }
    ThrowEntry.all(whole.release()).forEach(entry -> all.add(of(entry, whole.release())));
    for (Property property : whole.properties()) {
      all.add(of(Kind.PROPERTY, property.name(), property.about().citation()));
    }
    SystemCalls.of(whole.release()).forEach(call -> all.addAll(of(call, whole.release())));
    return all;
  }

  /// Each function on the paths to a system call, once.
  private static List<CitationEntry> of(SystemCall call, Release release) {
    return call.sitesIn(release).stream()
        .flatMap(site -> site.path().stream())
        .map(step -> Place.of(step.file(), step.function()))
        .distinct()
        .map(
            place ->
                new CitationEntry(Kind.SYSCALL, call.name(), "", List.of(release.name()), place))
        .toList();
  }

  private static CitationEntry of(Kind kind, String by, Citation citation) {
    Place place = Place.of(citation.file(), citation.function());
    return new CitationEntry(kind, by, citation.step(), citation.releases(), place);
  }

  private static CitationEntry of(ThrowEntry entry, Release release) {
    Place place =
        new Place(
            "runtime/" + entry.row().file(),
            List.of(entry.row().procedure().split(", ", -1)),
            Lines.parse(entry.row().lines()));
    return new CitationEntry(
        Kind.THROW, entry.check().orElse(entry.treatment()), "", List.of(release.name()), place);
  }

  /// What is cited, in one line.
  ///
  /// @return such as `runtime/proc.go:1083 stopTheWorldWithSema`
  public String cited() {
    return cited(place.throwsAt());
  }

  /// What is cited, in one line.
  ///
  /// @param lines where it stands; nothing where that is not known
  /// @return such as `runtime/proc.go:3015–3056 exitsyscallfast`
  String cited(List<Lines> lines) {
    String functions = String.join(", ", place.functions());
    if (place.file().isEmpty()) {
      return "the model's own: " + functions;
    }
    String where = String.join(", ", lines.stream().map(Lines::toString).toList());
    return place.file() + (where.isEmpty() ? "" : ":" + where) + " " + functions;
  }
}
