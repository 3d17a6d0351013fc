package psyscall.model.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.behavior.World;
import psyscall.spec.rule.Flattening;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.toy.Checksum;
import psyscall.spec.toy.Mailbox;

/// Layouts as people see them.
class DrawingTest {
  @Test
  void wordIsABarOfBitsAndALegend() {
    Layout layout = Layout.of(Mailbox.specification(), World.of(Mailbox.G.IDS.sort(), 3));

    assertThat(String.join("\n", layout.drawing()))
        .isEqualTo(
            """
            1 word, 23 of 64 bits used

            word 0  |.........................................||p|b|b|l|en|box.|G|G|G|
                0-1  G0    g.answered 0, pc.G 1
                2-3  G1    as G0
                4-5  G2    as G0
               6-10  box.queue
              11-13  ending
              14-15  locals of server
              16-17  box.last
              18-19  box.served
              20-21  pc.server
                 22  box.wakeup

            locals of server: 2 bits
                0-1  server.serve.client, at 1 label\
            """);
  }

  @Test
  void memoryIsALine() {
    Layout layout = Layout.of(Checksum.specification(), World.of(Checksum.T.IDS.sort(), 1));

    assertThat(layout.drawing())
        .contains("words 1-16  memory: 8 cells, each its address / 8 and its 8 bytes");
  }

  static java.util.List<Scenario> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void linesHaveAtMost100Columns(Scenario scenario) {
    Layout layout = Layout.of(Flattening.of(scenario.protocol()), new World(scenario.sizes()));

    assertThat(layout.drawing()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(layout.drawing()).anyMatch(line -> line.startsWith("locals of M"));
  }
}
