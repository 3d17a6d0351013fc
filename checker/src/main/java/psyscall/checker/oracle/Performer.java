package psyscall.checker.oracle;

import java.util.List;
import psyscall.checker.conformance.OpenLifecycle;
import psyscall.checker.oracle.Translation.Circumstance;
import psyscall.checker.oracle.Translation.Row;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceFault;
import psyscall.spec.state.Holder;

/// Lets the lifecycle do what the table says. The table is laid out in plain numbers once, so that
/// an event costs no search.
///
/// `rows[kind and circumstance][way]` holds five numbers a step: the event of the lifecycle, then
/// the roles of `g`, `m`, `p` and `by`.
final class Performer {
  private static final int WIDTH = 5;
  private static final int CIRCUMSTANCES = Circumstance.values().length;

  private final OpenLifecycle lifecycle;
  private final int[][][] rows = new int[Kind.values().length * CIRCUMSTANCES][][];
  private final String[] names;
  private final int procIdle;
  private final int procVanish;
  private final int procAppear;

  Performer(OpenLifecycle lifecycle, Translation translation) {
    this.lifecycle = lifecycle;
    procIdle = lifecycle.event("ProcIdle");
    procVanish = lifecycle.event("ProcVanish");
    procAppear = lifecycle.event("ProcAppear");
    int most = 0;
    for (Kind kind : Kind.values()) {
      for (Circumstance circumstance : Circumstance.values()) {
        int[][] ways =
            translation.row(kind, circumstance).map(this::laidOut).orElseGet(() -> new int[0][]);
        rows[place(kind, circumstance)] = ways;
        for (int[] way : ways) {
          for (int at = 0; at < way.length; at += WIDTH) {
            most = Math.max(most, way[at]);
          }
        }
      }
    }
    names = new String[most + 1];
    for (Row row : translation.rows()) {
      row.ways().forEach(way -> way.forEach(s -> names[lifecycle.event(s.event())] = s.event()));
    }
  }

  private static int place(Kind kind, Circumstance circumstance) {
    return kind.ordinal() * CIRCUMSTANCES + circumstance.ordinal();
  }

  private int[][] laidOut(Row row) {
    return row.ways().stream().map(this::laidOut).toArray(int[][]::new);
  }

  private int[] laidOut(List<Step> way) {
    int[] numbers = new int[way.size() * WIDTH];
    int at = 0;
    for (Step step : way) {
      numbers[at++] = lifecycle.event(step.event());
      numbers[at++] = step.goroutine().ordinal();
      numbers[at++] = step.thread().ordinal();
      numbers[at++] = step.processor().ordinal();
      numbers[at++] = step.by().ordinal();
    }
    return numbers;
  }

  /// Does what a row says.
  ///
  /// @param kind the event
  /// @param circumstance what is so
  /// @param cast who it is about
  /// @throws Refused if the lifecycle allows none of the ways
  /// @throws TraceFault if there is no memory for who is new
  void perform(Kind kind, Circumstance circumstance, Cast cast) throws Refused, TraceFault {
    int[][] ways = rows[place(kind, circumstance)];
    for (int way = 0; way < ways.length; way++) {
      int guard = offer(ways[way], 0, cast);
      if (guard == 0) {
        rest(ways[way], cast);
        return;
      }
      if (way == ways.length - 1) {
        // The first way is the usual one: what it lacks says most.
        throw refused(ways[0][0], offer(ways[0], 0, cast));
      }
    }
  }

  /// Puts a P that is in somebody's hand into the idle list.
  void putIdle(int processor) throws TraceFault {
    if (lifecycle.holder(processor) == Holder.Transit) {
      offer(procIdle, processor);
    }
  }

  /// A P is there, or is no longer there, wherever the lifecycle allows the change.
  void setThere(int processor, boolean isThere) throws TraceFault {
    offer(isThere ? procAppear : procVanish, processor);
  }

  private void offer(int event, int processor) throws TraceFault {
    lifecycle.offer(event, Cast.NOBODY, Cast.NOBODY, processor, Cast.NOBODY);
  }

  private void rest(int[] way, Cast cast) throws Refused, TraceFault {
    for (int at = WIDTH; at < way.length; at += WIDTH) {
      int guard = offer(way, at, cast);
      if (guard != 0) {
        throw refused(way[at], guard);
      }
    }
  }

  private int offer(int[] way, int at, Cast cast) throws TraceFault {
    return lifecycle.offer(
        way[at],
        cast.of(way[at + 1]),
        cast.of(way[at + 2]),
        cast.of(way[at + 3]),
        cast.of(way[at + 4]));
  }

  private Refused refused(int event, int guard) {
    return Refused.byGuard(names[event], guard, lifecycle.guard(event, guard));
  }
}
