package psyscall.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.cli.output.Words;
import psyscall.cli.session.WrongUsage;
import psyscall.spec.analysis.ProcedurePrinter;
import psyscall.spec.bug.Bugs;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Repair;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.term.IllFormed;

/// A bug at length: its history, how it is found, and the statements that it changes, or that mend
/// it.
final class BugPage {
  private BugPage() {}

  static List<String> lines(Mutation bug, Optional<Release> asked) {
    List<String> lines = new ArrayList<>();
    lines.addAll(Words.labelled("bug", bug.name() + ": " + bug.summary()));
    lines.addAll(
        Words.labelled(
            "history", bug.historical() ? bug.history() : "a mutant: nobody made this mistake"));
    Bugs.named(bug.name()).ifPresent(known -> lines.addAll(GoBugPage.releases(known)));
    lines.addAll(Words.labelled("scenario", bug.scenario() + " on Go " + bug.release().name()));
    lines.addAll(
        Words.labelled(
            "breaks",
            bug.property()
                + bug.ending().map(ending -> ", by the throw " + ending).orElse("")
                + (bug.depth() == 0
                    ? ""
                    : ", after " + Words.count(bug.depth(), "step") + " at the soonest")));
    lines.addAll(Words.labelled("find it", "psyscall check --bug=" + bug.name()));
    bug.repair().ifPresent(repair -> repair(bug, repair, lines));
    Scenario own = bug.world();
    Scenario scenario = asked.map(own::on).orElse(own);
    Protocol before = scenario.protocol();
    Protocol after = shown(bug, scenario);
    for (ProcedureText text : after.procedures().values()) {
      Optional<ProcedureText> former = Optional.ofNullable(before.procedures().get(text.name()));
      List<String> old = former.map(BugPage::print).orElse(List.of());
      List<String> changes = Changes.lines(old, print(text));
      if (!changes.isEmpty()) {
        lines.add("");
        lines.add("in " + text.name() + ":");
        lines.addAll(changes);
      }
    }
    return lines;
  }

  /// Of another release than its own a bug may change what is not there.
  private static Protocol shown(Mutation bug, Scenario scenario) {
    try {
      return bug.shownIn(scenario);
    } catch (IllFormed e) {
      throw new WrongUsage(
          "another text is changed: bug=%s, release=%s, %s; leave --release out"
              .formatted(bug.name(), scenario.release().name(), e.getMessage()));
    }
  }

  private static void repair(Mutation bug, Repair repair, List<String> lines) {
    lines.addAll(Words.labelled("repair", repair.summary()));
    lines.addAll(Words.labelled("mends", bug.property() + " in " + Words.list(repair.mends())));
    String command = "psyscall check " + bug.scenario() + " --repair=" + bug.name();
    lines.addAll(Words.labelled("see it", command));
  }

  private static List<String> print(ProcedureText text) {
    return ProcedurePrinter.print(text).lines().toList();
  }
}
