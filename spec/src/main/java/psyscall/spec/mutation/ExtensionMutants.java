package psyscall.spec.mutation;

import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Edits.never;
import static psyscall.spec.mutation.Site.branch;
import static psyscall.spec.mutation.Site.call;
import static psyscall.spec.mutation.Site.store;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Statement;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;

/// Changes of the model's extensions.
final class ExtensionMutants {
  private static final Site REQUESTS =
      new Site(
          "Preemptall",
          "",
          "pick of the requests that arrive",
          statement -> statement instanceof Statement.Pick);

  static final List<Mutation> ALL =
      List.of(
          Mutant.named(
                  "inject-without-start",
                  "injectglist queues what a poll has brought and starts no thread for it")
              .in("network-beside-idle")
              .breaks("work-conservation")
              .after(46, never(branch("Injectglist", "start", "sched.pidle"))),
          Mutant.named("poll-spinning", "findrunnable blocks in the poller without ceasing to spin")
              .in("network-beside-idle")
              .fires("findrunnable-poll")
              .after(36, drop(store("Findrunnable", "unspin", "m.spinning"))),
          Mutant.named("inject-twice", "injectglist queues a goroutine and leaves it to the poller")
              .in("network-beside-idle")
              .breaks("goroutine-in-one-place")
              .after(30, drop(store("Injectglist", "put", "netpoll.parked"))),
          Mutant.named(
                  "poll-without-bracket",
                  "sysmon queues what a poll has brought without pretending that one more runs")
              .in("network-with-sysmon")
              .breaks("deadlock-detection-is-right")
              .after(
                  50,
                  drop(call("Sysmon", "pretend", "Incidlelocked")),
                  drop(call("Sysmon", "unpretend", "Incidlelocked"))),
          Mutant.named(
                  "turn-copies",
                  "the turn of the global queue leaves the goroutine there that it takes")
              .in("global-queue-has-its-turn")
              .breaks("goroutine-in-one-place")
              .after(5, drop(store("GlobalTurn", "", "sched.runq"))),
          Mutant.named(
                  "signal-sent-once",
                  "preemptall sends no second signal to a goroutine that was asked before")
              .in("stop-with-sigurg-in-1-19")
              .breaks("stop-the-world-can-complete")
              .after(20, Edits.statement(REQUESTS, ExtensionMutants::onlyTheFirst)));

  private ExtensionMutants() {}

  /// The pick among those that have not been asked yet, signal or not.
  private static Statement onlyTheFirst(Statement old) {
    if (old instanceof Statement.Pick pick
        && pick.domain() instanceof Domain.SubsetOf from
        && from.set() instanceof CollectionTerm.Where where
        && where.condition() instanceof Term.And both
        && both.operands().getFirst() instanceof Term.Or due) {
      List<Term> operands = new ArrayList<>(both.operands());
      operands.set(0, due.operands().getFirst());
      Term first = new CollectionTerm.Where(where.bound(), new Term.And(operands));
      return new Statement.Pick(
          pick.choice(), pick.bound(), new Domain.SubsetOf(first), pick.some(), pick.none());
    }
    throw new IllFormed("not a pick among those to be signalled: statement=" + old);
  }
}
