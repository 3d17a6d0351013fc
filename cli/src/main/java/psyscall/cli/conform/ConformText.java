package psyscall.cli.conform;

import java.util.ArrayList;
import java.util.List;
import psyscall.checker.oracle.Conformance;
import psyscall.checker.oracle.Conformance.NotExplained;
import psyscall.checker.oracle.Conformance.Reason;
import psyscall.checker.oracle.TracerFault;
import psyscall.cli.output.Words;
import psyscall.cli.session.ExitCode;

/// An answer of the oracle in words.
final class ConformText {
  private static final int ALLOWED_MAX = 16;

  private ConformText() {}

  /// The verdict in a few words.
  static String verdict(Conformance answer) {
    return switch (answer) {
      case Conformance.Explained _ -> "explained";
      case NotExplained _ -> "not explained";
      case Conformance.KnownTracerFault _ -> "known tracer fault";
      case Conformance.CutOff _ -> "cut off";
      case Conformance.NotATrace _ -> "not a trace";
      case Conformance.Limit _ -> "inconclusive";
      case Conformance.NothingChecked _ -> "nothing checked";
    };
  }

  static ExitCode exit(Conformance answer) {
    return switch (answer) {
      case Conformance.Explained _ -> ExitCode.HOLDS;
      case NotExplained _, Conformance.KnownTracerFault _ -> ExitCode.NOT_CONFORMING;
      case Conformance.CutOff _, Conformance.Limit _ -> ExitCode.INCONCLUSIVE;
      case Conformance.NotATrace _ -> ExitCode.UNREADABLE;
      case Conformance.NothingChecked _ -> ExitCode.VACUOUS;
    };
  }

  /// What comes after the verdict.
  static String rest(Conformance answer) {
    Conformance.Counts counts = answer.counts();
    String read = Words.count(counts.events(), "event");
    return switch (answer) {
      case Conformance.Explained _ ->
          "%s, %s about goroutines, Ps and threads"
              .formatted(read, Words.number(counts.judged()));
      case NotExplained refused -> where(refused);
      case Conformance.KnownTracerFault known -> known(known.fault()) + ", " + where(known.symptom());
      case Conformance.CutOff cut ->
          "byte=%d, %s explained before it; %s".formatted(cut.position(), read, cut.why());
      case Conformance.NotATrace none -> "byte=%d, %s".formatted(none.position(), none.why());
      case Conformance.Limit limit -> "%s explained; %s".formatted(read, limit.why());
      case Conformance.NothingChecked _ ->
          "%s, none about goroutines, Ps or threads".formatted(read);
    };
  }

  private static String where(NotExplained refused) {
    return "event=%d, byte=%d".formatted(refused.event().number(), refused.event().position());
  }

  static String known(TracerFault fault) {
    return fault.issue().isPresent()
        ? "go issue=" + fault.issue().getAsInt()
        : "no issue of Go's";
  }

  /// What comes before the verdict: why an event is refused, and what was odd.
  static List<String> details(Conformance answer) {
    return switch (answer) {
      case Conformance.Explained explained -> warnings(explained.warnings());
      case NotExplained refused -> details(refused);
      case Conformance.KnownTracerFault known -> {
        List<String> lines = new ArrayList<>(Words.labelled("known", known.fault().summary()));
        lines.addAll(details(known.symptom()));
        yield lines;
      }
      case Conformance.CutOff _,
          Conformance.NotATrace _,
          Conformance.Limit _,
          Conformance.NothingChecked _ ->
          List.of();
    };
  }

  private static List<String> warnings(List<String> warnings) {
    List<String> lines = new ArrayList<>();
    warnings.forEach(warning -> lines.addAll(Words.labelled("warning", warning)));
    return lines;
  }

  private static List<String> details(NotExplained refused) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Words.labelled(
            "explained", "the first " + Words.count(refused.counts().events(), "event")));
    lines.addAll(Words.labelled("then", refused.event().text()));
    lines.addAll(Words.labelled("which needs", needs(refused.reason())));
    column(lines, "but", refused.states());
    List<String> allowed = refused.allowed();
    boolean isLong = allowed.size() > ALLOWED_MAX;
    column(lines, "allowed", isLong ? allowed.subList(0, ALLOWED_MAX) : allowed);
    if (isLong) {
      lines.addAll(Words.labelled("", "and %d more".formatted(allowed.size() - ALLOWED_MAX)));
    }
    column(lines, "done, next", refused.streams().stream().map(ConformText::stream).toList());
    return lines;
  }

  private static void column(List<String> lines, String label, List<String> texts) {
    String first = label;
    for (String text : texts) {
      lines.addAll(Words.labelled(first, text));
      first = "";
    }
  }

  private static String needs(Reason reason) {
    return reason.guard() == 0
        ? reason.claim()
        : "%s (guard %d of %s)".formatted(reason.claim(), reason.guard(), reason.rule());
  }

  private static String stream(Conformance.Stream stream) {
    return "%s: %s, then %s"
        .formatted(stream.name(), Words.count(stream.consumed(), "event"), stream.next());
  }
}
