package psyscall.spec.mutation;

import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Edits.never;
import static psyscall.spec.mutation.Site.await;
import static psyscall.spec.mutation.Site.branch;
import static psyscall.spec.mutation.Site.call;
import static psyscall.spec.mutation.Site.store;

import java.util.List;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Statement;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;

/// Changes of what is done for goroutines that are locked or created.
final class LockedMutants {
  private static final Site CANDIDATES =
      new Site(
          "Newproc",
          "newg",
          "pick of the goroutine to create",
          statement -> statement instanceof Statement.Pick);

  static final List<Mutation> ALL =
      List.of(
          Mutant.named("locked-runs-elsewhere", "schedule runs a locked G that it takes itself")
              .in("locked-hand-off")
              .breaks("locked-runs-on-its-thread")
              .after(28, never(branch("Schedule", "runqget", "g.lockedm"))),
          Mutant.named("locked-schedules", "a locked thread looks for work like any other")
              .in("locked-hand-off")
              .fires("startlockedm-to-me")
              .after(21, never(branch("Schedule", "top", "m.lockedg"))),
          Mutant.named(
                  "locked-keeps-nextp", "a locked thread does not clear the nextp that it took")
              .in("two-lockers")
              .fires("startlockedm-nextp")
              .after(57, drop(store("Stoplockedm", "park", "m.nextp"))),
          Mutant.named("locked-sleeps-not", "a locked thread does not wait for its goroutine")
              .in("locked-hand-off")
              .fires("stoplockedm-not-runnable")
              .after(11, drop(await("Stoplockedm", "park"))),
          Mutant.named("template-unannounced", "the template thread is not announced")
              .in("locked-hand-off")
              .fires("newm-no-template")
              .after(9, drop(store("LockOSThread", "", "newmHandoff.haveTemplateThread"))),
          Mutant.named("end-uncounted", "a thread that ends was never counted")
              .in("two-lockers")
              .fires("mexit-not-found")
              .after(18, drop(store("Newm", "mcommoninit", "sched.allm"))),
          Mutant.named("hand-over-uncounted", "startlockedm does not count the thread as running")
              .in("locked-hand-off")
              .breaks("deadlock-detection-is-right")
              .after(49, drop(call("Startlockedm", "count", "Incidlelocked"))),
          Mutant.named("hand-over-unreleased", "startlockedm leaves its P to another and keeps it")
              .in("locked-hand-off")
              .breaks("refines-lifecycle")
              .after(29, drop(call("Startlockedm", "handoff", "Releasep"))),
          Mutant.named("create-again", "newproc takes a goroutine that is there already")
              .in("spawn-and-call")
              .fires("newproc-status")
              .after(18, Edits.statement(CANDIDATES, LockedMutants::dead)),
          Mutant.named("create-without-status", "newproc does not mark its goroutine as runnable")
              .in("spawn-and-call")
              .breaks("refines-lifecycle")
              .after(2, drop(store("Newproc", "newg", "g.status"))));

  private LockedMutants() {}

  /// The pick without its first condition: that the goroutine is dead.
  private static Statement dead(Statement old) {
    if (old instanceof Statement.Pick pick
        && pick.domain() instanceof Domain.ElementOf from
        && from.set() instanceof CollectionTerm.Where where
        && where.condition() instanceof Term.And both) {
      Term any = new CollectionTerm.Where(where.bound(), both.operands().getLast());
      return new Statement.Pick(
          pick.choice(), pick.bound(), new Domain.ElementOf(any), pick.some(), pick.none());
    }
    throw new IllFormed("not a pick under two conditions: statement=" + old);
  }
}
