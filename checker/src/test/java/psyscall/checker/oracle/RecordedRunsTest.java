package psyscall.checker.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.checker.oracle.Conformance.Explained;
import psyscall.checker.oracle.Conformance.KnownTracerFault;

/// Runs of real Go, of every minor release from 1.5 to 1.26: the good ones are explained, of the
/// others it is said what is wrong.
class RecordedRunsTest {
  static List<String> good() throws IOException {
    return Recordings.names().stream().filter(name -> !name.contains(".bad.")).toList();
  }

  static List<String> bad() throws IOException {
    return Recordings.names().stream().filter(name -> name.contains(".bad.")).toList();
  }

  @ParameterizedTest
  @MethodSource("good")
  void goodRunsAreExplained(String name) throws IOException {
    Conformance answer = Recordings.judge(Recordings.run(name));

    assertThat(answer).isInstanceOf(Explained.class);
    assertThat(answer.counts().judged()).isGreaterThan(20);
  }

  @Test
  void thereAreAsManyAsWereRecorded() throws IOException {
    assertThat(good()).hasSize(186);
    assertThat(bad()).hasSize(5);
  }

  @Test
  void badRunsAreKnownTracerFaults() throws IOException {
    Map<String, String> answers = new TreeMap<>();
    for (String name : bad()) {
      if (Recordings.judge(Recordings.run(name)) instanceof KnownTracerFault known) {
        answers.put(name, known.fault() + ", event=" + known.symptom().event().number());
      }
    }

    assertThat(answers)
        .containsExactly(
            Map.entry("releases/go1.14.15-cgo-p2.bad.trace", "C_THREADS_UNANNOUNCED, event=70"),
            Map.entry("releases/go1.19.13-cgo-p2.bad.trace", "C_THREADS_UNANNOUNCED, event=87"),
            Map.entry("releases/go1.21.13-cgo-p2.bad.trace", "C_THREAD_EXIT_MISSING, event=107"),
            Map.entry("releases/go1.6.4-cgo-p2.bad.trace", "C_THREAD_EXIT_MISSING, event=83"),
            Map.entry("v1/go119-cgo-p2.bad.trace", "C_THREADS_UNANNOUNCED, event=69"));
  }

  @ParameterizedTest
  @CsvSource({
    "v1/go119-aba-p2.trace, 8629, 8625",
    "v1/go119-gcstw-p2.trace, 7988, 7956",
    "v2/go122-aba-p2.trace, 12988, 12979",
    "v2/go122-getpid-p2.trace, 16045, 16043",
    "releases/go1.26.8-cgo-p2.trace, 424, 416",
  })
  void countsAreThoseOfTheRun(String name, long events, long judged) throws IOException {
    Conformance answer = Recordings.judge(Recordings.run(name));

    assertThat(answer.counts()).isEqualTo(new Conformance.Counts(events, judged));
  }
}
