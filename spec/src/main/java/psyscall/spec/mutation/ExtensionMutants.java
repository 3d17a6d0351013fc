package psyscall.spec.mutation;

import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Edits.never;
import static psyscall.spec.mutation.Site.branch;
import static psyscall.spec.mutation.Site.call;
import static psyscall.spec.mutation.Site.store;

import java.util.List;

/// Changes of the model's extensions.
final class ExtensionMutants {
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
                  drop(call("Sysmon", "unpretend", "Incidlelocked"))));

  private ExtensionMutants() {}
}
