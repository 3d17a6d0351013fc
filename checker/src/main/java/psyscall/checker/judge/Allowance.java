package psyscall.checker.judge;

import java.util.Optional;
import java.util.function.Supplier;
import psyscall.checker.store.MemoryBudget;

/// What the verdicts of a search may cost.
///
/// The passes and the ways end at different wishes: a search that its time limit has ended is
/// judged no further, and yet tells the way to a violation that it has met.
///
/// @param threads how many threads compute, at least 1
/// @param budget what memory is asked from
/// @param passes why the passes over the graph are to end; empty while they may go on. Asked on the
///   thread that asks for the verdicts, as is the next
/// @param trails why looking for the ways to violations is to end; empty while it may go on. What
///   is said before that begins does not count: whoever interrupts a search wants to see what it
///   met
public record Allowance(
    int threads,
    MemoryBudget budget,
    Supplier<Optional<String>> passes,
    Supplier<Optional<String>> trails) {
  /// Checks the number of threads.
  public Allowance {
    if (threads < 1) {
      throw new IllegalArgumentException("number of threads: threads=" + threads + ", limit=1..");
    }
  }
}
