package psyscall.checker.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Struct;
import psyscall.model.interpret.StepSemantics;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Flattening;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.term.Sort;

/// The automaton against the interpreter: the same answers and the same states, in worlds that were
/// made up at random and under events at random.
class OpenLifecycleAgreementTest {
  private static final int WORLDS_MIN = 20;
  private static final int WORLDS_MAX = 400;
  private static final int EVENTS = 500;

  private static final List<Sort.Individual> SORTS =
      List.of(G.IDS.sort(), M.IDS.sort(), P.IDS.sort());

  private final SplittableRandom random = new SplittableRandom(10);

  @ParameterizedTest
  @CsvSource({"11, 2", "22, 3", "24, 2", "26, 3"})
  void answersAndStatesAreTheInterpreters(int minor, int size) throws TraceFault {
    Lifecycle lifecycle = Lifecycle.ofTraces(minor);
    List<String> events = lifecycle.traced().stream().map(EventRule::name).toList();
    StepSemantics rules = new StepSemantics(Flattening.of(lifecycle.refusing()));
    Set<String> unseen = everything(lifecycle);
    for (int world = 0; world < WORLDS_MIN || !unseen.isEmpty(); world++) {
      assertThat(world).as("not seen: %s", unseen).isLessThan(WORLDS_MAX);
      OpenLifecycle open = OpenLifecycle.of(lifecycle, new MemoryAllowance(1 << 20));
      Twin twin = new Twin(rules, events, lifecycle.state().variables(), SORTS, size);
      // Both know everybody from the start: who was not told of is in no quantifier's range.
      for (int id = 0; id < size; id++) {
        open.assumeGoroutine(id, GStatus.Gdead, -1);
        open.assumeProcessor(id, Holder.IdleList, -1);
      }
      for (int step = 0; step < EVENTS; step++) {
        if (random.nextInt(8) == 0) {
          assumeSomething(open, twin, lifecycle.state(), size);
        }
        String event = events.get(random.nextInt(events.size()));
        int g = random.nextInt(size);
        int m = related(open.thread(g), size);
        int p = related(open.processorOf(m), size);
        int by = random.nextInt(size + 1) - 1;
        int number = open.event(event);
        boolean allowed = open.allows(number, g, m, p, by);
        String before = open.toString();

        int answer = open.offer(number, g, m, p, by);

        assertThat(answer)
            .as("%s g=%d m=%d p=%d by=%d in %s", event, g, m, p, by, before)
            .isEqualTo(twin.offer(event, Map.of("g", g, "m", m, "p", p, "by", by)));
        assertThat(allowed).isEqualTo(answer == 0);
        assertThat(open.toString())
            .as("after %s g=%d m=%d p=%d by=%d in %s", event, g, m, p, by, before)
            .isEqualTo(twin.state());
        unseen.remove(event + (answer == 0 ? "" : ": " + open.guard(number, answer)));
      }
    }
  }

  /// Every other time who has to do with it, so that events happen too.
  private int related(int id, int size) {
    return id >= 0 && random.nextBoolean() ? id : random.nextInt(size);
  }

  /// A goroutine and two Ps, of one thread or of none.
  private void assumeSomething(OpenLifecycle open, Twin twin, LifecycleState state, int size)
      throws TraceFault {
    int m = random.nextInt(size + 1) - 1;
    int g = random.nextInt(size);
    int status = random.nextInt(GStatus.values().length);
    open.assumeGoroutine(g, List.of(GStatus.values()).get(status), m);
    twin.write(state.status, g, Scalar.of(status));
    twin.write(state.thread, g, Scalar.of(m));
    for (int at = 0; at < 2; at++) {
      int p = random.nextInt(size);
      int holder = random.nextInt(Holder.values().length);
      open.assumeProcessor(p, List.of(Holder.values()).get(holder), m);
      twin.write(state.owner, p, new Struct(List.of(Scalar.of(holder), Scalar.of(m))));
    }
  }

  /// Each event as it happens, and each of its guards.
  private static Set<String> everything(Lifecycle lifecycle) {
    Set<String> all = new TreeSet<>();
    for (EventRule rule : lifecycle.traced()) {
      all.add(rule.name());
      for (Line line : rule.text().opening().lines()) {
        if (line.statement() instanceof Statement.Assert guard) {
          all.add(rule.name() + ": " + EventRule.claim(guard.otherwise()));
        }
      }
    }
    return all;
  }
}
