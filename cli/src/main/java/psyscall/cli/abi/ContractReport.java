package psyscall.cli.abi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import psyscall.cli.output.Json;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.model.assembly.Printable;
import psyscall.model.assembly.Reading;
import psyscall.proofs.contract.ContractKind;
import psyscall.proofs.contract.Finding;
import psyscall.proofs.contract.Judge;
import psyscall.proofs.contract.Judgement;
import psyscall.proofs.obligation.Prover;

/// Judged files for people or for machines: a line for each routine, a counterexample below one
/// that is refuted, and the counts as the last line. In a table the routines that are proved have
/// no line of their own.
public final class ContractReport {
  private static final double NANOS_PER_SECOND = 1e9;

  /// How many values stand on a line.
  private static final int ON_A_LINE = 3;

  private final Session session;
  private final ContractForm form;
  private final VerdictTable table = new VerdictTable();
  private final ObjectNode document = Json.object();
  private final ArrayNode files = document.putArray("files");
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final List<ExitCode> codes = new ArrayList<>();
  private final long startNanos;

  /// A report without a line.
  ///
  /// @param session where it writes
  /// @param form how it is shown
  public ContractReport(Session session, ContractForm form) {
    this.session = session;
    this.form = form;
    this.startNanos = session.clockNanos().getAsLong();
    List.of("proved", "refuted", "undecided", "outside").forEach(word -> counts.put(word, 0));
  }

  /// Judges the routines of a file.
  ///
  /// @param file the file
  /// @param routine the only routine to judge, if only one is wanted
  /// @param asked the contract, if another than each routine's own is wanted
  /// @param prover asks the solver
  public void judge(
      CodeFile file, Optional<String> routine, Optional<ContractKind> asked, Prover prover) {
    CodeOrigin origin = CodeOrigin.of(file.path());
    table.add(origin);
    say(!file.strays().isEmpty(), heading(file));
    ObjectNode node = files.addObject().put("file", file.path().toString());
    origin
        .release()
        .ifPresentOrElse(number -> node.put("release", number), () -> node.putNull("release"));
    ArrayNode routines =
        node.put("kind", file.kind()).put("elsewhere", file.strays().size()).putArray("routines");
    Judge judge = new Judge(prover, file.program());
    for (Reading reading : file.entering()) {
      if (routine.isEmpty() || routine.get().equals(reading.name())) {
        Judgement judgement = judge.judge(reading, asked);
        String word = word(judgement.finding());
        counts.merge(word, 1, Integer::sum);
        codes.add(code(judgement.finding()));
        table.add(origin, judgement.routine(), word);
        boolean matters = !(judgement.finding() instanceof Finding.Proved);
        say(matters, line(judgement));
        values(judgement.finding()).forEach(line -> say(matters, "    " + line));
        session.flush();
        add(routines.addObject(), judgement);
      }
    }
  }

  /// Prints the verdict, or the document.
  ///
  /// @return the exit code; nothing examined is no success
  public ExitCode conclude() {
    ExitCode exit = codes.isEmpty() ? ExitCode.VACUOUS : ExitCode.of(codes);
    Duration time = Duration.ofNanos(session.clockNanos().getAsLong() - startNanos);
    List<String> all = new ArrayList<>();
    counts.forEach((word, count) -> all.add(word + "=" + count));
    switch (form) {
      case LINES -> {}
      case TABLE -> {
        table.lines().forEach(session::say);
        session.say("");
      }
      case DOCUMENT -> {
        counts.forEach(document::put);
        session.out().print(Json.text(document.put("exit", exit.code())));
      }
    }
    say(
        true,
        "%s: routines=%d, %s, %s"
            .formatted(verdict(exit), codes.size(), String.join(", ", all), seconds(time)));
    return exit;
  }

  private static String verdict(ExitCode exit) {
    return switch (exit) {
      case HOLDS -> "proved";
      case SAFETY -> "refuted";
      case VACUOUS -> "nothing to judge";
      case INTERNAL,
          ENVIRONMENT,
          UNREADABLE,
          DEADLOCK,
          LIVENESS,
          NOT_CONFORMING,
          INCONCLUSIVE,
          USAGE,
          INTERRUPTED ->
          "not decided";
    };
  }

  /// Says a line; beside a table only one that matters.
  private void say(boolean matters, String line) {
    switch (form) {
      case LINES -> session.say(line);
      case TABLE -> {
        if (matters) {
          session.say(line);
        }
      }
      case DOCUMENT -> {}
    }
  }

  private static String heading(CodeFile file) {
    return "%s: %s, routines with SYSCALL=%d%s"
        .formatted(
            Printable.of(file.path().toString()),
            file.kind(),
            file.entering().size(),
            file.strays().isEmpty() ? "" : ", elsewhere=" + file.strays().size());
  }

  private static String line(Judgement judgement) {
    String rest =
        switch (judgement.finding()) {
          case Finding.Proved(int paths, int questions) ->
              "paths=%d, questions=%d".formatted(paths, questions);
          case Finding.Refuted(String claim, List<String> _) -> "not so: " + claim;
          case Finding.Undecided(String why) -> why;
          case Finding.Outside(String place, String what) ->
              "%s, not in the subset: %s".formatted(place, Printable.of(what));
        };
    return "%-9s  %-9s  %s: %s, %s"
        .formatted(
            word(judgement.finding()),
            judgement.contract().word(),
            Printable.of(judgement.routine()),
            rest,
            seconds(judgement.time()));
  }

  private static String word(Finding finding) {
    return switch (finding) {
      case Finding.Proved _ -> "proved";
      case Finding.Refuted _ -> "refuted";
      case Finding.Undecided _ -> "undecided";
      case Finding.Outside _ -> "outside";
    };
  }

  private static ExitCode code(Finding finding) {
    return switch (finding) {
      case Finding.Proved _ -> ExitCode.HOLDS;
      case Finding.Refuted _ -> ExitCode.SAFETY;
      case Finding.Undecided _, Finding.Outside _ -> ExitCode.INCONCLUSIVE;
    };
  }

  private static List<String> values(Finding finding) {
    if (!(finding instanceof Finding.Refuted(String _, List<String> values))) {
      return List.of();
    }
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (String value : values) {
      int at = value.indexOf(' ');
      groups
          .computeIfAbsent(value.substring(0, Math.max(at, 0)), _ -> new ArrayList<>())
          .add("%-22s".formatted(value.substring(at + 1)));
    }
    List<String> lines = new ArrayList<>();
    groups.forEach(
        (name, members) -> {
          for (int at = 0; at < members.size(); at += ON_A_LINE) {
            List<String> some = members.subList(at, Math.min(at + ON_A_LINE, members.size()));
            lines.add(
                "%-13s %s".formatted(at == 0 ? name : "", String.join("  ", some)).stripTrailing());
          }
        });
    return lines;
  }

  private static void add(ObjectNode node, Judgement judgement) {
    node.put("routine", judgement.routine())
        .put("contract", judgement.contract().word())
        .put("verdict", word(judgement.finding()));
    switch (judgement.finding()) {
      case Finding.Proved(int paths, int questions) ->
          node.put("paths", paths).put("questions", questions);
      case Finding.Refuted(String claim, List<String> values) ->
          node.put("claim", claim).set("values", Json.texts(values));
      case Finding.Undecided(String why) -> node.put("why", why);
      case Finding.Outside(String place, String what) -> node.put("place", place).put("what", what);
    }
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toNanos() / NANOS_PER_SECOND);
  }
}
