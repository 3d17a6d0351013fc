package psyscall.cli.futex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenTest {
  private static final long MILLI = 1_000_000;

  private static Seen.Call begun(String outcome, long began, long took) {
    return new Seen.Call(outcome, OptionalLong.of(began * MILLI), took * MILLI);
  }

  @ParameterizedTest
  @CsvSource({
    "300 300 300, 301, 3",
    "10 15 15,    15,  3",
    "300 600 900, 900, 1+1+1",
    "20 36 45,    46,  1+1+1",
    "300 300 300, 600, 2+1",
    "10 15 15,    25,  2+1",
  })
  void beginsAreToldFromLengths(String lengths, long total, String begins) {
    List<Seen.Call> calls =
        Stream.of(lengths.split(" "))
            .map(Long::valueOf)
            .map(took -> new Seen.Call("0", OptionalLong.empty(), took * MILLI))
            .toList();

    assertThat(new Seen(calls, OptionalLong.of(total * MILLI)).begins()).isEqualTo(begins);
  }

  @Test
  void beginsAreCountedWhereTheyAreKnown() {
    Seen seen =
        new Seen(
            List.of(begun("EINTR", 12, 20), begun("ETIMEDOUT", 0, 5), begun("EINTR", 1, 14)),
            OptionalLong.of(32 * MILLI));

    assertThat(seen.begins()).isEqualTo("2+1");
    assertThat(seen.outcomes()).isEqualTo("2 x EINTR, 1 x ETIMEDOUT");
    assertThat(seen.millis()).isEqualTo("5 14 20 / 32");
    assertThat(seen.calls().getFirst().outcome()).isEqualTo("ETIMEDOUT");
  }

  @Test
  void runWithoutAnEndTellsNoTimes() {
    assertThat(Seen.hang().outcomes()).isEqualTo("hang");
    assertThat(Seen.hang().begins()).isEqualTo("-");
    assertThat(Seen.hang().millis()).isEmpty();
  }

  @Test
  void runThatStandsForOthersIsTheMiddleOfTheMostFrequentKind() {
    Experiment experiment = Measured.article().cells().getFirst().experiment();
    Seen odd = new Seen(List.of(begun("EINTR", 0, 1)), OptionalLong.of(MILLI));
    Seen late = new Seen(List.of(begun("0", 0, 9)), OptionalLong.of(9 * MILLI));
    Seen soon = new Seen(List.of(begun("0", 0, 7)), OptionalLong.of(7 * MILLI));
    Seen middle = new Seen(List.of(begun("0", 0, 8)), OptionalLong.of(8 * MILLI));

    Measurement measured = new Measurement(experiment, List.of(odd, late, soon, middle));

    assertThat(measured.typical()).isEqualTo(middle);
    assertThat(measured.alike()).isEqualTo(3);
  }
}
