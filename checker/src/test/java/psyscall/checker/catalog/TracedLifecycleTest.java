package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import psyscall.spec.expr.Id;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.property.Property;
import psyscall.spec.release.Change;
import psyscall.spec.rule.Flattening;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;
import psyscall.spec.verdict.Verdict;

/// The lifecycle as traces tell it, by itself: its guards keep what they are for, with threads of
/// C, coroutines and a number of Ps that changes, in each release.
class TracedLifecycleTest {
  private record Claims(LifecycleState state) {
    List<Property> all() {
      List<Property> all = new ArrayList<>();
      all.add(always("one-p-a-thread", oneP()));
      all.add(always("one-goroutine-a-thread", oneGoroutine()));
      all.add(always("published-by-a-caller", publishedByACaller()));
      all.add(always("stopped-in-a-stop", held(Holder.Stopped).implies(state.stopping)));
      all.add(always("none-beyond-gomaxprocs", noneBeyond()));
      if (!state.release.has(Change.P_STAYS_RUNNING)) {
        all.add(always("running-has-a-p", runningHasAP()));
      }
      return all;
    }

    private static Property always(String name, Bool claim) {
      Citation none = new Citation("", List.of(), "", "");
      return new Property.Always(new Property.About(name, "", "", none), claim.term());
    }

    private Bool holds(Id<P> q, Holder way, Id<M> m) {
      return state.owner.of(q).is(Owner.of(way, m.known()));
    }

    private Bool held(Holder way) {
      return P.IDS.exists(q -> state.owner.of(q).get(Owner.HOLDER).is(way));
    }

    private Bool oneP() {
      return M.IDS.forAll(m -> P.IDS.count(q -> holds(q, Holder.Running, m)).lessThan(2));
    }

    private Bool oneGoroutine() {
      return M.IDS.forAll(m -> G.IDS.count(g -> state.thread.of(g).is(m)).lessThan(2));
    }

    private Bool publishedByACaller() {
      return M.IDS.forAll(
          m ->
              P.IDS
                  .exists(q -> holds(q, Holder.Syscall, m))
                  .implies(G.IDS.exists(g -> isOn(g, m, GStatus.Gsyscall))));
    }

    private Bool isOn(Id<G> g, Id<M> m, GStatus status) {
      return state.thread.of(g).is(m).and(state.status.of(g).is(status));
    }

    private Bool noneBeyond() {
      return P.IDS.forAll(
          q ->
              state
                  .gone
                  .of(q)
                  .implies(
                      state
                          .owner
                          .of(q)
                          .get(Owner.HOLDER)
                          .in(Holder.Running, Holder.Syscall)
                          .not()));
    }

    private Bool runningHasAP() {
      return M.IDS.forAll(
          m ->
              G.IDS
                  .exists(g -> isOn(g, m, GStatus.Grunning))
                  .implies(P.IDS.exists(q -> holds(q, Holder.Running, m))));
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 1, 2, 1, 120574", "24, 2, 1, 2, 53224", "26, 2, 1, 2, 89032"})
  void guardsKeepWhatTheyAreFor(
      int minor, int threads, int processors, int goroutines, long states) {
    Lifecycle lifecycle = Lifecycle.ofTraces(minor);
    World world =
        new World(
            Map.of(M.IDS.sort(), threads, P.IDS.sort(), processors, G.IDS.sort(), goroutines));

    Exploration exploration =
        Search.explore(
            new Interpreter(Flattening.of(lifecycle.refusing()), world),
            new Claims(lifecycle.state()).all(),
            SearchOptions.WHOLE_GRAPH,
            Supervision.of(System::nanoTime));

    assertThat(exploration.findings())
        .extracting(Finding::verdict)
        .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Holds.class));
    assertThat(exploration.counts().states()).isEqualTo(states);
  }
}
