package psyscall.checker.oracle;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import psyscall.checker.conformance.OpenLifecycle;
import psyscall.checker.oracle.Translation.Circumstance;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceFault;
import psyscall.spec.state.Holder;

/// Lets the lifecycle do what the table says. The events of the table get their numbers once, so
/// that an event of a trace costs no search.
final class Performer {
  private final Numbered[][] nothing = {};
  private final OpenLifecycle lifecycle;
  private final Map<Kind, Numbered[][]> always = new EnumMap<>(Kind.class);
  private final Map<Kind, Numbered[][]> withProcessor = new EnumMap<>(Kind.class);
  private final Map<Kind, Numbered[][]> withoutProcessor = new EnumMap<>(Kind.class);
  private final int procIdle;
  private final int procVanish;
  private final int procAppear;

  /// A step and the number of its event.
  private record Numbered(int event, Step step) {}

  Performer(OpenLifecycle lifecycle, Translation translation) {
    this.lifecycle = lifecycle;
    procIdle = lifecycle.event("ProcIdle");
    procVanish = lifecycle.event("ProcVanish");
    procAppear = lifecycle.event("ProcAppear");
    for (Translation.Row row : translation.rows()) {
      rows(row.circumstance())
          .put(row.kind(), row.ways().stream().map(this::numbered).toArray(Numbered[][]::new));
    }
  }

  private Map<Kind, Numbered[][]> rows(Circumstance circumstance) {
    return switch (circumstance) {
      case ALWAYS -> always;
      case WITH_PROCESSOR -> withProcessor;
      case WITHOUT_PROCESSOR -> withoutProcessor;
    };
  }

  private Numbered[] numbered(List<Step> way) {
    return way.stream()
        .map(step -> new Numbered(lifecycle.event(step.event()), step))
        .toArray(Numbered[]::new);
  }

  /// Does what a row says.
  ///
  /// @param kind the event
  /// @param circumstance what is so
  /// @param cast who it is about
  /// @throws Refused if the lifecycle allows none of the ways, or there is no such row
  /// @throws TraceFault if there is no memory for who is new
  void perform(Kind kind, Circumstance circumstance, Cast cast) throws Refused, TraceFault {
    Numbered[][] ways = rows(circumstance).getOrDefault(kind, nothing);
    if (ways.length == 0) {
      throw Refused.byOrder("the release has such an event: kind=" + EventText.name(kind));
    }
    for (Numbered[] way : ways) {
      if (offer(way[0], cast) == 0) {
        rest(way, cast);
        return;
      }
    }
    // The first way is the usual one: what it lacks says most.
    throw refused(ways[0][0], offer(ways[0][0], cast));
  }

  private void rest(Numbered[] way, Cast cast) throws Refused, TraceFault {
    for (int at = 1; at < way.length; at++) {
      int guard = offer(way[at], cast);
      if (guard != 0) {
        throw refused(way[at], guard);
      }
    }
  }

  private int offer(Numbered numbered, Cast cast) throws TraceFault {
    Step step = numbered.step();
    return lifecycle.offer(
        numbered.event(),
        cast.of(step.goroutine()),
        cast.of(step.thread()),
        cast.of(step.processor()),
        cast.of(step.by()));
  }

  private Refused refused(Numbered numbered, int guard) {
    return Refused.byGuard(
        numbered.step().event(), guard, lifecycle.guard(numbered.event(), guard));
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
}
