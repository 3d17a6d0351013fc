package psyscall.reports.automaton;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import psyscall.model.behavior.State;
import psyscall.model.behavior.World;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.state.G;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;

/// Puts an automaton together: what the lifecycle allows, with what was counted.
///
/// @param subject whose
/// @param lifecycle the rules
/// @param sites all statements that tell events, by their marks
/// @param censuses what was counted, scenario by scenario
record Assembly(
    Subject subject, Lifecycle lifecycle, Map<String, CallSite> sites, List<Census> censuses) {

  /// Two threads, one P, two goroutines: no larger world allows another move.
  static final World SMALL = World.of(M.IDS.sort(), 2, P.IDS.sort(), 1).with(G.IDS.sort(), 2);

  /// Refuses counts of statements that are not among the named ones: they would be lost.
  Assembly {
    for (Census census : censuses) {
      Set<String> unknown = new TreeSet<>(census.told().keySet());
      unknown.removeAll(sites.keySet());
      if (!unknown.isEmpty()) {
        throw new IllegalArgumentException(
            "statements that the whole protocol does not have: marks=" + unknown);
      }
    }
  }

  Automaton automaton(List<Automaton.Visit> visits) {
    Set<Move> allowed = allowed(lifecycle, SMALL);
    return new Automaton(subject, visits, statuses(), transitions(allowed), tellings(allowed));
  }

  /// Every move that the lifecycle by itself can make in a world.
  static Set<Move> allowed(Lifecycle lifecycle, World world) {
    LifecycleGraph graph = new LifecycleGraph(lifecycle, world);
    Set<Move> moves = new LinkedHashSet<>();
    for (State state : graph.states()) {
      graph
          .allowed(state)
          .forEach(
              (occurrence, after) ->
                  moves.addAll(
                      Move.between(lifecycle.state(), state, occurrence.event().name(), after)));
    }
    return moves;
  }

  private List<Automaton.Status> statuses() {
    List<Automaton.Status> statuses = new ArrayList<>();
    for (String name : subject.statuses(lifecycle.state())) {
      Map<PStatus, Long> fields = new TreeMap<>();
      if (subject == Subject.P) {
        for (Census census : censuses) {
          census
              .fields()
              .getOrDefault(name, Map.of())
              .forEach((status, times) -> fields.merge(status, times, Math::addExact));
        }
      }
      statuses.add(new Automaton.Status(name, fields));
    }
    return statuses;
  }

  private List<Automaton.Transition> transitions(Set<Move> allowed) {
    List<String> statuses = subject.statuses(lifecycle.state());
    List<String> events = lifecycle.rules().stream().map(EventRule::name).toList();
    return allowed.stream()
        .filter(move -> move.subject() == subject)
        .sorted(
            Comparator.comparingInt((Move move) -> statuses.indexOf(move.from()))
                .thenComparingInt(move -> events.indexOf(move.event()))
                .thenComparingInt(move -> statuses.indexOf(move.to())))
        .map(move -> new Automaton.Transition(move.from(), move.event(), move.to(), firings(move)))
        .toList();
  }

  private List<Automaton.Firing> firings(Move move) {
    Map<String, Long> times = new TreeMap<>();
    for (Census census : censuses) {
      census
          .moves()
          .getOrDefault(move, Map.of())
          .forEach((mark, count) -> times.merge(mark, count, Math::addExact));
    }
    List<Automaton.Firing> firings = new ArrayList<>();
    sites.forEach(
        (mark, site) -> {
          long count = times.getOrDefault(mark, 0L);
          if (count > 0) {
            firings.add(new Automaton.Firing(site, count));
          }
        });
    return firings;
  }

  /// For a P those too that move nothing.
  private List<Automaton.Telling> tellings(Set<Move> allowed) {
    Set<String> moving = new TreeSet<>();
    Set<String> mine = new TreeSet<>();
    for (Move move : allowed) {
      moving.add(move.event());
      if (move.subject() == subject) {
        mine.add(move.event());
      }
    }
    List<Automaton.Telling> tellings = new ArrayList<>();
    for (EventRule rule : lifecycle.rules()) {
      boolean isMine = mine.contains(rule.name());
      if (isMine || (subject == Subject.P && !moving.contains(rule.name()))) {
        tellings.add(new Automaton.Telling(rule, isMine, told(rule)));
      }
    }
    return tellings;
  }

  private List<Automaton.Firing> told(EventRule rule) {
    List<Automaton.Firing> firings = new ArrayList<>();
    sites.forEach(
        (mark, site) -> {
          if (site.event().equals(rule.name())) {
            long times =
                censuses.stream().mapToLong(each -> each.told().getOrDefault(mark, 0L)).sum();
            firings.add(new Automaton.Firing(site, times));
          }
        });
    return firings;
  }
}
