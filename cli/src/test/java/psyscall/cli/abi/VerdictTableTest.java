package psyscall.cli.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTableTest {
  private static final CodeOrigin OLD = new CodeOrigin(Path.of("a/f.s"), Optional.of("1.10.8"));
  private static final CodeOrigin NEW = new CodeOrigin(Path.of("b/f.s"), Optional.of("1.19.13"));

  private final VerdictTable table = new VerdictTable();

  @Test
  void routinesWithTheSameVerdictsShareARow() {
    table.add(OLD);
    table.add(NEW);
    table.add(OLD, "runtime.read", "proved");
    table.add(OLD, "runtime.exit", "proved");
    table.add(OLD, "syscall.Syscall", "proved");
    table.add(NEW, "runtime.exit", "proved");
    table.add(NEW, "runtime.read", "proved");
    table.add(NEW, "runtime/internal/syscall.Syscall6", "refuted");

    assertThat(table.lines())
        .containsExactly(
            "routines  1.10.8    1.19.13              names",
            "       2  proved    proved               runtime: exit, read",
            "       1  -         refuted              runtime/internal/syscall: Syscall6",
            "       1  proved    -                    syscall: Syscall",
            "       4  3 proved  2 proved, 1 refuted  all");
  }

  @Test
  void ofTwoVerdictsTheWorseIsShown() {
    table.add(OLD);
    table.add(OLD, "f", "outside");
    table.add(OLD, "f", "proved");

    assertThat(table.lines()).contains("       1  outside    f");
  }

  @Test
  void filesOfOneNameAreToldApart() {
    for (String path : List.of("x/a/f.s", "x/b/f.s", "/y/b/f.s", "c/g.s", "/x/b/f.s")) {
      table.add(new CodeOrigin(Path.of(path), Optional.empty()));
    }

    assertThat(table.lines().getFirst())
        .isEqualTo("routines  a/f.s  x/b/f.s  y/b/f.s  g.s  /x/b/f.s  names");
  }
}
