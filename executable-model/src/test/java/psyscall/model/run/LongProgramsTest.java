package psyscall.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import psyscall.model.engine.Engine;
import psyscall.model.engine.Engines;
import psyscall.model.engine.StepView;
import psyscall.model.engine.Watched;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.process.Ending;
import psyscall.spec.release.Release;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

class LongProgramsTest {
  private static final int OPERATIONS = 200_000;

  private static Workload yields(int operations) {
    List<Operation> text = Collections.nCopies(operations, new Operation.Yield());
    return new Workload(
        "yields",
        "one goroutine yields",
        Release.GO_1_19_13,
        1,
        Preemption.ASYNCHRONOUS,
        new TreeMap<>(),
        List.of(new GoroutineText(text, Origin.INITIAL)));
  }

  @Test
  void programOfAnyLengthComesToItsEnd() {
    Workload workload = yields(OPERATIONS);
    Engine engine =
        Engines.compiled(workload.specification(), workload.world(), Watched.NOTHING).fresh();
    int[] yielded = {0};
    RunListener counter =
        new RunListener() {
          @Override
          public void stepped(long nanos, StepView step) {
            yielded[0] += step.rule().name().equals("UserCode.run") ? 1 : 0;
          }
        };

    RunEnd end =
        new VirtualRun(workload, engine, new SeededRandom(1), RunLimits.USUAL, List.of(counter))
            .run();

    assertThat(end)
        .isInstanceOfSatisfying(
            RunEnd.Ended.class,
            ended -> assertThat(ended.ending().kind()).isEqualTo(Ending.Kind.FINAL));
    assertThat(yielded[0]).isEqualTo(OPERATIONS + 1);
  }

  @Test
  void conditionsAreAskedOfBothEnginesAlike() {
    Workload workload = yields(20);
    Term always = new Term.Literal(Sort.TRUTH, 1);
    Term never = new Term.Literal(Sort.TRUTH, 0);
    Watched watched = new Watched(List.of(always, never), List.of(never, always));
    for (Engines engines :
        List.of(
            Engines.compiled(workload.specification(), workload.world(), watched),
            Engines.interpreted(workload.specification(), workload.world(), watched))) {
      Engine engine = engines.fresh();
      new VirtualRun(workload, engine, new SeededRandom(1), new RunLimits(1_000_000, 10), List.of())
          .run();

      assertThat(engine.holds(0)).isTrue();
      assertThat(engine.holds(1)).isFalse();
      assertThat(engine.holdsOfStep(0)).isFalse();
      assertThat(engine.holdsOfStep(1)).isTrue();
    }
  }
}
