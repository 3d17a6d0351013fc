package psyscall.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.spec.golden.Golden;
import psyscall.spec.process.Protocol;
import psyscall.spec.toy.Checksum;
import psyscall.spec.toy.Ledger;
import psyscall.spec.toy.Mailbox;
import psyscall.spec.toy.TicketLock;
import psyscall.spec.toy.TinyScheduler;
import psyscall.spec.toy.TwoPhaseCommit;

class ProcedurePrinterTest {

  static Stream<Protocol> toys() {
    return Stream.of(
        TinyScheduler.protocol(),
        Ledger.protocol(),
        Mailbox.protocol(),
        Checksum.protocol(),
        TicketLock.protocol(3),
        TwoPhaseCommit.protocol());
  }

  private static String print(Protocol protocol) {
    return protocol.procedures().values().stream()
        .map(ProcedurePrinter::print)
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @MethodSource("toys")
  void proceduresPrintLikeGo(Protocol toy) throws IOException {
    Golden.of(toy.name() + ".go.txt").matches(print(toy));
  }

  @ParameterizedTest
  @MethodSource("toys")
  void printedLinesFitBesideTheSource(Protocol toy) {
    assertThat(print(toy).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void linesThatAreTooLongAreBroken() throws IOException {
    Golden.of("wordy.go.txt").matches(ProcedurePrinter.print(new WordyProcedure().text()));
  }
}
