package psyscall.cli.futex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.schedule.RoundRobin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;

/// The comparison of a cell: what agrees, what does not, and that each part of it can fail.
class CellTest {
  /// Each so many of the measured cells is computed here; `--all` computes every one.
  private static final int SHARE = 9;

  private static final Experiment RAW_WAITS =
      new Experiment(
          WaitsReader.read("wait=300ms"), 2, Preemption.ASYNCHRONOUS, Release.GO_1_19_13);

  /// A run in which calls begin together or not, in milliseconds.
  private static Seen seen(String outcome, long total, long... begins) {
    return new Seen(
        IntStream.range(0, begins.length)
            .mapToObj(
                at ->
                    new Seen.Call(
                        outcome,
                        OptionalLong.of(begins[at] * 1_000_000),
                        (total - begins[at]) * 1_000_000))
            .toList(),
        OptionalLong.of(total * 1_000_000));
  }

  private static Cell cell(Seen computed, Seen measured) {
    return new Cell(
        RAW_WAITS, computed, Optional.of(new Measurement(RAW_WAITS, List.of(measured))));
  }

  static Stream<Measurement> someFurtherCells() {
    List<Measurement> cells = Measured.further().cells();
    return IntStream.range(0, cells.size()).filter(at -> at % SHARE == 0).mapToObj(cells::get);
  }

  @ParameterizedTest
  @MethodSource("someFurtherCells")
  void furtherCellsAgree(Measurement measured) {
    Seen computed = Computed.of(measured.experiment(), new RoundRobin());

    assertThat(new Cell(measured.experiment(), computed, Optional.of(measured)).differences())
        .isEmpty();
  }

  @Test
  void eachPartCanDiffer() {
    Seen computed = seen("EINTR", 30, 0, 0, 12);

    assertThat(cell(computed, seen("EINTR", 40, 0, 1, 12)).differences()).isEmpty();
    assertThat(cell(computed, seen("EINTR", 41, 0, 0, 12)).differences()).containsExactly("total");
    assertThat(cell(computed, seen("EINTR", 30, 0, 0, 0)).differences()).containsExactly("begins");
    assertThat(cell(computed, seen("EAGAIN", 30, 0, 0, 12)).differences())
        .containsExactly("outcomes");
    assertThat(cell(computed, Seen.hang()).differences()).containsExactly("outcomes", "begins");
    assertThat(cell(seen("ETIMEDOUT", 30, 0), seen("ETIMEDOUT", 36, 0)).differences())
        .containsExactly("total");
  }

  @Test
  void cellThatNobodyMeasuredIsNotCompared() {
    Cell cell = new Cell(RAW_WAITS, seen("EINTR", 30, 0), Optional.empty());

    assertThat(cell.verdict()).isEqualTo(Cell.Verdict.NOT_COMPARED);
    assertThat(cell.differences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.19.13, 2, COOPERATIVE,  outcomes",
    "1.10.8,  2, ASYNCHRONOUS, outcomes",
    "1.19.13, 1, ASYNCHRONOUS, begins",
    "1.19.13, 4, ASYNCHRONOUS, begins",
  })
  void otherCircumstancesDoNotAgree(String release, int ps, Preemption how, String difference) {
    Experiment other =
        new Experiment(RAW_WAITS.waits(), ps, how, Release.named(release).orElseThrow());
    Measurement measured = Measured.article().of(RAW_WAITS).orElseThrow();

    Cell cell = new Cell(RAW_WAITS, Computed.of(other, new RoundRobin()), Optional.of(measured));

    assertThat(cell.verdict()).isEqualTo(Cell.Verdict.DIFFERS);
    assertThat(cell.differences()).contains(difference);
  }

  @ParameterizedTest
  @CsvSource({
    "1.19.13, wait=300ms,              5",
    "1.14.15, change=300ms,            15",
    "1.14.15, wake=300ms,              15",
    "1.10.8,  wake=300ms,              5",
    "1.19.13, change=300ms,            5",
    "1.14.15, 'wake=9ms,call=syscall', 5",
    "1.14.15, word=2,                  5",
  })
  void wholeTimesMayBeSoFarApart(String release, String words, long millis) {
    Experiment experiment =
        new Experiment(
            WaitsReader.read(words),
            4,
            Preemption.ASYNCHRONOUS,
            Release.named(release).orElseThrow());

    Cell cell = new Cell(experiment, seen("ETIMEDOUT", 30, 0), Optional.empty());

    assertThat(cell.nearNanos()).isEqualTo(millis * 1_000_000);
  }

  @Test
  void signalsMayComeARoundLater() {
    assertThat(cell(seen("EINTR", 30, 0), Seen.hang()).nearNanos()).isEqualTo(10_000_000);
    assertThat(cell(seen("EAGAIN", 30, 0), Seen.hang()).nearNanos()).isEqualTo(10_000_000);
  }
}
