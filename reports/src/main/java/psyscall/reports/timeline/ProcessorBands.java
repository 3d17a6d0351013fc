package psyscall.reports.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Struct;
import psyscall.spec.rule.Specification;
import psyscall.spec.state.Holder;
import psyscall.spec.state.M;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// The bands of Go's scheduler: the Ps that a thread owns, remembers or is given.
///
/// They are read from the ghost variable `p.owner`, an [Owner] for each P. A thread that both owns
/// a P and remembers or is given another shows the one that it owns.
public final class ProcessorBands implements Bands {
  private static final String OWNER = "p.owner";

  /// Who a P in transit without a thread belongs to.
  private static final String SYSMON = "sysmon";

  private static final Sort.ArrayOf SORT = new Sort.ArrayOf(P.IDS.sort(), Owner.TYPE.sort());

  private static final Sort HOLDERS = Owner.HOLDER.type().sort();

  private final Var owner;
  private final int holderAt;
  private final int threadAt;

  private ProcessorBands(Var owner) {
    Sort.Struct record = (Sort.Struct) Owner.TYPE.sort();
    this.owner = owner;
    this.holderAt = record.position(Owner.HOLDER.name());
    this.threadAt = record.position(Owner.THREAD.name());
  }

  /// The bands of a specification.
  ///
  /// @param specification any specification
  /// @return bands of its Ps; empty bands if it has no variable `p.owner` of owners
  public static Bands of(Specification specification) {
    return specification.variables().stream()
        .filter(variable -> variable.name().equals(OWNER) && variable.sort().equals(SORT))
        .findFirst()
        .<Bands>map(ProcessorBands::new)
        .orElse(Bands.none());
  }

  @Override
  public Band of(State state, Actor actor) {
    Array owners = (Array) state.value(owner);
    for (Band.Hold hold : List.of(Band.Hold.OWNS, Band.Hold.IS_GIVEN, Band.Hold.REMEMBERS)) {
      List<Integer> held = new ArrayList<>();
      for (int processor = 0; processor < owners.size(); processor++) {
        if (hold == hold((Struct) owners.at(processor), actor)) {
          held.add(processor);
        }
      }
      if (!held.isEmpty()) {
        return new Band(hold, label(held));
      }
    }
    return Band.NOTHING;
  }

  private static String label(List<Integer> held) {
    return held.stream().map(p -> P.IDS.sort().name() + p).collect(Collectors.joining(","));
  }

  private Band.Hold hold(Struct record, Actor actor) {
    Holder holder = Holder.valueOf(record.fields().get(holderAt).format(HOLDERS));
    long thread = record.fields().get(threadAt).scalar();
    boolean isThread =
        actor.process().equals(M.IDS.sort().name()) && actor.self() == thread && thread >= 0;
    boolean isSysmon = actor.process().equals(SYSMON) && thread < 0;
    return switch (holder) {
      case Running -> isThread ? Band.Hold.OWNS : Band.Hold.NOTHING;
      case Transit -> isThread || isSysmon ? Band.Hold.OWNS : Band.Hold.NOTHING;
      case Syscall -> isThread ? Band.Hold.REMEMBERS : Band.Hold.NOTHING;
      case NextOf -> isThread ? Band.Hold.IS_GIVEN : Band.Hold.NOTHING;
      case IdleList, Stopped -> Band.Hold.NOTHING;
    };
  }
}
