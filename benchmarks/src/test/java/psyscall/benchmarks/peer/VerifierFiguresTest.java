package psyscall.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VerifierFiguresTest {
  /// What a verifier printed of a scenario, without lines that are not read.
  private static final String COLLAPSED =
      """
      (Spin Version 6.5.2 -- 6 December 2019)
      \t+ Compression

      State-vector 204 byte, depth reached 101, errors: 0
          37692 states, stored
          66054 states, matched
      hash conflicts:     11755 (resolved)

      Stats on memory usage (in Megabytes):
          8.627\tequivalent memory usage for states (stored*(State-vector + overhead))
          3.744\tactual memory usage for states (compression: 43.40%)
               \tstate-vector as stored = 68 byte + 36 byte overhead
          8.691\ttotal actual memory usage


      pan: elapsed time 0.07 seconds
      pan: rate 538457.14 states/second
      """;

  @Test
  void figuresAreRead() {
    assertThat(VerifierFigures.parse(COLLAPSED))
        .isEqualTo(new VerifierFigures(37_692, 204, 68, 9_113_174, 70_000_000));
  }

  @Test
  void breadthFirstTellsItsNominalStatesToo() {
    String output =
        COLLAPSED.replace("    66054", "       37000 nominal states (stored-atomic)\n    66054");

    assertThat(VerifierFigures.parse(output).states()).isEqualTo(37_692);
  }

  @Test
  void vectorThatIsNotCompressedIsStoredAsItIs() {
    String output = COLLAPSED.replaceAll("(?m)^.*as stored.*\n", "");

    assertThat(VerifierFigures.parse(output).storedBytes()).isEqualTo(204);
  }

  @Test
  void largeNumbersAreInPowersOfTen() {
    String output =
        COLLAPSED.replace("37692", "1.6323548e+08").replace("0.07 seconds", "1.23e+03 seconds");

    assertThat(VerifierFigures.parse(output).states()).isEqualTo(163_235_480);
    assertThat(VerifierFigures.parse(output).searchNanos()).isEqualTo(1_230_000_000_000L);
  }

  @Test
  void severalProcessesTakeAsLongAsTheSlowest() {
    String output =
        COLLAPSED.replace(
            "pan: elapsed time 0.07 seconds",
            """
            cpu1: elapsed time 0.5 seconds (20000 states visited)
            cpu0: elapsed time 0.4 seconds (17692 states visited)\
            """);

    assertThat(VerifierFigures.parse(output).searchNanos()).isEqualTo(500_000_000);
  }

  @Test
  void searchThatWasCutShortIsRefused() {
    assertThatThrownBy(
            () -> VerifierFigures.parse("error: max search depth too small\n" + COLLAPSED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Spin's search was cut short: reason=max search depth too small;"
                + " give a greater --depth");
    assertThatThrownBy(
            () ->
                VerifierFigures.parse(
                    COLLAPSED.replace("\t+ Comp", "Warning: Search not completed\n\t+ Comp")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Spin's search was cut short: reason=Search not completed");
  }

  @Test
  void errorIsRefused() {
    assertThatThrownBy(() -> VerifierFigures.parse(COLLAPSED.replace("errors: 0", "errors: 1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Spin found an error: errors=1");
  }

  @Test
  void missingFigureIsNamed() {
    assertThatThrownBy(() -> VerifierFigures.parse(COLLAPSED.replace("total", "whole")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Spin does not tell: what=memory");
  }

  @Test
  void lengthOfAStateIsToldByASearchThatWasCutShort() {
    assertThat(VerifierFigures.vectorBytes("error: max search depth too small\n" + COLLAPSED))
        .isEqualTo(204);
  }
}
