package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.cli.session.Interruption;

/// `run futex-table`, from the words of the command line to its verdict.
class FutexTableVerbTest {
  private static final String TABLE = "run futex-table";

  private static CommandLineRun table(String options) {
    return CommandLineRun.of((TABLE + " " + options).strip().split(" "));
  }

  @Test
  void eachCellOfTheArticleAgrees() {
    CommandLineRun run = table("");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.verdict()).isEqualTo("33 of 33 cells agree");
    assertThat(run.lines())
        .contains("2  1.10.8   3 x ETIMEDOUT  300 300 300 / 600  300 300 300 / 600  2+1    agrees")
        .allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--procs=4 --preemption=prologues | 3 of 3 cells agree",
        "--release=1.10.8,1.19.13 --procs=1 | 6 of 6 cells agree",
        "--procs=1 --seed=7 --preemption=signals | 6 of 6 cells agree",
        "--procs=1 --seeds=2 --release=1.10.8 | 3 of 3 cells agree; 3 of 3 the same with each of 2 seeds",
        "--cell=wait=17ms --procs=1 | 3 of 3 cells agree, 3 not measured",
        "--cell=word=2,wait=300ms --procs=2 | 6 of 6 cells agree",
      })
  void optionsChooseCells(String options, String verdict) {
    CommandLineRun run = table(options);

    assertThat(run.verdict()).isEqualTo(verdict);
    assertThat(run.code()).isZero();
  }

  @Test
  void cellsThatNobodyMeasuredAreNoSuccess() {
    CommandLineRun run =
        table("--cell=waits=5,wait=7ms --procs=2 --release=1.19.13 --preemption=signals");

    assertThat(run.code()).isEqualTo(10);
    assertThat(run.lines())
        .contains("2  1.19.13  5 x ETIMEDOUT  7 7 7 7 7 / 21         -  2+2+1  not measured");
    assertThat(run.verdict()).isEqualTo("0 of 0 cells agree, 1 not measured");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--procs=2 --release=1.14.15", "--procs=2 --release=1.14.15 --seed=3"})
  void sameWordsPrintTheSame(String options) {
    assertThat(table(options)).isEqualTo(table(options));
  }

  @Test
  void documentIsOfThePublishedSchema() throws IOException {
    CommandLineRun run = table("--cell=wait=5ms --procs=1,5 --release=1.19.13 --seeds=1 --json");
    JsonNode document = new ObjectMapper().readTree(run.out());

    assertThat(JsonSchema.published("futex-table.schema.json").faults(document)).isEmpty();
    assertThat(document.get("cells")).hasSize(4);
    assertThat(document.get("cells").get(0).get("measured")).hasSize(3);
    assertThat(document.get("cells").get(3).has("measured")).isFalse();
    assertThat(document.get("exit").intValue()).isEqualTo(run.code()).isZero();
  }

  @Test
  void interruptedTableSaysHowFarItCame() {
    Interruption interruption = new Interruption();
    interruption.request();

    CommandLineRun run = CommandLineRun.of(System::nanoTime, interruption, TABLE.split(" "));

    assertThat(run.code()).isEqualTo(130);
    assertThat(run.verdict()).isEqualTo("interrupted after 0 of 33: 0 of 0 cells agree");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--procs=9 | no such cell in the table: cells=0; name it with --cell",
        "--procs=65 | number of Ps out of range: procs=65, limit=1..64",
        "--release=1.11 | unknown release: name=1.11, choices=[1.10.8, 1.14.15, 1.19.13]",
        "--preemption=none | unknown preemption: name=none",
        "--seeds=x | not understood: seeds=x",
        "--cell=waits | not understood: cell=waits; give each word once, name=value",
        "--cell=wait=1ms,wait=2ms | not understood: cell=wait=2ms; give each word once",
        "--cell=time=1ms | unknown word: cell=time, choices=[waits, wait, call, kind, change",
        "--cell=waits=61 | number of waits out of range: waits=61, limit=1..60",
        "--cell=wait=5 | not a time: wait=5; give a number from 1 with us, ms or s",
        "--cell=wait=0ms | not a time: wait=0ms",
        "--cell=call=block | unknown word: call=block, choices=[raw, syscall]",
        "--cell=kind=nanosleep | a sleep without its length: kind=nanosleep; give wait too",
        "--cell=wake=1ms,change=1ms | two things happen to the word",
        "--cell=wake=1ms,word=2 | two things happen to the word",
      })
  void wrongWordsAreOneLine(String options, String complaint) {
    CommandLineRun run = table(options);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.complaint()).singleElement().asString().contains(complaint);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void helpFitsOnAScreen() {
    CommandLineRun run = table("--help");

    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSizeLessThan(24).allMatch(line -> line.length() <= 100);
    assertThat(run.out()).contains("Usage: psyscall run futex-table", "exit codes: 0 ");
  }
}
