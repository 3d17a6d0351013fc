package psyscall.reports.automaton;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import psyscall.spec.citation.Citation;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.process.Protocol;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.PStatus;

/// The automaton of a goroutine or of a processor, with what a run made of it.
///
/// @param subject whose
/// @param visits the scenarios of the run
/// @param statuses all statuses, in the order of their declaration
/// @param transitions what the lifecycle allows, by status, event and status
/// @param told the events that are shown, in the order of the lifecycle: those of the transitions,
///   and for a P those too that move neither a G nor a P
public record Automaton(
    Subject subject,
    List<Visit> visits,
    List<Status> statuses,
    List<Transition> transitions,
    List<Telling> told) {

  /// A scenario of the run.
  ///
  /// @param scenario which
  /// @param states how many states it has
  /// @param steps how many steps there are out of them
  public record Visit(Scenario scenario, long states, long steps) {}

  /// A status.
  ///
  /// @param name its name
  /// @param fields for a P how often each of Go's `p.status` was seen with it
  public record Status(String name, Map<PStatus, Long> fields) {
    /// Keeps the order.
    public Status {
      fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }
  }

  /// A transition.
  ///
  /// @param from the status before
  /// @param event the event's name
  /// @param to the status after
  /// @param firings the statements that made it in the run
  public record Transition(String from, String event, String to, List<Firing> firings) {
    /// Copies the list.
    public Transition {
      firings = List.copyOf(firings);
    }

    /// How often it fired.
    ///
    /// @return steps of the run, from 0
    public long fired() {
      return firings.stream().mapToLong(Firing::times).sum();
    }
  }

  /// How often a statement did something in the run.
  ///
  /// @param site the statement
  /// @param times in how many steps
  public record Firing(CallSite site, long times) {}

  /// An event with all statements that tell it.
  ///
  /// @param rule what it means
  /// @param moves whether it moves a subject
  /// @param firings each statement of the runtime that tells it, and how often it did
  public record Telling(EventRule rule, boolean moves, List<Firing> firings) {
    /// Copies the list.
    public Telling {
      firings = List.copyOf(firings);
    }
  }

  /// Copies the lists.
  public Automaton {
    visits = List.copyOf(visits);
    statuses = List.copyOf(statuses);
    transitions = List.copyOf(transitions);
    told = List.copyOf(told);
  }

  /// How many states were explored.
  ///
  /// @return those of all scenarios
  public long states() {
    return visits.stream().mapToLong(Visit::states).sum();
  }

  /// How many steps there are out of them.
  ///
  /// @return those of all scenarios
  public long steps() {
    return visits.stream().mapToLong(Visit::steps).sum();
  }

  /// The releases in which everything that is shown was read.
  ///
  /// @return the distinct lists of citations of events and statements; one if all agree
  public List<List<String>> releases() {
    return told.stream()
        .flatMap(
            each ->
                Stream.concat(
                    Stream.of(each.rule().text().source()),
                    each.firings().stream().map(firing -> firing.site().citation())))
        .map(Citation::releases)
        .distinct()
        .toList();
  }

  /// Explores scenarios and counts.
  ///
  /// @param subject whose automaton
  /// @param runtime the protocol with every feature, whose statements are named
  /// @param scenarios what is explored, each by itself
  /// @return the automaton
  public static Automaton of(Subject subject, Protocol runtime, List<Scenario> scenarios) {
    Lifecycle lifecycle = new Lifecycle(new LifecycleState());
    Map<String, CallSite> sites = new Marking(runtime, lifecycle.rules()).sites();
    List<Census> censuses = scenarios.parallelStream().map(Census::of).toList();
    List<Visit> visits = new ArrayList<>();
    for (int at = 0; at < scenarios.size(); at++) {
      Census census = censuses.get(at);
      visits.add(new Visit(scenarios.get(at), census.states(), census.steps()));
    }
    return new Assembly(subject, lifecycle, sites, censuses).automaton(visits);
  }
}
