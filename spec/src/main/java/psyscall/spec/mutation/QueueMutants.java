package psyscall.spec.mutation;

import static psyscall.spec.mutation.Edits.condition;
import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Site.branch;
import static psyscall.spec.mutation.Site.store;

import java.util.List;
import psyscall.spec.term.Term;

/// Changes of who is to run next and of the order of queues.
final class QueueMutants {
  static final List<Mutation> ALL =
      List.of(
          Mutant.named("kicked-out-lost", "who is no longer to run next is put into no queue")
              .in("ready-twice")
              .breaks("goroutine-in-one-place")
              .after(30, drop(store("Ready", "ready", "p.runq"))),
          Mutant.named("stolen-next", "a thief leaves its victim the goroutine that it takes")
              .in("ready-twice")
              .breaks("goroutine-in-one-place")
              .after(40, drop(store("Findrunnable", "grab", "p.runnext"))),
          Mutant.named(
                  "recheck-without-next",
                  "the last look of a thread that ceased to spin is at queues only")
              .in("ready-twice")
              .breaks("no-idle-beside-local-work")
              .after(
                  41,
                  condition(
                      branch("Findrunnable", "recheck", "p.runnext"), QueueMutants::queueOnly)),
          Mutant.named("steal-in-order", "runqsteal leaves the head of the queue where it was")
              .in("hand-off-in-order")
              .breaks("goroutine-in-one-place")
              .after(33, drop(store("Runqsteal", "", "p.runq"))));

  private QueueMutants() {}

  /// Of `runqempty`, what is said of the queue.
  private static Term queueOnly(Term empty) {
    return empty instanceof Term.And both ? both.operands().getFirst() : empty;
  }
}
