package psyscall.spec.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import psyscall.spec.process.Block;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.state.LifecycleState;

/// The lifecycle of goroutines and processors: which events there are, when each is allowed and
/// what it changes, for any number of threads, Ps and goroutines.
public final class Lifecycle {
  /// The process of the layer taken by itself.
  public static final String PROCESS = "lifecycle";

  private final LifecycleState state;

  /// The automaton of a goroutine.
  public final GoroutineEvents goroutines;

  /// The automaton of a processor.
  public final ProcessorEvents processors;

  /// What happens to all Ps together.
  public final WorldEvents world;

  /// The rules over given variables.
  ///
  /// @param state the variables
  public Lifecycle(LifecycleState state) {
    this.state = state;
    goroutines = new GoroutineEvents(state);
    processors = new ProcessorEvents(state);
    world = new WorldEvents(state);
  }

  /// The variables.
  ///
  /// @return the state that the rules are about
  public LifecycleState state() {
    return state;
  }

  /// All rules.
  ///
  /// @return those of goroutines, of processors, of the world, in the order of their declaration
  public List<EventRule> rules() {
    List<EventRule> all = new ArrayList<>(goroutines.all());
    all.addAll(processors.all());
    all.addAll(world.all());
    return List.copyOf(all);
  }

  /// The lifecycle as traces tell it, in the release that wrote them.
  ///
  /// @param minor the number of the release after `1.`, 5 or more
  /// @return rules and variables of their own
  public static Lifecycle ofTraces(int minor) {
    return new Lifecycle(LifecycleState.traced(Release.traced(minor)));
  }

  /// The rules of runs that are told from outside: all rules of the release, and what only traces
  /// tell.
  ///
  /// @return in the order of their declaration; without `ProcPublish` where a P stays with its
  ///   thread in a system call
  /// @throws IllegalStateException if the state is not that of traces
  public List<EventRule> traced() {
    if (!state.isTraced()) {
      throw new IllegalStateException("rules of traces over a state that is not of traces");
    }
    List<EventRule> all = new ArrayList<>(rules());
    if (state.release.has(Change.P_STAYS_RUNNING)) {
      all.remove(processors.procPublish);
    }
    all.addAll(new TracedEvents(state).all());
    return List.copyOf(all);
  }

  /// The rules of traces as a system of one process: at any moment any event may be tried, and one
  /// that is not allowed ends the run in an ending that says which guard refused it. At the start
  /// every goroutine is dead and every P idle.
  ///
  /// @return a protocol of one process, with the text of each event under its name
  public Protocol refusing() {
    List<EventRule> rules = traced();
    Map<String, ProcedureText> texts = new TreeMap<>();
    rules.forEach(rule -> texts.put(rule.name(), rule.text()));
    return protocol("traces", rules, texts, new Untold(state).text().opening());
  }

  /// Where everything starts: M0 runs G0 on P0, the other goroutines are runnable, the other Ps
  /// idle.
  ///
  /// @return the assignments that make the initial state
  public Block initial() {
    return new InitialLifecycle(state).text().opening();
  }

  /// The layer by itself: at any moment any event that is allowed may happen.
  ///
  /// @return a protocol of one process
  public Protocol protocol() {
    Map<String, ProcedureText> texts = new TreeMap<>();
    rules().forEach(rule -> texts.put(rule.name(), Forms.awaited(rule.text())));
    return protocol("lifecycle", rules(), texts, initial());
  }

  private Protocol protocol(
      String name, List<EventRule> rules, Map<String, ProcedureText> texts, Block initial) {
    ProcedureText anything = new Anything(rules).text();
    texts.put(anything.name(), anything);
    Process process = Process.of(PROCESS, Optional.empty(), List.of(anything.name()));
    return new Protocol(name, state.variables(), List.of(process), texts, initial);
  }
}
