package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.cli.session.ExitCode;

class AbiFilesTest {
  private static final String RIGHT =
      """
      TEXT ·right(SB),$0-16
      	MOVQ $39, AX
      	SYSCALL
      	MOVQ AX, ret+8(FP)
      	RET
      """;

  private static final String WRONG =
      """
      TEXT ·wrong(SB),$0-16
      	MOVQ $39, AX
      	SYSCALL
      	MOVQ CX, ret+8(FP)
      	RET
      """;

  private static final String LOOP =
      """
      TEXT ·loop(SB),$0-16
      again:
      	MOVQ $39, AX
      	SYSCALL
      	CMPQ AX, $0
      	JNE again
      	RET
      """;

  @TempDir private Path folder;

  @Test
  void routineThatKeepsItsContractIsProved() throws IOException {
    CommandLineRun run = run(RIGHT);

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Go assembly, routines with SYSCALL=1", "proved     bare");
    assertThat(run.verdict()).startsWith("proved: routines=1, proved=1, refuted=0, undecided=0");
  }

  @Test
  void oneThatIsRefutedDecides() throws IOException {
    CommandLineRun run = run(LOOP + RIGHT + WRONG);

    assertThat(run.code()).isEqualTo(ExitCode.SAFETY.code());
    assertThat(run.out())
        .contains("RCX and R11 are not read after SYSCALL", "in            RAX=0x", "undecided");
    assertThat(run.verdict()).startsWith("refuted: routines=3, proved=1, refuted=1, undecided=1");
    assertThat(run.lines()).allMatch(line -> line.length() <= 200);
  }

  @Test
  void loopIsNeverProved() throws IOException {
    CommandLineRun run = run(LOOP);

    assertThat(run.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(run.out()).contains("loop, unrolled 3");
  }

  @Test
  void documentHasTheCounterexample() throws IOException {
    CommandLineRun run = run(WRONG, "--json");

    assertThat(run.code()).isEqualTo(ExitCode.SAFETY.code());
    assertThat(run.out()).startsWith("{").contains("\"verdict\" : \"refuted\"", "\"in RAX=0x");
  }

  @Test
  void tableHasAColumnForEachReleaseOrFile() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("go/src/runtime")).resolve("f.s");
    Files.writeString(folder.resolve("go/VERSION"), "go1.26.8\n");
    Files.writeString(tree, RIGHT + WRONG);
    Path other = Files.createDirectories(folder.resolve("runtime")).resolve("g.s");
    Files.writeString(other, RIGHT + LOOP);

    CommandLineRun run = CommandLineRun.of("abi", "--table", tree.toString(), other.toString());

    assertThat(run.code()).isEqualTo(ExitCode.SAFETY.code());
    assertThat(run.lines())
        .containsSubsequence(
            "routines  1.26.8               g.s                    names",
            "       1  -                    undecided              runtime: loop",
            "       1  proved               proved                 runtime: right",
            "       1  refuted              -                      runtime: wrong",
            "       3  1 proved, 1 refuted  1 proved, 1 undecided  all")
        .anyMatch(line -> line.startsWith("refuted    bare       runtime.wrong: not so: "))
        .noneMatch(line -> line.startsWith("proved     bare"));
    assertThat(run.verdict()).startsWith("refuted: routines=4, proved=2, refuted=1, undecided=1");
  }

  @Test
  void tableIsNoDocument() throws IOException {
    CommandLineRun run = run(RIGHT, "--table", "--json");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.complaint()).singleElement().asString().contains("a table or a document: ");
  }

  @Test
  void contractThatIsAskedForOverrides() throws IOException {
    CommandLineRun run = run(RIGHT, "--contract=c-syscall");

    assertThat(run.code()).isEqualTo(ExitCode.SAFETY.code());
    assertThat(run.out()).contains("refuted    c-syscall");
    assertThat(run(RIGHT, "--contract=any").code()).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void unreadableFileIsSaidInOneLine() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    Path text = Files.writeString(folder.resolve("text"), "no assembly");

    for (Path path : new Path[] {empty, text, folder, folder.resolve("nothing")}) {
      CommandLineRun run = CommandLineRun.of("abi", path.toString());

      assertThat(run.code()).as("%s", path).isEqualTo(ExitCode.UNREADABLE.code());
      assertThat(run.complaint()).as("%s", path).hasSize(1);
      assertThat(run.complaint().getFirst()).contains("path=" + path);
    }
  }

  private CommandLineRun run(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("f.s"), text);
    String[] all = new String[options.length + 2];
    all[0] = "abi";
    all[1] = file.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return CommandLineRun.of(all);
  }
}
