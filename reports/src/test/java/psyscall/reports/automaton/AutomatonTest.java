package psyscall.reports.automaton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import psyscall.model.behavior.Occurrence;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.World;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Events;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Release;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.Op;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.Program;
import psyscall.spec.state.RuntimeState;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutomatonTest {
  private final Protocol runtime = GoRuntime.protocol(everything());
  private final Lifecycle lifecycle = new Lifecycle(new LifecycleState());
  private List<Automaton> automata = List.of();

  private static RuntimeState everything() {
    Program any = Program.anything(1, EnumSet.complementOf(EnumSet.of(Op.EXIT)));
    return new RuntimeState(
        Release.GO_1_10_8, 2, 2, List.of(any, any), EnumSet.allOf(Feature.class));
  }

  private static Scenario scenario(String name) {
    return Scenarios.named(name).orElseThrow();
  }

  @BeforeAll
  void explore() {
    automata =
        Arrays.stream(Subject.values())
            .map(subject -> Automaton.of(subject, runtime, Tour.all()))
            .toList();
  }

  private Automaton of(Subject subject) {
    return automata.stream().filter(each -> each.subject() == subject).findFirst().orElseThrow();
  }

  @Test
  void everyEventIsShownOnce() {
    List<String> shown =
        automata.stream()
            .flatMap(automaton -> automaton.told().stream())
            .map(told -> told.rule().name())
            .toList();

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            lifecycle.rules().stream().map(EventRule::name).toList());
  }

  /// Statements for the second goroutine that a poll brings beside the one it runs: three
  /// goroutines are too many for a page.
  private static final Set<String> FOR_TWO_AT_ONCE = Set.of("StartTheWorld.netpoll#14");

  @Test
  void everyEventIsToldAndEachStatementTellsIt() {
    assertThat(automata)
        .flatExtracting(Automaton::told)
        .allSatisfy(
            told ->
                assertThat(told.firings())
                    .as(told.rule().name())
                    .isNotEmpty()
                    .allMatch(
                        firing ->
                            firing.times() > 0
                                || FOR_TWO_AT_ONCE.contains(firing.site().address().toString())));
  }

  @Test
  void everyAllowedTransitionFires() {
    assertThat(automata)
        .flatExtracting(Automaton::transitions)
        .hasSize(23)
        .allMatch(transition -> transition.fired() > 0);
  }

  @Test
  void tourIsSmall() {
    assertThat(of(Subject.G).states()).isEqualTo(55_958);
    assertThat(of(Subject.G).steps()).isEqualTo(143_273);
  }

  @Test
  void largerWorldAllowsNoOtherMove() {
    World larger = World.of(M.IDS.sort(), 2, P.IDS.sort(), 2).with(G.IDS.sort(), 1);

    Set<Move> moves = Assembly.allowed(lifecycle, Assembly.SMALL);

    assertThat(moves).isEqualTo(Assembly.allowed(lifecycle, larger));
  }

  @Test
  void processorIsHeldAsItsStatusSays() {
    assertThat(of(Subject.P).statuses())
        .extracting(status -> status.name() + " " + status.fields().keySet())
        .containsExactly(
            "Running [Prunning, Pgcstop]",
            "Syscall [Psyscall]",
            "IdleList [Pidle]",
            "Transit [Pidle, Prunning]",
            "NextOf [Pidle]",
            "Stopped [Pgcstop]");
    assertThat(of(Subject.G).statuses()).allMatch(status -> status.fields().isEmpty());
  }

  @Test
  void markedProtocolHasTheSameGraph() {
    Census census = Census.of(scenario("stop-first"));

    assertThat(census.states()).isEqualTo(1_563);
    assertThat(census.steps()).isEqualTo(3_152);
  }

  @Test
  void statementIsNamedAsWithEveryFeature() {
    Scenario plain = scenario("one-call");

    Automaton automaton = Automaton.of(Subject.P, runtime, List.of(plain));

    assertThat(automaton.transitions())
        .filteredOn(transition -> transition.event().equals("ProcReacquire"))
        .singleElement()
        .satisfies(
            transition ->
                assertThat(transition.firings())
                    .extracting(firing -> firing.site().place() + " " + firing.times())
                    .containsExactly("ExitSyscallFast.reacquire#4 1"));
  }

  @Test
  void countsOfOneCall() {
    Census census = Census.of(scenario("one-call"));

    assertThat(census.moves().get(new Move(Subject.G, "Grunning", "GoSyscallEnter", "Gsyscall")))
        .containsExactly(Map.entry("GoSyscallEnter@ReenterSyscall.enter@1", 1L));
    assertThat(census.fields().get("Syscall")).containsExactly(Map.entry(PStatus.Psyscall, 3L));
  }

  @Test
  void eventThatIsNotAllowedIsRefused() {
    LifecycleGraph graph =
        new LifecycleGraph(
            lifecycle, World.of(M.IDS.sort(), 1, P.IDS.sort(), 1).with(G.IDS.sort(), 1));
    Occurrence unblock = new Occurrence(Events.GO_UNBLOCK, List.of(Scalar.of(0)));

    assertThatThrownBy(() -> graph.after(graph.initial(), unblock))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the lifecycle does not allow this event: event=GoUnblock(G0)");
  }

  @Test
  void graphHasAnEdgeForEachTransition() {
    Automaton automaton = Automaton.of(Subject.P, runtime, List.of(scenario("one-call")));

    List<String> lines = Dot.lines(automaton);

    assertThat(lines).startsWith("digraph P {").endsWith("}");
    assertThat(lines).filteredOn(line -> line.contains("->")).hasSize(13);
    assertThat(lines)
        .contains(
            "  Running -> Syscall [label=\"ProcPublish\\n1\"];",
            "  Syscall -> Transit [label=\"ProcSteal\\n0\", style=dashed];",
            "  Syscall [label=\"Syscall\\nPsyscall\"];");
  }

  @Test
  void subjectsAreNamedInWhateverCase() {
    assertThat(Subject.named("p")).contains(Subject.P);
    assertThat(Subject.named("G")).contains(Subject.G);
    assertThat(Subject.named("M")).isEmpty();
  }
}
