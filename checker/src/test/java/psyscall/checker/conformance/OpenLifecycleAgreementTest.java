package psyscall.checker.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.interpret.StepSemantics;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;

/// The automaton against the interpreter: the same answers and the same states, in worlds that were
/// made up at random and under events at random.
class OpenLifecycleAgreementTest {
  private static final int WORLDS = 60;
  private static final int EVENTS = 400;

  private final SplittableRandom random = new SplittableRandom(10);

  @ParameterizedTest
  @CsvSource({"5, 1", "11, 3", "22, 2", "24, 3", "25, 4", "26, 3", "26, 2"})
  void answersAndStatesAreTheInterpreters(int minor, int size) throws TraceFault {
    Lifecycle lifecycle = Lifecycle.ofTraces(minor);
    List<String> events = lifecycle.traced().stream().map(EventRule::name).toList();
    StepSemantics rules = Twin.rules(lifecycle);
    TreeSet<String> seen = new TreeSet<>();
    for (int world = 0; world < WORLDS; world++) {
      OpenLifecycle open = OpenLifecycle.of(lifecycle, new MemoryAllowance(1 << 20));
      Twin twin = new Twin(lifecycle, rules, size);
      // Both know everybody from the start: who was not told of is in no quantifier's range.
      for (int id = 0; id < size; id++) {
        open.assumeGoroutine(id, GStatus.Gdead, -1);
        open.assumeProcessor(id, Holder.IdleList, -1);
      }
      for (int step = 0; step < EVENTS; step++) {
        if (random.nextInt(20) == 0) {
          assumeSomething(open, twin, size);
        }
        String event = events.get(random.nextInt(events.size()));
        int g = random.nextInt(size);
        int m = random.nextInt(size);
        int p = random.nextInt(size);
        int by = random.nextInt(size + 1) - 1;
        int number = open.event(event);
        boolean allowed = open.allows(number, g, m, p, by);
        String before = open.toString();

        int answer = open.offer(number, g, m, p, by);

        assertThat(answer)
            .as("%s g=%d m=%d p=%d by=%d in %s", event, g, m, p, by, before)
            .isEqualTo(twin.offer(event, g, m, p, by));
        assertThat(allowed).isEqualTo(answer == 0);
        assertThat(open.toString())
            .as("after %s g=%d m=%d p=%d by=%d in %s", event, g, m, p, by, before)
            .isEqualTo(twin.state());
        seen.add(event + (answer == 0 ? "" : ": " + open.guard(number, answer)));
      }
    }
    if (size > 2) {
      assertThat(seen).isEqualTo(everything(lifecycle));
    }
  }

  private void assumeSomething(OpenLifecycle open, Twin twin, int size) throws TraceFault {
    int id = random.nextInt(size);
    int m = random.nextInt(size + 1) - 1;
    if (random.nextBoolean()) {
      GStatus status = GStatus.values()[random.nextInt(GStatus.values().length)];
      open.assumeGoroutine(id, status, m);
      twin.assumeGoroutine(id, status, m);
    } else {
      Holder holder = Holder.values()[random.nextInt(Holder.values().length)];
      open.assumeProcessor(id, holder, m);
      twin.assumeProcessor(id, holder, m);
    }
  }

  /// Each event as it happens, and each of its guards.
  private static TreeSet<String> everything(Lifecycle lifecycle) {
    TreeSet<String> all = new TreeSet<>();
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
