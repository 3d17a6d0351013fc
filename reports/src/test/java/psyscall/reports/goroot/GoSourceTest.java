package psyscall.reports.goroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoSourceTest {
  private static final Path SOURCES = Path.of("src", "test", "resources", "goroot", "src");

  private static List<GoFunction> functions(String file) throws IOException {
    return GoSource.of(file, Files.readString(SOURCES.resolve(file))).functions();
  }

  private static List<String> calls(String body) {
    List<GoFunction> found =
        GoSource.of("a.go", "package a\n\nfunc f() {\n" + body + "\n}\n").functions();
    return found.getFirst().operations().stream().map(GoOperation::text).toList();
  }

  @Test
  void declarationsHaveTheirLines() throws IOException {
    assertThat(functions("runtime/proc.go"))
        .extracting(f -> f.name() + " " + f.lines())
        .containsExactly(
            "outside 9",
            "ring 11",
            "entersyscall_sysmon 13–23",
            "notewakeup 25–30",
            "checkdead 32–34",
            "badluck 36–38",
            "checkdead 40–42",
            "checkdead1 44–46",
            "checkdead_all 48");
  }

  @Test
  void callsAreInTextualOrder() throws IOException {
    assertThat(functions("runtime/proc.go").get(2).operations())
        .extracting(each -> each.line() + " " + each.text())
        .containsExactly(
            "14 lock(&door)",
            "15 atomic.Load(&bell.rung)",
            "16 bell.cord.ptr().pull(…)",
            "19 everywhere(…)",
            "20 throw(\"never { here\")",
            "22 unlock(&door)");
    assertThat(functions("runtime/proc.go").get(3).operations())
        .extracting(GoOperation::callee)
        .containsExactly("f", "first", "rooms[first(1)].door.close", "second");
  }

  @Test
  void assemblyShowsCallsTrapsAndAtomicInstructions() throws IOException {
    assertThat(functions("syscall/asm_linux_amd64.s"))
        .extracting(
            f -> f.name() + " " + f.lines(),
            f -> f.operations().stream().map(each -> each.line() + " " + each.text()).toList())
        .containsExactly(
            tuple("Syscall 4–10", List.of("5 CALL runtime·before(SB)", "7 SYSCALL", "8 LOCK")),
            tuple("RawSyscall 12–13", List.of("13 JMP ·Syscall(SB)")));
  }

  @Test
  void conversionsAndFetchesAreNoCalls() {
    assertThat(calls("x := uint32(y) + len(z)\n_g_ := getg()\nreturn _g_.m.p.ptr().m.ptr()"))
        .isEmpty();
    assertThat(calls("b := []byte(s)\nif (a) == (b) { return (c) }")).isEmpty();
    assertThat(calls("panic(1)")).containsExactly("panic(1)");
  }

  @Test
  void callsInArgumentsComeBehindTheirCaller() {
    assertThat(calls("handoffp(releasep())")).containsExactly("handoffp(releasep())", "releasep()");
    assertThat(calls("mp.nextp.set(_p_)")).containsExactly("mp.nextp.set(_p_)");
  }

  @Test
  void typeParametersAreNoCalls() {
    String text = "package a\n\nfunc f[T interface{ m() }](x T) (y chan(int)) {\n\tg(x)\n}\n";

    assertThat(GoSource.of("a.go", text).functions())
        .singleElement()
        .satisfies(f -> assertThat(f.lines()).isEqualTo(new Lines(3, 5)))
        .extracting(f -> f.operations().getFirst().text())
        .isEqualTo("g(x)");
  }

  @Test
  void unclosedTextEndsWithTheFile() {
    for (String cut : List.of("func f(", "func f() { g(", "func f() { `", "func f() { /* ", "'")) {
      List<GoFunction> found = GoSource.of("a.go", cut).functions();
      assertThat(found).as(cut).hasSizeLessThanOrEqualTo(1);
      assertThat(found).as(cut).allMatch(f -> f.lines().equals(new Lines(1, 1)));
    }
  }

  @Test
  void throwIsKnownByItsName() {
    for (String name : List.of("throw", "panic", "exit", "badctxt")) {
      assertThat(new GoOperation(1, name, name + "()").isThrow()).as(name).isTrue();
    }
    for (String name : List.of("lock", "exitsyscall", "notbad", "t.throw")) {
      assertThat(new GoOperation(1, name, name + "()").isThrow()).as(name).isFalse();
    }
  }
}
