package psyscall.spec.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Opt;
import psyscall.spec.process.Line;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.state.G;
import psyscall.spec.state.M;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Bugs of goroutines that are locked to their threads.
final class LockedBugs {
  private static final String EXIT = "ExitSyscall0";

  /// Put back.
  static final Mutation READ_TOO_LATE =
      new Mutation(
          "go46524",
          "who leaves a system call asks its goroutine whether it is locked after others can have"
              + " it",
          "In the development of Go 1.17 (2021, after CL 291329). A thread that came back from a"
              + " system call without a P put its goroutine into the global queue and then read"
              + " the goroutine's lockedm. Another thread had taken the goroutine meanwhile,"
              + " which locked itself to that one, and programs died of 'stoplockedm:"
              + " inconsistent locking'. Repaired by CL 324350, before the release: the field is"
              + " read under the lock.",
          "locked-after-call",
          Release.GO_1_19_13,
          "no-throw",
          Optional.of("stoplockedm-inconsistent"),
          27,
          LockedBugs::readTooLate,
          Optional.empty());

  /// As 1.10.8 has it.
  static final Mutation ANNOUNCED_TOO_EARLY =
      new Mutation(
          "go38931",
          "the template thread is announced, and its creator is preempted before it creates it",
          "Up to Go 1.14. The first goroutine that locks its thread announces the template thread"
              + " and creates it afterwards. Another one that locks its thread in between relies on"
              + " it: the thread that is to run its P next waits for a template thread that nobody"
              + " has created yet, and its creator waits for that P. Programs hung when the world"
              + " was to stop. Repaired in Go 1.15, and in 1.13 and 1.14 later (CL 232978: no"
              + " preemption in between).",
          "two-lockers",
          Release.GO_1_10_8,
          "deadlock-free",
          Optional.empty(),
          21,
          UnaryOperator.identity(),
          Optional.of(new Repair(List.of(Change.TEMPLATE_ATOMIC), List.of("two-lockers"))));

  private LockedBugs() {}

  /// The procedure remembers the goroutine that it queues, and asks that one where it should have
  /// asked its thread, or what it has read under the lock.
  private static Protocol readTooLate(Protocol protocol) {
    Var.Local gone = new Var.Local(EXIT, "gone", G.IDS.opt().sort());
    Opt<G> queued = G.IDS.opt().of(new Term.Local(gone));
    Arr<G, Opt<M>> lockedm = G.IDS.array(M.IDS.opt()).of(new Term.Read(lockedm(protocol)));
    Site kept = Site.store(EXIT, "pidleget", "m.gp");
    Site asked =
        new Site(EXIT, "stopm", "branch on the lock", each -> each instanceof Statement.If);
    UnaryOperator<Protocol> late =
        Edits.all(
            Edits.lines(kept, line -> List.of(remembering(line, queued.term()), line)),
            Edits.condition(asked, _ -> queued.isSomeAnd(gp -> lockedm.of(gp).isSome()).term()));
    return late.apply(protocol.with(declaring(protocol.text(EXIT), gone)));
  }

  private static Line remembering(Line clearing, Term place) {
    if (clearing.statement() instanceof Statement.Assign clear) {
      return new Line(clearing.address(), new Statement.Assign(place, clear.place()));
    }
    throw new IllFormed("not an assignment: statement=" + clearing.statement());
  }

  private static ProcedureText declaring(ProcedureText text, Var.Local local) {
    List<Var.Local> locals = new ArrayList<>(text.locals());
    locals.add(local);
    return new ProcedureText(
        text.name(),
        text.summary(),
        text.source(),
        text.parameters(),
        locals,
        text.opening(),
        text.labels());
  }

  private static Var lockedm(Protocol protocol) {
    return protocol.variables().stream()
        .filter(variable -> variable.name().equals("g.lockedm"))
        .findFirst()
        .orElseThrow(() -> new IllFormed("locked goroutines are not modelled: extension=locked"));
  }
}
