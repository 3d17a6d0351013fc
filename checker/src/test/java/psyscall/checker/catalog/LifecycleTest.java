package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;
import psyscall.spec.verdict.Verdict;

/// The lifecycle by itself, in small worlds: what its guards are for.
class LifecycleTest {
  private static final LifecycleState STATE = new LifecycleState();

  private static Exploration explore(int threads, int processors, int goroutines) {
    Specification specification = Flattening.of(new Lifecycle(STATE).protocol());
    World world =
        new World(
            Map.of(M.IDS.sort(), threads, P.IDS.sort(), processors, G.IDS.sort(), goroutines));
    return Search.explore(
        new Interpreter(specification, world),
        List.of(
            always("one-p-a-thread", threadsHaveOneP()),
            always("one-goroutine-a-thread", threadsHaveOneGoroutine()),
            always("running-has-a-p", runningHasAP()),
            always("published-by-a-caller", publishedByACaller()),
            always("stopped-in-a-stop", stoppedInAStop())),
        SearchOptions.WHOLE_GRAPH,
        Supervision.of(System::nanoTime));
  }

  private static Property always(String name, Bool claim) {
    Citation none = new Citation("", List.of(), "", "");
    return new Property.Always(new Property.About(name, "", "", none), claim.term());
  }

  private static Bool holds(psyscall.spec.expr.Id<P> q, Holder way, psyscall.spec.expr.Id<M> m) {
    return STATE.owner.of(q).is(Owner.of(way, m.known()));
  }

  private static Bool threadsHaveOneP() {
    return M.IDS.forAll(m -> P.IDS.count(q -> holds(q, Holder.Running, m)).lessThan(2));
  }

  private static Bool threadsHaveOneGoroutine() {
    return M.IDS.forAll(m -> G.IDS.count(g -> STATE.thread.of(g).is(m)).lessThan(2));
  }

  private static Bool runningHasAP() {
    return G.IDS.forAll(
        g ->
            STATE
                .status
                .of(g)
                .is(GStatus.Grunning)
                .implies(
                    STATE
                        .thread
                        .of(g)
                        .isSomeAnd(m -> P.IDS.exists(q -> holds(q, Holder.Running, m)))));
  }

  private static Bool publishedByACaller() {
    return P.IDS.forAll(
        q ->
            M.IDS.forAll(
                m ->
                    holds(q, Holder.Syscall, m)
                        .implies(
                            G.IDS.exists(
                                g ->
                                    STATE
                                        .thread
                                        .of(g)
                                        .is(m)
                                        .and(STATE.status.of(g).is(GStatus.Gsyscall))))));
  }

  private static Bool stoppedInAStop() {
    return P.IDS.forAll(
        q -> STATE.owner.of(q).get(Owner.HOLDER).is(Holder.Stopped).implies(STATE.stopping));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 92", "2, 1, 2, 846", "2, 2, 2, 16540", "3, 2, 2, 43764"})
  void guardsKeepWhatTheyAreFor(int threads, int processors, int goroutines, long states) {
    Exploration exploration = explore(threads, processors, goroutines);

    assertThat(exploration.findings())
        .extracting(Finding::verdict)
        .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Holds.class));
    assertThat(exploration.counts().states()).isEqualTo(states);
    assertThat(exploration.neverFired()).isEmpty();
  }
}
