package psyscall.spec.toy;

import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;

/// Mutual exclusion by tickets that are handed out and served round robin; works for as many
/// threads as there are tickets.
public final class TicketLock {
  /// Marks ids of a thread.
  public interface T {
    /// The id sort.
    Ids<T> IDS = Ids.of("T");
  }

  /// Two threads are in the critical section.
  public static final Ending NOT_ALONE = Ending.thrown("not-alone", "lock: not alone");

  private final Declared declared = new Declared();
  private final int tickets;
  private final Int next;
  private final Int serving;
  private final IdSet<T> inside;

  private TicketLock(int tickets) {
    this.tickets = tickets;
    this.next = declared.field("lock.next", Int.range(0, tickets - 1));
    this.serving = declared.field("lock.serving", Int.range(0, tickets - 1));
    this.inside = declared.field("lock.inside", T.IDS.set());
  }

  /// The toy before inlining.
  ///
  /// @param tickets how many there are; with fewer than there are threads the lock breaks
  public static Protocol protocol(int tickets) {
    TicketLock toy = new TicketLock(tickets);
    Advance advance = toy.new Advance();
    return toy.declared.protocol(
        "ticket-lock",
        List.of(Process.of("T", Optional.of(T.IDS.sort()), List.of("work"))),
        List.of(toy.new Work(advance), advance),
        Block.EMPTY);
  }

  /// The toy as rules.
  public static Specification specification(int tickets) {
    return Flattening.of(protocol(tickets));
  }

  /// Part of its caller's step, with a choice of the counter at the call.
  private final class Advance extends Procedure {
    Advance() {
      super("advance", "Serves the next ticket.", Declared.MODEL);
    }

    @Override
    protected void body() {
      set(
          serving,
          serving.is(tickets - 1).choose(Int.range(0, tickets), Int.of(0), serving.plus(1)));
    }
  }

  private final class Work extends Procedure {
    private final Advance advance;
    private final Int ticket = local("ticket", Int.range(0, tickets - 1));

    Work(Advance advance) {
      super("work", "Takes a ticket, waits for its turn, works alone.", Declared.MODEL);
      this.advance = advance;
    }

    @Override
    protected void body() {
      label(StepKind.ENVIRONMENT, "take", "L1");
      set(ticket, next);
      when(next.lessThan(tickets - 1), () -> set(next, next.plus(1)), () -> set(next, 0));
      label("wait", "L2");
      await(serving.is(ticket));
      add(inside, self(T.IDS));
      label("leave", "L3");
      check(inside.is(self(T.IDS).alone()), NOT_ALONE);
      remove(inside, self(T.IDS));
      call(advance);
      goTo("take");
    }
  }
}
