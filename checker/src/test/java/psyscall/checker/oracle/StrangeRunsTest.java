package psyscall.checker.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

/// Events that no reader would give: whatever comes, the oracle answers.
class StrangeRunsTest {
  private static final Kind[] KINDS = Kind.values();
  private static final long[] IDS = {
    TraceEvent.NONE, 0, 1, 2, 3, 7, Long.MIN_VALUE, Long.MAX_VALUE, -2, 1L << 32
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "releases/go1.5.4-preempt-p2.trace",
        "v1/go120-cgo-p2.trace",
        "releases/go1.21.13-block-p2.trace",
        "v2/go122-preempt-p2.trace",
        "releases/go1.26.8-cgo-p2.trace"
      })
  void whateverComesIsAnswered(String name) throws IOException, TraceFault {
    ToldRun run = Recordings.told(name);
    Random random = new Random(name.hashCode());
    Map<Kind, Integer> refused = new EnumMap<>(Kind.class);
    for (int round = 0; round < 150; round++) {
      int from = random.nextInt(run.size());
      List<Told> events = new ArrayList<>(run.events().subList(0, from));
      for (int strange = 0; strange < 40; strange++) {
        events.add(any(random));
      }
      Conformance answer = Recordings.judge(new ToldRun(run.format(), events));
      if (answer instanceof Conformance.NotExplained no) {
        refused.merge(events.get((int) no.event().number() - 1).kind(), 1, Integer::sum);
      } else {
        assertThat(answer).isInstanceOf(Conformance.KnownTracerFault.class);
      }
    }

    assertThat(refused).hasSizeGreaterThan(15);
  }

  private static Told any(Random random) {
    return Told.of(KINDS[random.nextInt(KINDS.length)])
        .by(id(random), id(random), id(random))
        .about(id(random))
        .value(id(random))
        .other(id(random))
        .in(1 + random.nextInt(3));
  }

  private static long id(Random random) {
    return IDS[random.nextInt(IDS.length)];
  }
}
