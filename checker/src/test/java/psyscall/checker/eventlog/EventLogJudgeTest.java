package psyscall.checker.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.eventlog.IdField;
import psyscall.model.observe.TraceFault;

class EventLogJudgeTest {
  private static final String IDLE = "{\"event\":\"ProcStatus\",\"p\":0,\"status\":\"idle\"}";
  private static final String RUNS =
      "{\"event\":\"ProcStatus\",\"p\":0,\"status\":\"running\",\"m\":5}";

  @Test
  void systemCallThatKeepsItsProcessorIsExplained() throws IOException, TraceFault {
    JudgedLog judged =
        JudgedLog.ofLines(
            RUNS,
            "{\"event\":\"GoStatus\",\"g\":1,\"status\":\"running\",\"m\":5}",
            "{\"event\":\"GoSyscallEnter\",\"g\":1,\"m\":5,\"p\":0}",
            "{\"event\":\"ProcPublish\",\"p\":0,\"m\":5}",
            "{\"event\":\"ProcReacquire\",\"p\":0,\"m\":5}",
            "{\"event\":\"ProcStart\",\"p\":0,\"m\":5}",
            "{\"event\":\"GoSyscallExitFast\",\"g\":1,\"m\":5,\"p\":0}");

    assertThat(judged.refused()).isEmpty();
    assertThat(judged.judge().explained()).isEqualTo(5);
    assertThat(judged.judge().count(IdField.THREAD)).isEqualTo(1);
  }

  @Test
  void refusalTellsWhatIsSoAndWhatWouldBeAllowed() throws IOException, TraceFault {
    JudgedLog judged =
        JudgedLog.ofLines(
            RUNS,
            "{\"event\":\"GoStatus\",\"g\":1,\"status\":\"waiting\"}",
            "{\"event\":\"GoStart\",\"g\":1,\"m\":5,\"p\":0}");

    Answer.Refused refused = judged.refusal(4);
    assertThat(refused.needs()).isEqualTo("the goroutine is runnable");
    assertThat(refused.standing())
        .containsExactly("g1 is waiting", "m5 has no goroutine and p0", "p0 is running on m5");
    assertThat(refused.allowed())
        .extracting(PossibleEvent::text)
        .contains("GoUnblock g=1", "ProcStop p=0 m=5", "WorldStopping m=5")
        .doesNotContain("GoStart g=1 m=5 p=0");
  }

  @Test
  void refusedEventChangesNothing() throws IOException, TraceFault {
    JudgedLog judged =
        JudgedLog.ofLines(
            IDLE,
            "{\"event\":\"GoCreate\",\"g\":1}",
            "{\"event\":\"GoStart\",\"g\":1,\"m\":5,\"p\":0}",
            "{\"event\":\"ProcStart\",\"p\":0,\"m\":5}",
            "{\"event\":\"GoStart\",\"g\":1,\"m\":5,\"p\":0}");

    assertThat(judged.refused()).containsOnlyKeys(4L);
    assertThat(judged.judge().explained()).isEqualTo(3);
  }

  @Test
  void processorThatNobodyDeclaredIsNotThere() throws IOException, TraceFault {
    JudgedLog judged = JudgedLog.ofLines(IDLE, "{\"event\":\"ProcStart\",\"p\":1,\"m\":5}");

    assertThat(judged.refused()).containsOnlyKeys(3L);
    assertThat(judged.refusal(3).needs()).isEqualTo("a line ProcStatus has declared the P");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event\":\"ProcStatus\",\"p\":0,\"status\":\"idle\"} | the P has a status already",
        "{\"event\":\"ProcStatus\",\"p\":1,\"status\":\"running\",\"m\":5}"
            + " | the thread has another P",
        "{\"event\":\"GoStatus\",\"g\":1,\"status\":\"dead\"} | the goroutine has a status already",
        "{\"event\":\"GoStatus\",\"g\":2,\"status\":\"syscall\",\"m\":5}"
            + " | the thread has another goroutine",
      })
  void statusLinesAgree(String line, String why) {
    String running = "{\"event\":\"GoStatus\",\"g\":1,\"status\":\"running\",\"m\":5}";

    assertThatThrownBy(() -> JudgedLog.ofLines(RUNS, running, line))
        .isInstanceOf(TraceFault.class)
        .hasMessage("status lines contradict each other: line=4, " + why);
  }

  @Test
  void allowedNamesEveryEventWithItsIndividuals() throws IOException, TraceFault {
    JudgedLog judged =
        JudgedLog.ofLines(RUNS, "{\"event\":\"GoStatus\",\"g\":1,\"status\":\"runnable\"}");

    List<Allowed> allowed = judged.judge().allowed(Question.DEFAULT);

    assertThat(allowed).allMatch(Allowed::isWhole);
    assertThat(allowed)
        .flatExtracting(Allowed::some)
        .extracting(PossibleEvent::text)
        .contains("GoStart g=1 m=5 p=0", "GoCreate g=new", "ProcStop p=0 m=5")
        .doesNotContain("GoStart g=1 m=new p=0", "ProcStart p=0 m=5");
  }

  @Test
  void largeWorldIsAskedInPart() throws IOException, TraceFault {
    JudgedLog judged =
        JudgedLog.ofLines(RUNS, "{\"event\":\"GoStatus\",\"g\":1,\"status\":\"runnable\"}");

    List<Allowed> allowed = judged.judge().allowed(new Question(1, 1));

    assertThat(allowed)
        .filteredOn(each -> each.event().equals("GoStart"))
        .singleElement()
        .matches(each -> (!each.isWhole() && each.some().isEmpty()) || each.count() == 1);
  }
}
