package psyscall.spec.mutation;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// Bugs that 1.10.8 has as it is, each with the repair of a later release.
final class NativeBugs {
  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              "go55160",
              "nobody looks at the global queue between ceasing to spin and parking, and Gosched"
                  + " wakes nobody",
              "From the scheduler of Go 1.1 to Go 1.21. A thread that has found no work gives its P"
                  + " up, ceases to spin and looks at the local queues once more, not at the global"
                  + " one; a goroutine that yields meanwhile goes there and wakes nobody, so it"
                  + " waits beside an idle P until another goroutine's time slice ends. Repaired in"
                  + " Go 1.22 (CL 501975: look at the global queue again; CL 501976: Gosched"
                  + " wakes).",
              "yield-beside-spinner",
              Release.GO_1_10_8,
              "work-conservation",
              Optional.empty(),
              53,
              UnaryOperator.identity(),
              Optional.of(
                  new Repair(
                      List.of(Change.GLOBAL_RECHECK, Change.GOSCHED_WAKES),
                      List.of(
                          "yield-beside-spinner",
                          "stop-while-calling-sysmon",
                          "stop-then-safe-point")))),
          new Mutation(
              "go40368",
              "startm drops the lock before it creates a thread, and nobody counts the thread"
                  + " meanwhile",
              "sysmon has taken the only idle P and is about to create a thread for it; another"
                  + " thread comes back from a system call, finds no P and parks as the last, and a"
                  + " healthy program dies of 'checkdead: runnable g'. In Go 1.14.0 overdue timers"
                  + " were the usual way there; in 1.10.8 it is the forced garbage collection."
                  + " Repaired in Go 1.15 and later 1.14.x (CL 245018): startm counts the new"
                  + " thread while it holds the lock.",
              "forced-collection",
              Release.GO_1_10_8,
              "deadlock-detection-is-right",
              Optional.of("checkdead-runnable"),
              40,
              UnaryOperator.identity(),
              Optional.of(new Repair(List.of(Change.RESERVE_M), List.of("forced-collection")))));

  private NativeBugs() {}
}
