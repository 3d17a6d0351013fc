package psyscall.spec.bug;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// Bugs that Go really had, and in which of the modelled releases: the expected half of the table
/// that `check --bugs` computes. The numbers of issues and changes are Go's own.
public final class Bugs {
  private static final List<Bug> ALL =
      List.of(
          new Bug(
              "go10618",
              "H1",
              "forEachP shares its counter and its note with stop-the-world",
              told("go10618"),
              "stop-then-safe-point",
              "no-throw",
              cells(new Presence.PutBack(60), new Presence.PutBack(60), new Presence.PutBack(64)),
              List.of(),
              Mutations.named("go10618")),
          new Bug(
              "go6070",
              "H6",
              "retake takes a P while nobody counts sysmon as running",
              told("go6070"),
              "one-call-sysmon",
              "deadlock-detection-is-right",
              cells(new Presence.PutBack(15), new Presence.PutBack(15), new Presence.PutBack(15)),
              List.of(),
              Mutations.named("go6070")),
          new Bug(
              "go40368",
              "H4",
              "startm counts a new thread only after it has dropped the lock",
              told("go40368"),
              "forced-collection",
              "deadlock-detection-is-right",
              cells(new Presence.Native(41), new Presence.Absent(), new Presence.Absent()),
              List.of(Change.RESERVE_M),
              Optional.empty()),
          new Bug(
              "go45975",
              "H7",
              "who has no work for an idle P after all puts it back in another section of the lock",
              told("go45975"),
              "mark-work-and-safe-point",
              "for-each-p-can-complete",
              cells(new Presence.PutBack(34), new Presence.PutBack(39), new Presence.PutBack(38)),
              List.of(),
              Mutations.named("go45975")),
          new Bug(
              "go46524",
              "H8",
              "exitsyscall0 asks whether its goroutine is locked after others can have it",
              told("go46524"),
              "locked-after-call",
              "no-throw",
              cells(new Presence.PutBack(28), new Presence.PutBack(28), new Presence.PutBack(27)),
              List.of(),
              Mutations.named("go46524")),
          new Bug(
              "go45867",
              "H9",
              "a thread that did not spin gives its P up and looks at no queue again, while a waker"
                  + " that found no idle P relies on it",
              "In Go 1.17 to 1.19 (2021-2022): goroutines waited beside an idle P, at worst while"
                  + " everything stood still; tests of parallelism hung. Came with CL 310850, which"
                  + " spared threads that had not spun their second look. Repaired in Go 1.20"
                  + " (CL 389014).",
              "yield-beside-spinner",
              "no-idle-beside-local-work",
              cells(new Presence.Absent(), new Presence.Absent(), new Presence.Native(43)),
              List.of(Change.NEEDSPINNING),
              Optional.empty()),
          new Bug(
              "go55160",
              "H10",
              "nobody looks at the global queue between ceasing to spin and parking",
              told("go55160"),
              "yield-beside-spinner",
              "work-conservation",
              cells(new Presence.Native(52), new Presence.Native(52), new Presence.Native(55)),
              List.of(Change.GLOBAL_RECHECK, Change.GOSCHED_WAKES),
              Optional.empty()),
          new Bug(
              "go38931",
              "H11",
              "the template thread is announced before it is sure to exist",
              told("go38931"),
              "two-lockers",
              "deadlock-free",
              cells(new Presence.Native(22), new Presence.Absent(), new Presence.Absent()),
              List.of(Change.TEMPLATE_ATOMIC),
              Optional.empty()),
          new Bug(
              "go63555",
              "H23",
              "injectglist keeps goroutines in its own queue although a P went idle meanwhile",
              "Up to Go 1.22, since injectglist keeps what no idle P can take: goroutines that the"
                  + " network brought waited beside an idle P. Repaired in Go 1.23 (CL 550175).",
              "network-beside-idle",
              "no-idle-beside-local-work",
              cells(new Presence.Absent(), new Presence.Absent(), new Presence.Native(48)),
              List.of(Change.INJECT_WAKES),
              Optional.empty()),
          new Bug(
              "go11155",
              "H35",
              "a stop-the-world waits for a raw system call with signals blocked",
              "Since Go 1 and still open: around fork the runtime makes raw calls with signals"
                  + " blocked. Where the call is served by the same program (FUSE) everything"
                  + " stands still. #10202 was repaired in Go 1.5 by an ordinary call; this one"
                  + " is open.",
              "stop-beside-blocked-raw-call",
              "stop-the-world-can-complete",
              cells(new Presence.Native(19), new Presence.Native(19), new Presence.Native(20)),
              List.of(),
              Optional.empty()),
          notJudged(
              "go28701",
              "H27b",
              "sysmon takes no P of goroutines whose calls are short, so one starves others",
              "From Go 1.2 to Go 1.12: a goroutine in a loop of short system calls kept others off"
                  + " its P, for seconds. Repaired in Go 1.13 (CL 170138). No safety property shows"
                  + " it: the others can run, they only do not."));

  private Bugs() {}

  /// All of them.
  ///
  /// @return in the order of the table
  public static List<Bug> all() {
    return ALL;
  }

  /// A bug by its name.
  ///
  /// @param name such as `go10618`
  /// @return the bug, if there is one
  public static Optional<Bug> named(String name) {
    return ALL.stream().filter(bug -> bug.name().equals(name)).findFirst();
  }

  /// A release in which each bug that it has is repaired, but for one.
  ///
  /// @param release the release
  /// @param kept the bug that stays
  /// @return the release with the repairs of the others, as far as Go has some
  static Release repairedBut(Release release, Bug kept) {
    Release repaired = release;
    for (Bug bug : ALL) {
      if (!bug.name().equals(kept.name()) && bug.isNativeIn(release)) {
        repaired = repaired.plus(bug.repair().toArray(Change[]::new));
      }
    }
    return repaired;
  }

  /// What the mutation of the same name tells: it owns the text.
  private static String told(String name) {
    return Mutations.named(name)
        .map(Mutation::history)
        .orElseThrow(() -> new IllegalArgumentException("unknown mutation: name=" + name));
  }

  /// One cell for each modelled release, the oldest first.
  private static Map<String, Presence> cells(Presence... presences) {
    Map<String, Presence> cells = new LinkedHashMap<>();
    List<Release> releases = Release.all();
    for (int at = 0; at < releases.size(); at++) {
      cells.put(releases.get(at).name(), presences[at]);
    }
    return cells;
  }

  private static Bug notJudged(String name, String catalogue, String summary, String history) {
    Presence liveness = new Presence.NotJudged("liveness");
    return new Bug(
        name,
        catalogue,
        summary,
        history,
        "",
        "",
        cells(liveness, liveness, liveness),
        List.of(),
        Optional.empty());
  }
}
